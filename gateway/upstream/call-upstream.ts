import type { Args, Endpoint } from '../../contract/endpoint'
import { encodeQuery, fillPath } from '../../contract/wire'
import type { GatewayOptions } from '../options'
import { passOn } from './pass-on'

/** A host for URLs that have none: the upstream looks at the path alone. */
export const UPSTREAM_HOST = 'http://multi.upstream'

type LooseArgs = {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  idempotencyRef?: string
}
/** Calls an operation with the gateway's API key and, where it takes one, a person's token. Never throws for a status. */
export type CallUpstream = <const E extends Endpoint>(ep: E, args: Args<E>, token?: string) => Promise<Response>

/** The calls that the gateway makes itself: sign-in, sign-out, who is it, how is the bulk doing. */
export function createCallUpstream({ upstream, apiKey }: Pick<GatewayOptions, 'upstream' | 'apiKey'>): CallUpstream {
  return async function callUpstream(ep, args, token) {
    // Audited: `Args` is what the endpoint's type makes of these, and TypeScript cannot see back through it.
    const { params, query, body, idempotencyRef } = args as LooseArgs
    const search = encodeQuery(ep, query).toString()
    const headers = new Headers({ accept: 'application/json', 'api-key': apiKey })
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
    // An empty one is none.
    if (idempotencyRef) headers.set('idempotency-ref', idempotencyRef)
    const init: RequestInit = { method: ep.method, headers }
    if (body !== undefined) {
      headers.set('content-type', 'application/json')
      init.body = JSON.stringify(body)
    }
    // Some of these answers are passed on as they are.
    return passOn(await upstream(new Request(`${UPSTREAM_HOST}${fillPath(ep, params)}${search && `?${search}`}`, init)))
  }
}
