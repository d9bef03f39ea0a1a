import { refusal } from '../http/answers'

/** Told to whoever comes too often: when the next time may be. */
export function tooMany(retryAfterS: number): Response {
  const answer = refusal(429, 'TOO_MANY_REQUESTS', 'That was too often; wait a little.')
  answer.headers.set('retry-after', String(retryAfterS))
  return answer
}
