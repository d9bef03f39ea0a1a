import { Hono } from 'hono'
import { traced } from '../app'
import type { Sandbox } from '../sandbox'
import { framePage, frames } from './frame-page'
import { serveStatic } from './scripts'
import { tokenRoutes } from './token-routes'
import { verificationRoutes } from './verification-routes'

/** The secure components, paths relative to `/app/secure`: the page's scripts, their frames, and what the frames ask. */
export function secureUiApp(sandbox: Sandbox): Hono {
  const app = new Hono()
  traced(app, sandbox)
  serveStatic(app)
  for (const frame of frames) app.get(`/${frame}`, () => framePage(frame, sandbox.pageOrigins))
  tokenRoutes(app, sandbox)
  verificationRoutes(app, sandbox)
  return app
}
