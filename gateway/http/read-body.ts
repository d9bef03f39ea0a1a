/** A body that was read, or why it was not. */
export type Body = { ok: true; bytes: Uint8Array<ArrayBuffer> | undefined } | { ok: false }

/**
 * Reads a request's body up to `limit` bytes. One that says it is longer is refused unread; one that does not say is
 * refused as soon as it is. (Hono's own body limit costs several times the request; see the toolchain notes.)
 */
export async function readBody(request: Request, limit: number): Promise<Body> {
  const declared = request.headers.get('content-length')
  if (declared !== null && !(/^\d{1,12}$/.test(declared) && Number(declared) <= limit)) return { ok: false }
  if (!request.body) return { ok: true, bytes: undefined }
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length > limit) {
      await reader.cancel()
      return { ok: false }
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
