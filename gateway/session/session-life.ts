import type { Logger } from 'pino'
import { logout, userIdentities } from '../../contract/access'
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
/** Likewise for the token that chooses among identities, which only this keeps alive. */
const AUTH_KEEP_MS = 2 * 60_000
/** How exactly the table knows the last upstream call; more would be a write per read. */
const NOTE_EVERY_MS = 15_000
/** Other tabs hear of a renewal only when it matters to a countdown. */
const RENEWAL_WORTH_TELLING_MS = 5_000

/** A call to keep the upstream's token alive that came to nothing is tried again after this long. */
const KEEP_AGAIN_MS = 10_000

type Alive = {
  cancel: () => void
  lastUpstreamAt: number
  notedAt: number
  /** As last read; another gateway may have moved it since. */
  deadline: number
  /** The deadline that the tabs here were warned of. */
  warnedOf: number
  /** The read that keeps the upstream's token alive, while it is under way. */
  keeping?: Promise<boolean> | undefined
}
type Needs = { table: SessionTable; clock: Clock; hub: Hub; callUpstream: CallUpstream; log: Logger }

export type SessionLife = ReturnType<typeof createSessionLife>

/**
 * The idle clock of all sessions, and the ways in which one ends. Every gateway of the database looks after every session,
 * so that none is lost with a process: the table is the truth, a timer only says when to look at it. What must happen once
 * (the end, the call that keeps the upstream's token alive) belongs to the gateway whose statement changed the row; warnings
 * are for the tabs that each gateway has itself.
 */
