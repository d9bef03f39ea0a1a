import { Hono } from 'hono'
import { referenceApp } from '../sandbox/reference/app'
import { giveDemoRoles } from './access/demo-roles'
import { noteRefused } from './audit/note-refused'
import { authorisationInbound } from './authorisations/inbound-routes'
import { logoRoute } from './brand/logo-route'
import { consoleRoutes } from './console/console-routes'
import { handOverRoute } from './entry/hand-over'
import { publicProxy } from './entry/public-proxy'
import { accessLog } from './http/access-log'
import { noteAddress } from './http/address'
import { refusal } from './http/answers'
import { cspReportRoute } from './http/csp-report'
import { embeddedRoutes } from './http/embedded-routes'
import { healthRoutes } from './http/health-routes'
import { hostCheck, sameOrigin } from './http/origin'
import { sizeLimits } from './http/size-limits'
import { liveRoutes } from './live/live-routes'
import { measure } from './metrics/measure'
import type { Metrics } from './metrics/metrics'
import type { GatewayEnv, GatewayOptions } from './options'
import { createParts } from './parts'
import { proxyRoutes } from './proxy/proxy-routes'
import { sessionRoutes } from './session/session-routes'
import { pastSignIn } from './static/past-sign-in'
import { type Policy, securityHeaders } from './static/security-headers'
import { siteRoutes } from './static/site-routes'
import { webhookRoutes } from './webhooks/webhook-routes'

/** How often a silent stream hears that the line is alive, and how soon an ended session is noticed elsewhere. */
const HEARTBEAT_MS = 20_000

/** Whoever asked has gone, as when a page is left while it loads: nobody's failure. Nobody hears it; the log does. */
const GIVEN_UP = 499

export type Gateway = {
  app: Hono<GatewayEnv>
  /** Takes up the sessions of the database and starts the heartbeat. */
  start: () => Promise<void>
  /** From now on it says that it is not ready; it still answers. */
  leave: () => void
  /** The figures, for a server of their own. */
  metrics: Metrics
  /** Ends all streams and calls off every timer; open requests go on, and so does what they need. */
  hangUp: () => void
  /** The end, when no request is open any more. */
  stop: () => Promise<void>
}

/** The server that browsers talk to: session, Multi API, live stream and the page. */
export function createGateway(options: GatewayOptions): Gateway {
  const parts = createParts(options)
  const { life, hub, poller, eventLog, bus, log, metrics } = parts
  const { clock, publicOrigin, page, embedded } = options
  const policy: Policy = {
    publicOrigin,
    secureOrigin: new URL(page.secureScript).origin,
    frameOrigins: options.secureFrames,
  }
  let beating = () => {}

  const app = new Hono<GatewayEnv>()
  app.onError((error, c) => {
    if (c.req.raw.signal.aborted) return new Response(null, { status: GIVEN_UP })
    log.error({ err: error }, 'a request failed')
    return refusal(500, 'INTERNAL', 'The console failed to answer.')
  })
  app.notFound(() => refusal(404, 'NOT_FOUND', 'There is nothing here.'))
  app.use(measure(metrics))
  app.use(securityHeaders(policy))
  app.use(sizeLimits())
  app.use(hostCheck(publicOrigin))
  healthRoutes(app, parts)
  if (embedded) {
    embeddedRoutes(app, embedded, async () => {
      await giveDemoRoles(options.store, embedded, clock.now())
      await parts.access.allChanged()
      parts.authorisations.forget()
      parts.inbox.forget()
      await life.sweep()
    })
  }
  const reference = referenceApp()
  app.mount('/reference', (request) => reference.fetch(request))

  app.use(noteAddress(options.trustedProxies))
  app.use('/api/*', accessLog(log))
  app.use('/webhooks/*', accessLog(log))
  app.use('/device/*', accessLog(log))
  cspReportRoute(app, log)
  app.use('/api/*', noteRefused(parts))
  app.use('/api/*', sameOrigin(publicOrigin))
  authorisationInbound(app, parts)
  webhookRoutes(app, parts)
  handOverRoute(app, parts)
  sessionRoutes(app, parts)
  liveRoutes(app, parts)
  consoleRoutes(app, parts)
  publicProxy(app, parts)
  proxyRoutes(app, parts)
  if (options.dist === undefined) app.get('/api/page-config', () => Response.json(page))
  app.all('/api/*', () => refusal(404, 'NOT_FOUND', 'The console has no such resource.'))
  logoRoute(app, options.logo)
  pastSignIn(app, parts)
  siteRoutes(app, options, policy)

  function beat(): void {
    beating = clock.schedule(clock.now() + HEARTBEAT_MS, beat)
    hub.beat()
    parts.entries.prune().catch((error: unknown) => log.error({ err: error }, 'pruning entries failed'))
    parts.limits.prune().catch((error: unknown) => log.error({ err: error }, 'pruning limits failed'))
    life.sweep().catch((error: unknown) => log.error({ err: error }, 'sweeping sessions failed'))
    parts.inbox.sweep().catch((error: unknown) => log.error({ err: error }, 'sweeping the log of webhooks failed'))
    parts.audit.sweep().catch((error: unknown) => log.error({ err: error }, 'sweeping the audit record failed'))
  }

  function hangUp(): void {
    parts.state.leaving = true
    beating()
    life.stop()
    hub.sendAllAway()
  }

  metrics.gauge('live_streams', () => hub.count())
  metrics.gauge('sessions', () => parts.table.count())

  return {
    app,
    metrics,
    leave: () => {
      parts.state.leaving = true
    },
    async start() {
      await bus.start()
      await eventLog.prune()
      await hub.start()
      await poller.start()
      await parts.inbox.prune()
      await parts.audit.start()
      await parts.approvals.start()
      await life.sweep()
      beating = clock.schedule(clock.now() + HEARTBEAT_MS, beat)
    },
    hangUp,
    async stop() {
      hangUp()
      await poller.stop()
      parts.authorisations.stop()
      parts.approvals.stop()
      await bus.stop()
    },
  }
}
