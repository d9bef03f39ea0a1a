import type { Context } from 'hono'
import type { Access } from '../access/access'
import { amountsOf } from '../audit/amounts-of'
import type { Deed } from '../audit/audit'
import { changeOf } from '../audit/change-of'
import type { ProxyCall } from '../guard/guard'
import type { GatewayEnv } from '../options'
import type { Session } from '../session/session-table'
import type { Allowed } from './allowed-operation'

/**
 * What guards and record are told of a call. What they read is what is sent, written anew: of a field that stands twice in
 * a body, or a text that is JSON to one reader and not to another, they might look at one thing and the Multi API do
 * another.
 */
export function proxyCall(
  c: Context<GatewayEnv>,
  { ep, params }: Allowed,
  json: unknown,
  session: Session,
  access: Access,
): ProxyCall {
  if (ep.method !== 'GET') c.set('recorded', true)
  return {
    ep,
    params,
    query: new URL(c.req.url).searchParams,
    bytes: json === undefined ? undefined : new TextEncoder().encode(JSON.stringify(json)),
    json: () => json,
    session,
    access,
    // An empty one is none: nothing is known again by it.
    idempotencyRef: c.req.header('idempotency-ref') || undefined,
    address: c.var.address,
  }
}

/** A body as JSON in UTF-8; not ok where there is one and it is none. */
export function readJson(bytes: Uint8Array | undefined): { ok: true; value: unknown } | { ok: false } {
  if (!bytes) return { ok: true, value: undefined }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { ok: false }
  }
}

/** What the record is told of a write: never the body itself, only what `changeOf` lets through. */
export function deedOf({ ep, params, json, session, access, address }: ProxyCall): Deed {
  const resource = Object.entries(params).find(([name]) => name !== 'channel')?.[1]
  const change = ep.body && changeOf(ep, json())
  return {
    session,
    role: access.role.name,
    operation: ep.id,
    section: ep.section,
    ...(resource !== undefined && { resource }),
    ...(change !== undefined && { change, amounts: amountsOf(json()) }),
    address,
  }
}
