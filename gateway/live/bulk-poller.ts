import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { BulkProcessDetails, type BulkProcessStatus, bulkId as bulkIdGet } from '../../contract/bulks'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { SessionLife } from '../session/session-life'
import type { SessionTable } from '../session/session-table'
import type { CallUpstream } from '../upstream/call-upstream'
import { createBulkLease } from './bulk-lease'
import type { Bus } from './bus'
import type { Subscriber } from './hub'

const FASTEST_MS = 500
const SLOWEST_MS = 2000
/** How often a gateway that only listens looks whether the one that asks is still there. */
const LOOK_MS = 1000
const final: readonly BulkProcessStatus[] = ['COMPLETED', 'PARTIALLY_COMPLETED', 'FAILED', 'CANCELLED']
const TOPIC = 'bulk'

type Poll = {
  bulkId: string
  watchers: Set<Subscriber>
  /** Came since the last answer, and must hear of the state even if it stands still. */
  unserved: Set<Subscriber>
  /** The same of another gateway's watchers. */
  awaited: boolean
  last: string
  wait: number
  asking: boolean
  /** Asked for while a question was under way, whose answer may be older. */
  again: boolean
  cancel: () => void
}
/**
 * What gateways tell each other: how the bulk is doing, that somebody wants to know now, that nobody asks for it any more
 * (whoever still wants to know takes over), or that there is nothing more to ask for.
 */
type Said = { from: string; key: string } & (
  | { word: 'state'; bulk: BulkProcessDetails }
  | { word: 'wanted' | 'free' | 'over' }
)

export type BulkPoller = ReturnType<typeof createBulkPoller>

type Needs = {
  store: Store
  clock: Clock
  bus: Bus
  table: SessionTable
  life: SessionLife
  callUpstream: CallUpstream
  log: Logger
}

/**
 * Asks for the progress of a bulk once for everybody of an identity who looks at it, at whichever gateway: often while the
 * counts move, more and more seldom while they stand still, and no longer when it is finished or nobody looks. A bulk of
 * somebody else is quietly not watched, so that watching tells nothing about which ids exist.
 */
