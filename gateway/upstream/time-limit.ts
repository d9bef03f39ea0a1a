import { refusal } from '../http/answers'
import type { Upstream } from '../options'

const SECOND = 1000
/** A read that takes longer is not worth waiting for; a bulk of 10,000 rows may well be. */
const READ_MS = 15 * SECOND
const WRITE_MS = 60 * SECOND

type Waits = { readMs?: number; writeMs?: number; schedule?: (run: () => void, ms: number) => () => void }

/**
 * Gives up on a call that takes too long, as a whole: 504 in the vendor's own error body. What became of a write is then
 * unknown, and the answer says so to whoever made it; it is not made again. The time is the machine's, not the clock's
 * that tests and demos move: what is under way does not take longer for it.
 */
export function withTimeLimit(
  upstream: Upstream,
  { readMs = READ_MS, writeMs = WRITE_MS, schedule = later }: Waits = {},
): Upstream {
  return async (request) => {
    const giveUp = new AbortController()
    const limited = new Request(request, { signal: AbortSignal.any([request.signal, giveUp.signal]) })
    let callOff = () => {}
    const tooLate = new Promise<Response>((resolve) => {
      callOff = schedule(
        () => {
          resolve(refusal(504, 'UPSTREAM_TIMEOUT', 'The Multi API took too long to answer.'))
          giveUp.abort()
        },
        request.method === 'GET' ? readMs : writeMs,
      )
    })
    const answer = upstream(limited)
    // When the time is up first, what the call still comes to interests nobody.
    answer.catch(() => {})
    try {
      return await Promise.race([answer, tooLate])
    } finally {
      callOff()
    }
  }
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
