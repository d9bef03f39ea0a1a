import type { MiddlewareHandler } from 'hono'
import { refusal } from './answers'

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** True for a host name that means this machine. */
export const isLoopback = (hostname: string): boolean => loopback.has(hostname)

const withoutDefaultPort = (host: string) => host.replace(/:(80|443)$/, '')

/**
 * Answers only under the names it is meant for: a page of somebody else that points its own name at this address (DNS
 * rebinding) gets nothing. On loopback `localhost` is the other origin, where the secure fields live: it serves them
 * and nothing else, and the page's own host does not serve them.
 */
export function hostCheck(publicOrigin: string): MiddlewareHandler {
  const expected = new URL(publicOrigin)
  return async (c, next) => {
    const url = new URL(c.req.url)
    if (url.pathname === '/health' || url.pathname === '/ready') return next()
    if (!isLoopback(expected.hostname)) {
      return withoutDefaultPort(url.host) === withoutDefaultPort(expected.host) ? next() : misdirected()
    }
    if (!isLoopback(url.hostname)) return misdirected()
    // As the router reads it, which takes `%61` for `a`.
    const secure = c.req.path.startsWith('/app/secure/')
    if (url.hostname !== 'localhost') return secure ? c.body(null, 404) : next()
    if (secure) return next()
    url.hostname = '127.0.0.1'
    return c.redirect(url.toString(), 307)
  }
}

const misdirected = () => refusal(421, 'MISDIRECTED', 'This console is not served under that name.')

const safe = new Set(['GET', 'HEAD'])

/**
 * Refuses what another page makes a browser send. A write needs a header that no other origin can set without asking
 * first, and the Origin of the page itself; a read must not come from elsewhere either.
 */
export function sameOrigin(publicOrigin: string): MiddlewareHandler {
  const local = isLoopback(new URL(publicOrigin).hostname)
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return foreign()
    if (safe.has(c.req.method)) return next()
    if (c.req.header('x-requested-with') !== 'multi-console') return foreign()
    // On loopback the port may be another one's (Vite's in development); the host check has already seen to the name.
    const own = local ? new URL(c.req.url).origin : publicOrigin
    return c.req.header('origin') === own ? next() : foreign()
  }
}

const foreign = () => refusal(403, 'FOREIGN_REQUEST', 'Only the console itself may ask for this.')
