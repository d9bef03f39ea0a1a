/** A body that was read, or why it was not: too long, no room for it at the moment, or too slow. */
export type Body =
  | { ok: true; bytes: Uint8Array<ArrayBuffer> | undefined }
  | { ok: false; why: 'LONG' | 'FULL' | 'SLOW' }

/** Bytes that bodies under way may take in all, for those whose senders have proved nothing yet. */
type Room = { left: number }
/** For bodies of strangers. */
export type Bounds = { room: Room; withinMs: number }

/**
 * Reads a request's body up to `limit` bytes. One that says it is longer is refused unread; one that does not say is
 * refused as soon as it is. (Hono's own body limit costs several times the request; see the toolchain notes.)
 */
export async function readBody(request: Request, limit: number, bounds?: Bounds): Promise<Body> {
  const declared = request.headers.get('content-length')
  if (declared !== null && !(/^\d{1,12}$/.test(declared) && Number(declared) <= limit))
    return { ok: false, why: 'LONG' }
  if (!request.body) return { ok: true, bytes: undefined }
  const reader = request.body.getReader()
  let isLate = false
  const late =
    bounds &&
    setTimeout(() => {
      isLate = true
      // What is being waited for is then over.
      reader.cancel().catch(() => {})
    }, bounds.withinMs)
  let taken = 0
  try {
    const read = await pieces(reader, limit, (length) => {
      if (!bounds) return true
      if (bounds.room.left < length) return false
      bounds.room.left -= length
      taken += length
      return true
    })
    return isLate ? { ok: false, why: 'SLOW' } : read
  } finally {
    clearTimeout(late)
    if (bounds) bounds.room.left += taken
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>

async function pieces(reader: Reader, limit: number, take: (length: number) => boolean): Promise<Body> {
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    const why = length > limit ? 'LONG' : take(value.byteLength) ? undefined : 'FULL'
    if (why) {
      await reader.cancel()
      return { ok: false, why }
    }
    chunks.push(value)
  }
  if (length === 0) return { ok: true, bytes: undefined }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return { ok: true, bytes }
}
