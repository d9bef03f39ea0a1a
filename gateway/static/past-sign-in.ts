import type { Hono } from 'hono'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'

/**
 * Whoever is signed in and opens the sign-in page again is sent on. The second step of signing in has a session already,
 * and stays. Registered before the pages themselves.
 */
export function pastSignIn(app: Hono<GatewayEnv>, { cookie, table, options }: GatewayParts): void {
  app.get('/sign-in', async (c, next) => {
    const cookieId = c.req.query('step') === 'code' ? undefined : cookie.read(c)
    if (cookieId === undefined || !(await table.byCookie(cookieId))) return next()
    const location = wanted(c.req.query('redirect'), options.publicOrigin)
    return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } })
  })
}

/** What the gateway serves that is no page to come back to. */
const notPages = /^\/+(sign-in|api|app|brand|__sandbox|simulate|health|ready|reference|webhooks)(\/|$)/

/** A page of this console and nothing else; written in full, since a path may begin with what reads as a host. */
export function wanted(path: string | undefined, origin: string): string {
  const home = `${origin}/`
  if (!path?.startsWith('/') || !URL.canParse(path, origin)) return home
  const target = new URL(path, origin)
  return target.origin === origin && !notPages.test(target.pathname) ? target.href : home
}
