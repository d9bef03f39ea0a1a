import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/

/**
 * Whether a request came over a connection from this machine, or over none, from inside this process. Unlike the host that
 * a request names, the address of its connection cannot be made up.
 */
export function isFromThisMachine(c: Context): boolean {
  const bindings: unknown = c.env
  const connected = typeof bindings === 'object' && bindings !== null && Object.keys(bindings).length > 0
  return !connected || LOOPBACK.test(getConnInfo(c).remote.address ?? '')
}
