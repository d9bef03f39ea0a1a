import type { MiddlewareHandler } from 'hono'
import type { GatewayEnv } from '../options'
import type { Metrics } from './metrics'

/** The kinds of route, by how a path begins; nothing else of a path is ever counted. */
const routes: readonly [string, string][] = [
  ['/api/multi/', 'multi'],
  ['/api/session', 'session'],
  ['/api/console/', 'console'],
  ['/api/live', 'live'],
  ['/api/', 'api'],
  ['/webhooks/', 'webhooks'],
  ['/assets/', 'assets'],
  ['/app/secure/', 'secure-fields'],
]
const methods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'])

/** Counts every request and the time to its answer. */
export function measure(metrics: Metrics): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const start = performance.now()
    await next()
    const route = routeOf(c.req.path)
    const method = methods.has(c.req.method) ? c.req.method : 'other'
    metrics.count('requests', { route, method, status: String(c.res.status) })
    metrics.observe('request_seconds', (performance.now() - start) / 1000, { route })
  }
}

const routeOf = (path: string): string => routes.find(([begin]) => path.startsWith(begin))?.[1] ?? 'page'
