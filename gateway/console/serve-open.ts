import type { Context, Hono } from 'hono'
import type { Endpoint, Req, Res } from '../../contract/endpoint'
import { type Noted, recorded } from '../audit/recorded'
import { type Meant, strangerDeed } from '../audit/stranger-deed'
import { isCounted, type Kind } from '../limits/rules'
import { tooMany } from '../limits/too-many'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import type { CallUpstream } from '../upstream/call-upstream'
import { countedCalls } from '../upstream/counted-calls'
import { strangerBounds } from '../webhooks/stranger-bounds'
import { readCall } from './read-call'
import { answer } from './serve'

/** Somebody who is not signed in, or does what needs no session. */
export type Visitor = {
  address: string
  idempotencyRef: string | undefined
  /** For the record: what is known only when it is done. */
  note: (more: Noted) => void
  /** Calls upstream, and has the answer say so. */
  call: CallUpstream
  c: Context<GatewayEnv>
}
export type HandleOpen<E extends Endpoint> = (request: Req<E>, visitor: Visitor) => Promise<Res<E> | Response>

/** How often it may be done, and by whom as far as the request says. */
type Limited<E extends Endpoint> = {
  kind: Kind
  meant?: (request: Req<E>) => Meant
  /** There is nothing in it that anybody would look for. */
  unrecorded?: true
}

/** The largest is a registration. */
const MAX_BODY = 16 * 1024
/** Shared by all that strangers send to the console's own resources. */
const bounds = strangerBounds()

/**
 * Serves a resource of the console's own to who is not signed in (`auth: 'key'`), under `/api/console`. Form, limits by
 * person and address, and the record of writes are seen to here.
 */
export function serveOpen<const E extends Endpoint>(
  app: Hono<GatewayEnv>,
  { audit, limits, metrics, callUpstream }: GatewayParts,
  ep: E,
  { kind, meant, unrecorded }: Limited<E>,
  handle: HandleOpen<E>,
): void {
  app.on(ep.method, `/api/console${ep.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, async (c) => {
    const read = await readCall(ep, c.req.raw, c.req.param(), { most: MAX_BODY, bounds })
    if (!read.ok) return read.response
    const who = meant?.(read.value) ?? {}
    const account = who.email ?? who.userId
    const { address } = c.var
    const pass = await limits.take(kind, { address, ...(account !== undefined && { account }) })
    if (!pass.ok) {
      metrics.count('rate_limited', { kind, by: pass.by })
      return tooMany(pass.retryAfterS)
    }
    const visitor = {
      address,
      idempotencyRef: c.req.header('idempotency-ref') || undefined,
      call: countedCalls(callUpstream, c.var.operations),
      c,
    }
    const work = async (note: Visitor['note']) => {
      const response = answer(ep, await handle(read.value, { ...visitor, note }))
      if (!isCounted(kind, response.ok)) await pass.giveBack()
      return response
    }
    if (ep.method === 'GET' || unrecorded) return work(() => {})
    c.set('recorded', true)
    return recorded(audit, await strangerDeed(audit, ep, address, who), async (note) => {
      note({ requestRef: c.var.requestRef })
      return work(note)
    })
  })
}
