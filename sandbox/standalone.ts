import { Hono } from 'hono'
import type { RunningSandbox } from './index'
import { referenceApp } from './reference/app'

export type StandaloneOptions = {
  /** Host names beside loopback's and the secure origin's under which it is reached, as in `sandbox.internal`. */
  hosts?: readonly string[]
}

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost']

/**
 * The whole sandbox on one port. It answers only under names that it was given: its keys are known to everybody, so that a
 * page which points its own name at this machine (DNS rebinding) could otherwise do everything that they open.
 */
export function standaloneApp(running: RunningSandbox, { hosts = [] }: StandaloneOptions = {}): Hono {
  const secure = new URL(running.sandbox.secureOrigin)
  const names = new Set([...LOOPBACK, secure.hostname, ...hosts])
  const root = new Hono()
  root.get('/health', (c) => c.json({ status: 'ok' }))
  root.use(async (c, next) => {
    const { hostname } = new URL(c.req.url)
    if (names.has(hostname)) return next()
    return c.json({ message: `The sandbox is not served under ${hostname}: name it in SANDBOX_HOSTS.` }, 421)
  })
  root.mount('/multi', (request) => running.multi.fetch(request))
  root.mount('/simulate/api', (request) => running.simulator.fetch(request))
  root.mount('/__sandbox', (request, bindings) => running.control.fetch(request, bindings))
  root.mount('/app/secure', (request) => running.secureUi.fetch(request))
  const reference = referenceApp({ servers: { multi: '/multi', simulator: '/simulate/api' } })
  root.use('/reference/*', async (c, next) => {
    const url = new URL(c.req.url)
    if (url.origin !== secure.origin) return next()
    // No script of others runs in the origin of the secure fields.
    if (url.hostname !== 'localhost') return c.notFound()
    url.hostname = '127.0.0.1'
    return c.redirect(url.toString(), 307)
  })
  root.mount('/reference', (request) => reference.fetch(request))
  return root
}
