import type { Logger } from 'pino'
import { type AccessTable, createAccess } from './access/access'
import { type Audit, createAudit } from './audit/audit'
import type { Guard } from './guard/guard'
import { type BulkPoller, createBulkPoller } from './live/bulk-poller'
import type { Bus } from './live/bus'
import { createEventLog, type EventLog } from './live/event-log'
import { createHub, type Hub } from './live/hub'
import { openBus } from './live/open-bus'
import type { GatewayOptions } from './options'
import { type SessionCookie, sessionCookie } from './session/cookie'
import { createSessionLife, type SessionLife } from './session/session-life'
import { createSessionTable, type SessionTable } from './session/session-table'
import { createTokenCipher } from './session/token-cipher'
import { type CallUpstream, createCallUpstream } from './upstream/call-upstream'

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
  /** In the order in which a call meets them. */
  guards: Guard[]
}

/** Makes the parts and ties them together; starts nothing. */
export function createParts(options: GatewayOptions): GatewayParts {
  const { store, clock, log } = options
  const callUpstream = createCallUpstream(options)
  const bus = options.bus ?? openBus(store, log)
  const eventLog = createEventLog(store, clock)
  const hub = createHub(eventLog)
  const table = createSessionTable(store, clock, createTokenCipher(options.sessionKey))
  const life = createSessionLife({ table, clock, hub, callUpstream, log })
  const poller = createBulkPoller({ clock, table, life, callUpstream, log })
  const cookie = sessionCookie(options.publicOrigin)
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
    audit: createAudit(),
    bus,
    guards: [],
  }
}