export function createSessionLife({ table, clock, hub, callUpstream, log }: Needs) {
  const alive = new Map<string, Alive>()

  type Row = Pick<Session, 'id' | 'lastUpstreamAt' | 'idleDeadline'>
  function enter({ id, lastUpstreamAt, idleDeadline }: Row): Alive {
    const known = alive.get(id)
    if (known) {
      // Another gateway may have called upstream meanwhile.
      known.lastUpstreamAt = Math.max(known.lastUpstreamAt, lastUpstreamAt)
      return known
    }
    const fresh: Alive = {
      cancel: () => {},
      lastUpstreamAt,
      notedAt: lastUpstreamAt,
      deadline: idleDeadline,
      warnedOf: 0,
    }
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
    const warnAt = state.warnedOf === deadline ? deadline : deadline - WARNING_MS
    state.deadline = deadline
    state.cancel()
    state.cancel = clock.schedule(Math.min(warnAt, keepAt > now ? keepAt : now + KEEP_AGAIN_MS, deadline), () => {
      look(id).catch((error: unknown) => log.error({ err: error }, 'looking after a session failed'))
    })
  }

  async function look(id: string): Promise<void> {
    const session = await table.byId(id)
    if (!alive.has(id)) return
    if (!session || session.idleDeadline <= clock.now()) return finishIdle(id, session)
    const state = enter(session)
    if (state.warnedOf !== session.idleDeadline && clock.now() >= session.idleDeadline - WARNING_MS) {
      state.warnedOf = session.idleDeadline
      hub.toSessionHere(id, { type: 'session.expiring', idleDeadline: session.idleDeadline, now: clock.now() })
    }
    if (!(await keepUpstream(session, UPSTREAM_KEEP_MS))) return
    if (alive.get(id) === state) arm(id, state, session.idleDeadline)
  }

  async function finishIdle(id: string, session: Session | undefined): Promise<void> {
    const removed = session ? await table.removeIdle(id) : false
    const left = removed ? undefined : await table.byId(id)
    const state = alive.get(id)
    // Renewed in the very moment: go on with the new deadline.
    if (left && state && left.idleDeadline > clock.now()) return arm(id, state, left.idleDeadline)
    if (!removed) return gone(id)
    forget(id)
    hub.endSession(id, 'IDLE')
    if (session) await leaveAll(session)
  }

  /** Another gateway, or a new world, has ended it; tabs that have not heard so yet hear what is most likely. */
  function gone(id: string): void {
    const idle = (alive.get(id)?.deadline ?? Number.POSITIVE_INFINITY) <= clock.now()
    forget(id)
    hub.endSessionHere(id, idle ? 'IDLE' : 'SIGNED_OUT')
  }

  /**
   * One cheap read where the upstream has not heard of the session for so long, made by one gateway of all; false when the
   * upstream no longer knows the token.
   */
  function keepUpstream(session: Session, quiet: number): Promise<boolean> {
    const state = enter(session)
    // Whoever comes while the read is under way waits for it: the upstream is to have heard when they are answered. The row
    // has the time of the read already, since that is how one gateway claims it.
    if (state.keeping) return state.keeping
    if (state.lastUpstreamAt > clock.now() - quiet) return Promise.resolve(true)
    state.keeping = readUpstream(session, quiet).finally(() => {
      state.keeping = undefined
    })
    return state.keeping
  }

  async function readUpstream(session: Session, quiet: number): Promise<boolean> {
    if (!(await table.claimUpstream(session.id, clock.now() - quiet))) return true
    const answer = await callUpstream(authFactorsGet, {}, session.token).catch(() => undefined)
    if (answer?.status === 401) return !(await refusedUpstream(session))
    if (answer?.ok) noteUpstream(session)
    else await table.unclaimUpstream(session.id, session.lastUpstreamAt)
    return true
  }

  /** The token that chooses among identities is in no other call: it is kept alive for as long as the person is there. */
  async function keepAuth({ id, authToken }: Session): Promise<void> {
    if (authToken === undefined || !(await table.claimAuth(id, clock.now() - AUTH_KEEP_MS))) return
    await callUpstream(userIdentities, { query: { limit: 1 } }, authToken)
  }

  async function leaveAll({ token, authToken }: Session, kept?: string): Promise<void> {
    await leaveUpstream(token)
    if (authToken !== undefined && authToken !== kept) await leaveUpstream(authToken)
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
    const state = enter(session)
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
    // Nobody waits for it.
    if (session.authToken !== undefined) void leaveUpstream(session.authToken)
    return true
  }

  return {
    noteUpstream,
    refusedUpstream,
    leaveUpstream,

    /** Signs a token out when nothing can be under way with it any more. */
    leaveLater(token: string, afterMs: number): void {
      clock.schedule(clock.now() + afterMs, () => void leaveUpstream(token))
    },

    /** Looks after a session from now on; one that got a new token starts afresh. */
    begin(session: Session): void {
      forget(session.id)
      arm(session.id, enter(session), session.idleDeadline)
    },

    /** A tab of the session is here now: it is to be warned from here. */
    attend(session: Session): void {
      if (!alive.has(session.id)) arm(session.id, enter(session), session.idleDeadline)
    },

    /** The person did something; `undefined` when it came too late. */
    async renew(session: Session): Promise<SessionClock | undefined> {
      const deadline = await table.renew(session.id)
      if (deadline === undefined) return undefined
      keepAuth(session).catch((error: unknown) => log.warn({ err: error }, 'keeping a token for identities failed'))
      const state = enter(session)
      const clockNow: SessionClock = { idleDeadline: deadline, now: clock.now() }
      if (deadline - session.idleDeadline >= RENEWAL_WORTH_TELLING_MS) {
        hub.toSession(session.id, { type: 'session.renewed', ...clockNow })
      }
      arm(session.id, state, deadline)
      return clockNow
    },

    /** After an activity that made no call upstream itself; false when the upstream's token turned out to be dead. */
    async keepAlive(session: Session): Promise<boolean> {
      return keepUpstream(session, QUIET_MS)
    },

    /**
     * The person signed out; `kept` is the token that chooses among identities, where they go on as another one. False where
     * the session was over already.
     */
    async signOut(session: Session, kept?: string): Promise<boolean> {
      if (!(await table.remove(session))) return false
      forget(session.id)
      hub.endSession(session.id, 'SIGNED_OUT')
      await leaveAll(session, kept)
      return true
    },

    /**
     * Takes up the sessions of the database that nobody looks after here (from before a restart, or of a gateway that has
     * died), and hangs up on those that are no longer in it.
     */
    async sweep(): Promise<void> {
      const ids = [...new Set([...hub.sessionIds(), ...alive.keys()])]
      const rows = await table.deadlines()
      for (const row of rows) {
        const session = { id: row.id, lastUpstreamAt: row.last_upstream_at, idleDeadline: row.idle_deadline }
        if (!alive.has(row.id)) arm(row.id, enter(session), row.idle_deadline)
      }
      const there = new Set(rows.map((row) => row.id))
      for (const id of ids) if (!there.has(id)) gone(id)
    },

    stop(): void {
      for (const id of [...alive.keys()]) forget(id)
    },
  }
}
