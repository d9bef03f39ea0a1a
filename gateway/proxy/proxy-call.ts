import type { Context } from 'hono'
import type { Access } from '../access/access'
import type { Deed } from '../audit/audit'
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

export function deedOf({ ep, params, session, access, address }: ProxyCall): Deed {
  const [resource] = Object.values(params)
  return {
    session,
    role: access.role.name,
    operation: ep.id,
    section: ep.section,
    ...(resource !== undefined && { resource }),
    address,
  }
}
