import type { Context } from 'hono'
import type { Access } from '../access/access'
import { amountsOf } from '../audit/amounts-of'
import type { Deed } from '../audit/audit'
import { changeOf } from '../audit/change-of'
import type { ProxyCall } from '../guard/guard'
import type { GatewayEnv } from '../options'
import type { Session } from '../session/session-table'
import type { Allowed } from './allowed-operation'

/** What guards and record are told of a call. */
export function proxyCall(
  c: Context<GatewayEnv>,
  { ep, params }: Allowed,
  bytes: Uint8Array<ArrayBuffer> | undefined,
  session: Session,
  access: Access,
): ProxyCall {
  let parsed: { value: unknown } | undefined
  if (ep.method !== 'GET') c.set('recorded', true)
  return {
    ep,
    params,
    query: new URL(c.req.url).searchParams,
    bytes,
    json: () => {
      parsed ??= { value: parse(bytes) }
      return parsed.value
    },
    session,
    access,
    idempotencyRef: c.req.header('idempotency-ref'),
    address: c.var.address,
  }
}

function parse(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
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
