import type { Logger } from 'pino'
import { BulkProcessDetails, type BulkProcessStatus, bulkId as bulkIdGet } from '../../contract/bulks'
import type { Clock } from '../../sandbox/effects/clock'
import type { SessionLife } from '../session/session-life'
import type { SessionTable } from '../session/session-table'
import type { CallUpstream } from '../upstream/call-upstream'
import type { Subscriber } from './hub'

const FASTEST_MS = 500
const SLOWEST_MS = 2000
const final: readonly BulkProcessStatus[] = ['COMPLETED', 'PARTIALLY_COMPLETED', 'FAILED', 'CANCELLED']

type Poll = {
  bulkId: string
  watchers: Set<Subscriber>
  /** Came since the last answer, and must hear of the state even if it stands still. */
  unserved: Set<Subscriber>
  last: string
  wait: number
  asking: boolean
  /** Asked for while a question was under way, whose answer may be older. */
  again: boolean
  cancel: () => void
}

export type BulkPoller = ReturnType<typeof createBulkPoller>

type Needs = { clock: Clock; table: SessionTable; life: SessionLife; callUpstream: CallUpstream; log: Logger }

/**
 * Asks for the progress of a bulk once for everybody of an identity who looks at it: often while the counts move, more
 * and more seldom while they stand still, and no longer when it is finished or nobody looks. A bulk of somebody else is
 * quietly not watched, so that watching tells nothing about which ids exist.
 */
export function createBulkPoller({ clock, table, life, callUpstream, log }: Needs) {
  const polls = new Map<string, Poll>()
  const keyOf = (identityId: string, bulkId: string) => `${identityId}/${bulkId}`

  function drop(key: string): void {
    polls.get(key)?.cancel()
    polls.delete(key)
  }

  function later(key: string, poll: Poll): void {
    poll.cancel()
    poll.cancel = clock.schedule(clock.now() + poll.wait, () => ask(key, poll))
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
    poll.wait = Math.min(poll.wait * 1.5, SLOWEST_MS)
    const [watcher] = poll.watchers
    const session = watcher && (await table.byId(watcher.sessionId))
    if (!watcher || !session) {
      // Its session has just ended and its stream is about to; the next watcher's turn.
      if (watcher) leave(watcher)
      return
    }
    const answer = await callUpstream(bulkIdGet, { params: { bulk_id: poll.bulkId } }, session.token)
    if (answer.status === 401) {
      await life.refusedUpstream(session)
      return
    }
    life.noteUpstream(session)
    if (answer.status === 404 || answer.status === 403) return drop(key)
    if (!answer.ok) return
    const bulk = BulkProcessDetails.safeParse(await answer.json())
    if (bulk.success) tell(key, poll, bulk.data)
  }

  function tell(key: string, poll: Poll, bulk: BulkProcessDetails): void {
    const now = JSON.stringify(bulk)
    const moved = now !== poll.last
    for (const watcher of moved ? poll.watchers : poll.unserved) {
      watcher.stream.send({ type: 'bulk.progress', bulk, at: clock.now() })
    }
    poll.unserved.clear()
    if (moved) poll.wait = FASTEST_MS
    // A finished bulk is asked once more: rows that were under way when it was cancelled may still be counted.
    else if (final.includes(bulk.status)) drop(key)
    poll.last = now
  }

  function leave(watcher: Subscriber): void {
    for (const [key, poll] of polls) {
      poll.watchers.delete(watcher)
      poll.unserved.delete(watcher)
      if (poll.watchers.size === 0) drop(key)
    }
  }

  return {
    /** Tells a stream how the bulk is doing, now and whenever it moves. */
    watch(watcher: Subscriber, bulkId: string): void {
      const key = keyOf(watcher.identityId, bulkId)
      const poll: Poll = polls.get(key) ?? {
        bulkId,
        watchers: new Set(),
        unserved: new Set(),
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
    /** Somebody has just started, paused, resumed or cancelled the bulk: look at once. */
    nudge(identityId: string, bulkId: string): void {
      const key = keyOf(identityId, bulkId)
      const poll = polls.get(key)
      if (!poll) return
      poll.wait = FASTEST_MS
      ask(key, poll)
    },
    count: () => polls.size,
    stop(): void {
      for (const key of [...polls.keys()]) drop(key)
    },
  }
}
