import type { Logger } from 'pino'
import { type AccessTable, createAccess } from './access/access'
import { type Audit, createAudit } from './audit/audit'
import type { Guard } from './guard/guard'
import { type BulkPoller, createBulkPoller } from './live/bulk-poller'
import type { Bus } from './live/bus'
import { createEventLog, type EventLog } from './live/event-log'
import { createHub, type Hub } from './live/hub'
import { openBus } from './live/open-bus'
import { limitGuard } from './limits/limit-guard'
import { createLimits, type Limits } from './limits/limits'
import { createMetrics, type Metrics } from './metrics/metrics'
import type { GatewayOptions } from './options'
import { type SessionCookie, sessionCookie } from './session/cookie'
import { createSessionLife, type SessionLife } from './session/session-life'
import { createSessionTable, type SessionTable } from './session/session-table'
import { createTokenCipher } from './session/token-cipher'
import type { Breaker } from './upstream/breaker'
import { type CallUpstream, createCallUpstream } from './upstream/call-upstream'
import { hardenUpstream } from './upstream/harden-upstream'

/** What the routes work with. */
export type GatewayParts = {
  options: GatewayOptions
  log: Logger
  cookie: SessionCookie
  table: SessionTable
  life: SessionLife
  hub: Hub
  eventLog: EventLog
  poller: BulkPoller
  callUpstream: CallUpstream
  access: AccessTable
  audit: Audit
  bus: Bus
  limits: Limits
  metrics: Metrics
  breaker: Breaker
  /** In the order in which a call meets them. */
  guards: Guard[]
}

/** Makes the parts and ties them together; starts nothing. */
export function createParts(given: GatewayOptions): GatewayParts {
  const { store, clock, log } = given
  const metrics = createMetrics()
  const breaker = hardenUpstream(given, metrics)
  const options = { ...given, upstream: breaker.upstream }
  const callUpstream = createCallUpstream(options)
  const bus = options.bus ?? openBus(store, log)
  const eventLog = createEventLog(store, clock)
  const hub = createHub(eventLog)
  const table = createSessionTable(store, clock, createTokenCipher(options.sessionKey))
  const life = createSessionLife({ table, clock, hub, callUpstream, log })
  const poller = createBulkPoller({ clock, table, life, callUpstream, log })
  const cookie = sessionCookie(options.publicOrigin)
  const limits = createLimits(store, clock, options.sessionKey)
  return {
    options,
    log,
    cookie,
    table,
    life,
    hub,
    eventLog,
    poller,
    callUpstream,
    access: createAccess(store, bus, clock),
    audit: createAudit({ store, clock, key: options.auditKey, log }),
    bus,
    limits,
    metrics,
    breaker,
    guards: [limitGuard(limits, metrics)],
  }
}
