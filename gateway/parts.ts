import type { Logger } from 'pino'
import { type AccessTable, createAccess } from './access/access'
import { type Approvals, createApprovals } from './approvals/approvals'
import { type Audit, createAudit } from './audit/audit'
import { type Authorisations, createAuthorisations } from './authorisations/authorisations'
import { createEntryTable, type EntryTable } from './entry/entry-table'
import { createInvitationTable, type InvitationTable } from './entry/invitation-table'
import { approvalsGuard } from './guard/approvals'
import { cardSecretsGuard } from './guard/card-secrets'
import type { Guard } from './guard/guard'
import { instrumentGuard } from './guard/instruments'
import { type BulkInstruments, createBulkInstruments } from './guard/instruments-bulks'
import { ownAddressGuard } from './guard/own-address'
import { peopleGuard } from './guard/people'
import { shutOutGuard } from './guard/shut-out'
import { limitGuard } from './limits/limit-guard'
import { createLimits, type Limits } from './limits/limits'
import { type BulkPoller, createBulkPoller } from './live/bulk-poller'
import type { Bus } from './live/bus'
import { createEventLog, type EventLog } from './live/event-log'
import { createHub, type Hub } from './live/hub'
import { openBus } from './live/open-bus'
import { createMetrics, type Metrics } from './metrics/metrics'
import type { GatewayOptions } from './options'
import { type Admission, createAdmission } from './session/admission'
import { type SessionCookie, sessionCookie } from './session/cookie'
import { createSessionLife, type SessionLife } from './session/session-life'
import { createSessionTable, type SessionTable } from './session/session-table'
import { notePhoneAsked } from './session/step-up-by-phone'
import { createTokenCipher } from './session/token-cipher'
import type { Breaker } from './upstream/breaker'
import { type CallUpstream, createCallUpstream } from './upstream/call-upstream'
import { hardenUpstream } from './upstream/harden-upstream'
import { createInbox, type Inbox } from './webhooks/inbox'
import { learnOwners } from './webhooks/learn-owners'

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
  /** Who is on the way in. */
  entries: EntryTable
  entryCookie: SessionCookie
  admission: Admission
  invitations: InvitationTable
  bus: Bus
  authorisations: Authorisations
  limits: Limits
  metrics: Metrics
  breaker: Breaker
  /** It has been told to stop: nobody new is to be sent here. */
  state: { leaving: boolean }
  inbox: Inbox
  approvals: Approvals
  bulkInstruments: BulkInstruments
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
  const access = createAccess(store, bus, clock)
  const counted: typeof eventLog = {
    ...eventLog,
    append(entries) {
      metrics.count('live_events', {}, entries.length)
      return eventLog.append(entries)
    },
  }
  const hub = createHub({ log: counted, bus, accessOf: access.of, logger: log })
  const cipher = createTokenCipher(options.sessionKey, options.otherSessionKeys)
  const table = createSessionTable(store, clock, cipher)
  const entries = createEntryTable(store, clock, cipher)
  const life = createSessionLife({ table, clock, hub, callUpstream, log })
  const poll: CallUpstream = (...call) => {
    metrics.count('bulk_polls', {})
    return callUpstream(...call)
  }
  const poller = createBulkPoller({ store, clock, bus, table, life, callUpstream: poll, log })
  const cookie = sessionCookie(options.publicOrigin)
  const entryCookie = sessionCookie(options.publicOrigin, 'multi-console-entry')
  const authorisations = createAuthorisations({ ...options, bus, hub, callUpstream })
  const inbox = createInbox({ store, clock, hub, log })
  const bulkInstruments = createBulkInstruments(store, clock)
  const limits = createLimits(store, clock, options.sessionKey)
  // A sandbox in this process is on the same database.
  const upstreamHere = options.embedded !== undefined
  const audit = createAudit({ store, clock, key: options.auditKey, log, upstreamHere })
  const invitations = createInvitationTable(store, clock)
  const approvals = createApprovals({ store, clock, hub, audit, log, upstreamHere })
  const admission = createAdmission({ table, life, access, cookie, entries, entryCookie, options, audit })
  return {
    options,
    log,
    cookie,
    entries,
    entryCookie,
    admission,
    invitations,
    table,
    life,
    hub,
    eventLog,
    poller,
    callUpstream,
    access,
    audit,
    approvals,
    bus,
    authorisations,
    inbox,
    limits,
    metrics,
    breaker,
    state: { leaving: false },
    bulkInstruments,
    guards: [
      peopleGuard(access),
      cardSecretsGuard,
      instrumentGuard({ callUpstream, bulkInstruments, log }),
      authorisations.holders.guard,
      limitGuard(limits, metrics),
      learnOwners(inbox, log),
      invitations.guard,
      shutOutGuard({ table, life }),
      ownAddressGuard(table),
      notePhoneAsked(table, clock.now),
      approvalsGuard({ approvals, callUpstream }),
    ],
  }
}
