import { Hono } from 'hono'
import { accessRoutes } from './http/access'
import { bulkRoutes } from './http/bulks'
import { corporateRoutes } from './http/corporates'
import { factorRoutes } from './http/factors'
import { accountRoutes } from './http/managed-accounts'
import { passwordRoutes } from './http/passwords'
import { failed, noSuchPath } from './http/respond'
import { stepUpRoutes } from './http/step-up'
import { transferRoutes } from './http/transfers'
import { userRoutes } from './http/users'
import type { Sandbox } from './sandbox'

/** The Multi API, paths relative to `/multi`. */
export function multiApp(sandbox: Sandbox): Hono {
  const app = new Hono()
  traced(app, sandbox)
  accessRoutes(app, sandbox)
  passwordRoutes(app, sandbox)
  factorRoutes(app, sandbox)
  stepUpRoutes(app, sandbox)
  corporateRoutes(app, sandbox)
  userRoutes(app, sandbox)
  accountRoutes(app, sandbox)
  transferRoutes(app, sandbox)
  bulkRoutes(app, sandbox)
  return app
}

/** Gives every answer its `request-ref` and writes one line about it; what fails inside is a 500 without words. */
export function traced(app: Hono, { clock, log, newId }: Sandbox): void {
  app.use(async (c, next) => {
    const requestRef = newId()
    const startedAt = performance.now()
    await next()
    c.res.headers.set('request-ref', requestRef)
    const { method, path } = c.req
    const ms = Math.round((performance.now() - startedAt) * 10) / 10
    log.info({ requestRef, at: clock.now(), method, path, status: c.res.status, ms }, 'request')
  })
  app.onError((error, c) => {
    log.error({ method: c.req.method, path: c.req.path, error: error.stack ?? String(error) }, 'a request failed')
    return failed()
  })
  app.notFound(noSuchPath)
}
