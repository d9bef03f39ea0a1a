/** What became of a POST: the answer's status and text, or why there was none. */
export type Posted = { status: number; text: string } | 'TIMEOUT' | 'NO_ANSWER'

type Post = {
  address: string
  path: string
  headers: Record<string, string>
  body: string
  timeoutMs: number
  /** Gives up early, as when the process ends. */
  signal?: AbortSignal
}

/**
 * Posts JSON to the platform. Redirects are not followed: a signed message is for the address that was given. The time
 * limit is real time, whatever the sandbox's clock does, and covers the whole answer.
 */
export async function postJson({ address, path, headers, body, timeoutMs, signal }: Post): Promise<Posted> {
  const limit = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(`${address.replace(/\/+$/, '')}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
    })
    return { status: response.status, text: await response.text() }
  } catch {
    return limit.aborted ? 'TIMEOUT' : 'NO_ANSWER'
  }
}