export function createBulkPoller({ store, clock, bus, table, life, callUpstream, log }: Needs) {
  const own = randomUUID()
  const polls = new Map<string, Poll>()
  const lease = createBulkLease(store, clock)
  const keyOf = (identityId: string, bulkId: string) => `${identityId}/${bulkId}`
  const may = ({ access }: Subscriber) => access.permissions.has('bulks.view')

  bus.on(TOPIC, (payload) => {
    const said: Said = JSON.parse(payload)
    const poll = polls.get(said.key)
    if (said.from === own || !poll) return
    switch (said.word) {
      case 'state':
        return show(poll, said.bulk)
      case 'over':
        return remove(said.key)
      case 'wanted':
        if (lease.holds(said.key)) hurry(said.key, poll)
        return
      case 'free':
        return ask(said.key, poll)
    }
  })

  function say(key: string, said: { word: 'state'; bulk: BulkProcessDetails } | { word: 'wanted' | 'free' | 'over' }) {
    return bus.tell(TOPIC, JSON.stringify({ from: own, key, ...said })).catch((error: unknown) => {
      log.warn({ err: error, key }, 'telling other gateways of a bulk failed')
    })
  }

  function remove(key: string): void {
    polls.get(key)?.cancel()
    polls.delete(key)
  }

  async function drop(key: string, word: 'free' | 'over'): Promise<void> {
    remove(key)
    if (!lease.holds(key)) return
    await lease.release(key).catch((error: unknown) => log.warn({ err: error, key }, 'giving up a bulk failed'))
    await say(key, { word })
  }

  function later(key: string, poll: Poll): void {
    poll.cancel()
    poll.cancel = clock.schedule(clock.now() + (lease.holds(key) ? poll.wait : LOOK_MS), () => ask(key, poll))
  }

  function hurry(key: string, poll: Poll): void {
    poll.wait = FASTEST_MS
    poll.awaited = true
    ask(key, poll)
  }

  function ask(key: string, poll: Poll): void {
    poll.cancel()
    if (poll.asking) {
      poll.again = true
      return
    }
    poll.asking = true
    poll.again = false
    question(key, poll)
      .catch((error: unknown) => log.warn({ err: error, bulk: poll.bulkId }, 'polling a bulk failed'))
      .finally(() => {
        poll.asking = false
        if (polls.get(key) !== poll) return
        if (poll.again) ask(key, poll)
        else later(key, poll)
      })
  }

  async function question(key: string, poll: Poll): Promise<void> {
    if (!(await lease.hold(key))) {
      if (poll.unserved.size > 0) void say(key, { word: 'wanted' })
      return
    }
    poll.wait = Math.min(poll.wait * 1.5, SLOWEST_MS)
    const [watcher] = poll.watchers
    const session = watcher && may(watcher) && (await table.byId(watcher.sessionId))
    if (!watcher || !session) {
      // Its session has just ended and its stream is about to, or it may not look any more; the next watcher's turn.
      if (watcher) leave(watcher)
      return
    }
    const answer = await callUpstream(bulkIdGet, { params: { bulk_id: poll.bulkId } }, session.token)
    if (answer.status === 401) {
      await life.refusedUpstream(session)
      return
    }
    life.noteUpstream(session)
    if (answer.status === 404 || answer.status === 403) return drop(key, 'free')
    if (!answer.ok) return
    const bulk = BulkProcessDetails.safeParse(await answer.json())
    if (bulk.success) tell(key, poll, bulk.data)
  }

  function tell(key: string, poll: Poll, bulk: BulkProcessDetails): void {
    const moved = JSON.stringify(bulk) !== poll.last
    if (moved || poll.awaited) void say(key, { word: 'state', bulk })
    poll.awaited = false
    show(poll, bulk)
    if (moved) poll.wait = FASTEST_MS
    // A finished bulk is asked once more: rows that were under way when it was cancelled may still be counted.
    else if (final.includes(bulk.status)) void drop(key, 'over')
  }

  function show(poll: Poll, bulk: BulkProcessDetails): void {
    const now = JSON.stringify(bulk)
    for (const watcher of now === poll.last ? poll.unserved : poll.watchers) {
      if (may(watcher)) watcher.stream.send({ type: 'bulk.progress', bulk, at: clock.now() })
    }
    poll.unserved.clear()
    poll.last = now
  }

  function leave(watcher: Subscriber): void {
    for (const [key, poll] of polls) {
      poll.watchers.delete(watcher)
      poll.unserved.delete(watcher)
      if (poll.watchers.size === 0) void drop(key, 'free')
    }
  }

  return {
    /** Tells a stream how the bulk is doing, now and whenever it moves. */
    watch(watcher: Subscriber, bulkId: string): void {
      if (!may(watcher)) return
      const key = keyOf(watcher.identityId, bulkId)
      const poll: Poll = polls.get(key) ?? {
        bulkId,
        watchers: new Set(),
        unserved: new Set(),
        awaited: false,
        last: '',
        wait: FASTEST_MS,
        asking: false,
        again: false,
        cancel: () => {},
      }
      polls.set(key, poll)
      poll.watchers.add(watcher)
      poll.unserved.add(watcher)
      ask(key, poll)
    },
    /** The stream is closed. */
    leave,
    /** Somebody has just started, paused, resumed or cancelled the bulk: whoever asks for it looks at once. */
    nudge(identityId: string, bulkId: string): void {
      const key = keyOf(identityId, bulkId)
      const poll = polls.get(key)
      if (poll && lease.holds(key)) hurry(key, poll)
      else void say(key, { word: 'wanted' })
    },
    count: () => polls.size,
    start: () => lease.prune(),
    /** Leaves what it asked for to others. */
    async stop(): Promise<void> {
      await Promise.all([...polls.keys()].map((key) => drop(key, 'free')))
    },
  }
}
