/** What became of a POST: the answer's status and as much of its text as was asked for, or why there was none. */
export type Posted = { status: number; text: string } | 'TIMEOUT' | 'NO_ANSWER'

type Post = {
  address: string
  path: string
  headers: Record<string, string>
  body: string
  timeoutMs: number
  /** How many bytes of an answer are read; the text of a longer one is empty. Nothing where left out. */
  mostBytes?: number
  /** Gives up early, as when the process ends. */
  signal?: AbortSignal
}

/**
 * Posts JSON to the platform. Redirects are not followed: a signed message is for the address that was given. The time
 * limit is real time, whatever the sandbox's clock does, and covers as much of the answer as is read.
 */
export async function postJson({
  address,
  path,
  headers,
  body,
  timeoutMs,
  mostBytes = 0,
  signal,
}: Post): Promise<Posted> {
  const limit = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(`${address.replace(/\/+$/, '')}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
    })
    return { status: response.status, text: await readText(response, mostBytes) }
  } catch {
    return limit.aborted ? 'TIMEOUT' : 'NO_ANSWER'
  }
}

async function readText({ body }: Response, mostBytes: number): Promise<string> {
  if (!body) return ''
  const chunks: Uint8Array[] = []
  let left = mostBytes
  const reader = body.getReader()
  while (left > 0) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks).toString('utf8')
    left -= value.byteLength
    chunks.push(value)
  }
  await reader.cancel()
  return ''
}
