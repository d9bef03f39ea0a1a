import type { Hono } from 'hono'
import { traced } from '../app'
import type { Sandbox } from '../sandbox'

/**
 * Keeps pages of other origins out of the control plane. A browser sends `application/json` across origins only after
 * asking, and nobody here answers that question; where it names the page's origin, that must be one of ours.
 */
export function guarded(app: Hono, sandbox: Sandbox): void {
  traced(app, sandbox)
  app.use(async (c, next) => {
    const origin = c.req.header('origin')
    if (origin !== undefined && !isOwn(sandbox.pageOrigins, origin)) return c.body(null, 403)
    const isWrite = c.req.method !== 'GET' && c.req.method !== 'HEAD'
    if (isWrite && !/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      return c.json({ message: 'The control plane takes content-type: application/json.' }, 400)
    return next()
  })
}

function isOwn(pageOrigins: readonly string[], origin: string): boolean {
  const portless = origin.replace(/:\d+$/, '')
  return pageOrigins.some((own) => own === origin || own === `${portless}:*`)
}
