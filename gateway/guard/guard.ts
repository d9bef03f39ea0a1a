import type { Endpoint } from '../../contract/endpoint'
import type { Access } from '../access/access'
import type { Session } from '../session/session-table'

/** A call of the Multi API on its way through the gateway, by somebody who may make it. */
export type ProxyCall = {
  ep: Endpoint
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** The bytes that will be sent: the JSON, written anew. */
  bytes: Uint8Array<ArrayBuffer> | undefined
  /** The body as JSON; `undefined` where there is none. Never change it. */
  json: () => unknown
  session: Session
  access: Access
  idempotencyRef: string | undefined
  address: string
  /** For the record: the proposal that the call becomes or carries out. */
  proposal?: string
}

/**
 * Stands between the browser and the Multi API. Guards are asked in order before a call leaves, and in the opposite order
 * about its answer; none may rely on another.
 */
export type Guard = {
  /** An answer in the upstream's place: a refusal, or what happens instead. `undefined` lets the call pass. */
  before?: (call: ProxyCall) => Promise<Response | undefined>
  /** The answer to pass on, for calls that were let through, whatever their status. */
  after?: (call: ProxyCall, answer: Response) => Promise<Response>
}

/** Sends a call through guards to `send`. */
export async function throughGuards(
  guards: readonly Guard[],
  call: ProxyCall,
  send: () => Promise<Response>,
): Promise<Response> {
  const passed: Guard[] = []
  let answer: Response | undefined
  for (const guard of guards) {
    answer = await guard.before?.(call)
    if (answer) break
    passed.push(guard)
  }
  answer ??= await send()
  for (const guard of passed.reverse()) answer = (await guard.after?.(call, answer)) ?? answer
  return answer
}
