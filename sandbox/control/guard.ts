import type { Hono } from 'hono'
import { traced } from '../app'
import { isFromThisMachine } from '../http/peer'
import type { Sandbox } from '../sandbox'

/**
 * Keeps other machines and pages of other origins out of the control plane. Another machine may claim any host name, but
 * not that its connection comes from here. A browser sends `application/json` across origins only after asking, and nobody
 * here answers that question; where it names the page's origin, that must be one of ours.
 */
export function guarded(app: Hono, sandbox: Sandbox): void {
  traced(app, sandbox)
  app.use(async (c, next) => {
    if (!sandbox.openControl && !isFromThisMachine(c))
      return c.json({ message: 'The control plane answers to the machine that it runs on.' }, 403)
    const origin = c.req.header('origin')
    if (origin !== undefined && !isOwn(sandbox.pageOrigins, origin)) return c.body(null, 403)
    if (c.req.header('sec-fetch-site') === 'cross-site') return c.body(null, 403)
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
