import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import type { GatewayEnv } from '../options'

/**
 * One line per request: its reference, status, time and the operations it reached. Never a path or query of a call (they
 * hold ids and what people searched for), never a header, never a body. The reference is also on the answer.
 */
export function accessLog(log: Logger): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const start = performance.now()
    c.set('requestRef', randomUUID())
    c.set('operations', [])
    await next()
    const { operations, requestRef } = c.var
    const { headers } = c.res
    headers.set('request-ref', requestRef)
    headers.set('cache-control', 'no-store')
    if (operations.length > 0) headers.set('x-operations', [...new Set(operations)].join(','))
    const ms = Math.round((performance.now() - start) * 10) / 10
    const line = {
      ref: requestRef,
      method: c.req.method,
      route: routeOf(c.req.url),
      status: c.res.status,
      ms,
      operations,
    }
    log[c.res.status >= 500 ? 'error' : 'info'](line, 'request')
  }
}

/** The fixed part of the path: what the request is about, not whom. */
const routeOf = (url: string): string => new URL(url).pathname.split('/').slice(0, 3).join('/')
