import type { Logger } from 'pino'
import { logout } from '../../contract/access'
import { authFactorsGet } from '../../contract/authentication-factors'
import type { SessionClock } from '../../contract/session'
import type { Clock } from '../../sandbox/effects/clock'
import type { Hub } from '../live/hub'
import type { CallUpstream } from '../upstream/call-upstream'
import type { Session, SessionTable } from './session-table'

/** The person is warned this long before the end. */
const WARNING_MS = 60_000
/** An activity makes a call of its own when the upstream has not heard of the session for so long. */
const QUIET_MS = 60_000
/**
 * The upstream's own idle time is five minutes since its last call, which may lie up to QUIET_MS before the last activity
 * here. A call at four minutes keeps the upstream's token alive for as long as the session is.
 */
const UPSTREAM_KEEP_MS = 4 * 60_000
/** How exactly the table knows the last upstream call; more would be a write per read. */
const NOTE_EVERY_MS = 15_000
/** Other tabs hear of a renewal only when it matters to a countdown. */
const RENEWAL_WORTH_TELLING_MS = 5_000

type Alive = { cancel: () => void; lastUpstreamAt: number; notedAt: number; warned: boolean }
type Needs = { table: SessionTable; clock: Clock; hub: Hub; callUpstream: CallUpstream; log: Logger }

export type SessionLife = ReturnType<typeof createSessionLife>

/**
 * The idle clock of all sessions, and the ways in which one ends. The table's deadline is the truth; a timer only says
 * when to look at it, so another gateway on the same database may have moved it meanwhile.
 */
export function createSessionLife({ table, clock, hub, callUpstream, log }: Needs) {
  const alive = new Map<string, Alive>()

  function enter(id: string, lastUpstreamAt: number): Alive {
    const known = alive.get(id)
    if (known) return known
    const fresh: Alive = { cancel: () => {}, lastUpstreamAt, notedAt: lastUpstreamAt, warned: false }
    alive.set(id, fresh)
    return fresh
  }

  function forget(id: string): void {
    alive.get(id)?.cancel()
    alive.delete(id)
  }

  function arm(id: string, state: Alive, deadline: number): void {
    const now = clock.now()
    const keepAt = state.lastUpstreamAt + UPSTREAM_KEEP_MS
    const next = [state.warned ? deadline : deadline - WARNING_MS, keepAt > now ? keepAt : deadline, deadline]
    state.cancel()
    state.cancel = clock.schedule(Math.min(...next), () => {
      look(id).catch((error: unknown) => log.error({ err: error }, 'looking after a session failed'))
    })
  }

  async function look(id: string): Promise<void> {
    const session = await table.byId(id)
    const state = alive.get(id)
    if (!state) return
    if (!session || session.idleDeadline <= clock.now()) return finishIdle(id, session)
    if (!state.warned && clock.now() >= session.idleDeadline - WARNING_MS) {
      state.warned = true
      hub.toSession(id, { type: 'session.expiring', idleDeadline: session.idleDeadline, now: clock.now() })
    }
    if (clock.now() >= state.lastUpstreamAt + UPSTREAM_KEEP_MS && !(await keepUpstream(session))) return
    if (alive.get(id) === state) arm(id, state, session.idleDeadline)
  }

  async function finishIdle(id: string, session: Session | undefined): Promise<void> {
    const removed = await table.removeIdle(id)
    const left = removed ? undefined : await table.byId(id)
    const state = alive.get(id)
    // Renewed in the very moment: go on with the new deadline.
    if (left && state && left.idleDeadline > clock.now()) return arm(id, state, left.idleDeadline)
    forget(id)
    hub.endSession(id, removed ? 'IDLE' : 'SIGNED_OUT')
    if (removed && session) await leaveUpstream(session.token)
  }

  /** One cheap read; false when the upstream no longer knows the token. */
  async function keepUpstream(session: Session): Promise<boolean> {
    const answer = await callUpstream(authFactorsGet, {}, session.token).catch(() => undefined)
    if (answer?.status === 401) return !(await refusedUpstream(session))
    if (answer?.ok) noteUpstream(session)
    return true
  }

  async function leaveUpstream(token: string): Promise<void> {
    try {
      await callUpstream(logout, {}, token)
    } catch (error) {
      log.warn({ err: error }, 'upstream sign-out failed; its token dies by itself')
    }
  }

  /** Remembers that the upstream has heard of the session just now. */
  function noteUpstream(session: Session): void {
    const state = enter(session.id, session.lastUpstreamAt)
    state.lastUpstreamAt = clock.now()
    if (state.lastUpstreamAt - state.notedAt < NOTE_EVERY_MS) return
    state.notedAt = state.lastUpstreamAt
    table.noteUpstream(session.id).catch((error: unknown) => log.warn({ err: error }, 'noting a call failed'))
  }

  /**
   * The upstream answered 401 to this session's token: it is over. False when the session has another token by now, so
   * that the refusal was about the former one.
   */
  async function refusedUpstream(session: Session): Promise<boolean> {
    if (!(await table.remove(session))) return false
    forget(session.id)
    hub.endSession(session.id, 'UPSTREAM')
    return true
  }

  return {
    noteUpstream,
    refusedUpstream,
    leaveUpstream,

    /** Looks after a session from now on; one that got a new token starts afresh. */
    begin(session: Session): void {
      forget(session.id)
      arm(session.id, enter(session.id, session.lastUpstreamAt), session.idleDeadline)
    },

    /** The person did something; `undefined` when it came too late. */
    async renew(session: Session): Promise<SessionClock | undefined> {
      const deadline = await table.renew(session.id)
      if (deadline === undefined) return undefined
      const state = enter(session.id, session.lastUpstreamAt)
      const clockNow: SessionClock = { idleDeadline: deadline, now: clock.now() }
      if (state.warned || deadline - session.idleDeadline >= RENEWAL_WORTH_TELLING_MS) {
        hub.toSession(session.id, { type: 'session.renewed', ...clockNow })
      }
      state.warned = false
      arm(session.id, state, deadline)
      return clockNow
    },

    /** After an activity that made no call upstream itself; false when the upstream's token turned out to be dead. */
    async keepAlive(session: Session): Promise<boolean> {
      const last = alive.get(session.id)?.lastUpstreamAt ?? session.lastUpstreamAt
      return clock.now() - last <= QUIET_MS || keepUpstream(session)
    },

    /** The person signed out. */
    async signOut(session: Session): Promise<void> {
      if (!(await table.remove(session))) return
      forget(session.id)
      hub.endSession(session.id, 'SIGNED_OUT')
      await leaveUpstream(session.token)
    },

    /** Takes up the sessions that the database holds from before a restart. */
    async start(): Promise<void> {
      for (const row of await table.deadlines()) {
        arm(row.id, enter(row.id, row.last_upstream_at), row.idle_deadline)
      }
    },

    /** Hangs up on sessions that are no longer in the table: another gateway, or a new world, has ended them. */
    async sweep(): Promise<void> {
      const ids = [...new Set([...hub.sessionIds(), ...alive.keys()])]
      const there = await table.existing(ids)
      for (const id of ids) {
        if (there.has(id)) continue
        forget(id)
        hub.endSession(id, 'SIGNED_OUT')
      }
    },

    stop(): void {
      for (const id of [...alive.keys()]) forget(id)
    },
  }
}
