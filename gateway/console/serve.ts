import type { Context, Hono } from 'hono'
import type { Endpoint, Req, Res } from '../../contract/endpoint'
import type { Access } from '../access/access'
import type { Deed } from '../audit/audit'
import { changeOf } from '../audit/change-of'
import { type Noted, recorded } from '../audit/recorded'
import { coded, notSignedIn } from '../http/answers'
import { tooMany } from '../limits/too-many'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import type { Session } from '../session/session-table'
import type { CallUpstream } from '../upstream/call-upstream'
import { countedCalls } from '../upstream/counted-calls'
import { readCall } from './read-call'

/** Who asks; they have the permission. */
export type Caller = {
  session: Session
  access: Access
  address: string
  /** For the record: what is known only when it is done. */
  note: (more: Noted) => void
  /** Calls upstream, and has the answer say so. */
  call: CallUpstream
  c: Context<GatewayEnv>
}
/** Answers a request that has the documented form: with what the endpoint documents, or a refusal (see `http/answers`). */
export type Handle<E extends Endpoint> = (request: Req<E>, caller: Caller) => Promise<Res<E> | Response>

/**
 * Serves a resource of the console's own under `/api/console`. Signing in, permission, form, the record of writes and
 * telling other tabs of them are seen to here; a handler only does its work.
 */
export function serve<const E extends Endpoint>(
  app: Hono<GatewayEnv>,
  { cookie, table, access, life, audit, hub, limits, log, callUpstream }: GatewayParts,
  ep: E,
  handle: Handle<E>,
): void {
  app.on(ep.method, `/api/console${ep.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, async (c) => {
    const cookieId = cookie.read(c)
    const session = cookieId === undefined ? undefined : await table.byCookie(cookieId)
    if (!session) return notSignedIn()
    const wait = await limits.ofSession(session.id)
    if (wait !== undefined) return tooMany(wait)
    const mine = await access.of(session)
    const may = ep.permission === 'public' || mine.permissions.has(ep.permission)
    const read = may ? await readCall(ep, c.req.raw, c.req.param()) : { ok: false as const, response: forbidden() }
    const call = countedCalls(callUpstream, c.var.operations)
    const work = async (note: Caller['note']) =>
      read.ok
        ? answer(ep, await handle(read.value, { session, access: mine, address: c.var.address, note, call, c }))
        : read.response
    if (ep.method === 'GET') return work(() => {})
    if (!(await life.renew(session))) return notSignedIn()
    if (ep.changesNothing) return work(() => {})
    return write(c, session, deedOf(ep, c, session, mine, read.ok ? read.value : undefined), work)
  })

  async function write(
    c: Context<GatewayEnv>,
    session: Session,
    deed: Deed,
    work: (note: Caller['note']) => Promise<Response>,
  ): Promise<Response> {
    let id = deed.resource
    const response = await recorded(audit, deed, async (note) => {
      note({ requestRef: c.var.requestRef })
      return work((more) => {
        id = more.resource ?? id
        note(more)
      })
    })
    if (response.ok) {
      const told = { type: 'changed', section: ep.section, operation: ep.id, ...(id !== undefined && { id }) } as const
      // It is done, whoever hears of it.
      await hub
        .publish(session.identity.id, told)
        .catch((error: unknown) => log.error({ err: error, operation: ep.id }, 'telling of a change failed'))
    }
    return response
  }
}

function deedOf(ep: Endpoint, c: Context<GatewayEnv>, session: Session, { role }: Access, given: unknown): Deed {
  c.set('recorded', true)
  const { params, body } = (given ?? {}) as { params?: Record<string, string>; body?: unknown }
  const [resource] = Object.values(params ?? {})
  return {
    session,
    role: role.name,
    operation: ep.id,
    section: ep.section,
    ...(resource !== undefined && { resource }),
    ...(body !== undefined && { change: changeOf(ep, body) }),
    address: c.var.address,
  }
}

/** What a handler gave, as the endpoint documents it. */
export function answer(ep: Endpoint, given: unknown): Response {
  if (given instanceof Response) return given
  const status = Number(Object.keys(ep.responses)[0])
  return given === undefined ? new Response(null, { status }) : Response.json(given, { status })
}

const forbidden = () => coded(403, 'INSUFFICIENT_PERMISSIONS')
