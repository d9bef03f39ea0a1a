import type { Context, MiddlewareHandler } from 'hono'
import type { GatewayEnv } from '../options'

/** Notes where a request comes from: the other end of its connection. */
export function noteAddress(): MiddlewareHandler<GatewayEnv> {
  return (c, next) => {
    c.set('address', peer(c))
    return next()
  }
}

/** Tests have no connection. */
function peer(c: Context): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? 'unknown'
}
