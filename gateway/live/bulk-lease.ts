import { randomUUID } from 'node:crypto'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'

/** A gateway that has died keeps others from asking for no longer than this. */
const LEASE_MS = 4_000

/**
 * One gateway of all asks for a bulk: the one that holds its row, for a few seconds at a time. An advisory lock of
 * PostgreSQL would do the same at the price of a connection kept open for it, would be lost unnoticed with that connection,
 * does not pass a pooler, and is not to be had on SQLite; a row runs out by itself, whatever becomes of its holder. Should
 * clocks differ by seconds, a bulk is asked for twice for a moment, which harms nobody.
 */
export function createBulkLease({ db }: Store, clock: Clock) {
  const holder = randomUUID()
  const held = new Map<string, number>()

  return {
    /** Whether this gateway is the one, for a while longer. */
    async hold(key: string): Promise<boolean> {
      const now = clock.now()
      if ((held.get(key) ?? 0) - now > LEASE_MS / 2) return true
      const until = now + LEASE_MS
      const done = await db
        .insertInto('gateway_bulk_poll')
        .values({ key, holder, until })
        .onConflict((oc) =>
          oc
            .column('key')
            .doUpdateSet({ holder, until })
            .where((eb) =>
              eb.or([eb('gateway_bulk_poll.holder', '=', holder), eb('gateway_bulk_poll.until', '<=', now)]),
            ),
        )
        .returning('key')
        .executeTakeFirst()
      if (done) held.set(key, until)
      else held.delete(key)
      return done !== undefined
    },
    /** Whether it was, when last asked. */
    holds: (key: string) => held.has(key),
    /** Gives it up, so that another one may have it at once. */
    async release(key: string): Promise<void> {
      if (!held.delete(key)) return
      await db.deleteFrom('gateway_bulk_poll').where('key', '=', key).where('holder', '=', holder).execute()
    },
    /** Clears away what dead gateways have left. */
    async prune(): Promise<void> {
      await db
        .deleteFrom('gateway_bulk_poll')
        .where('until', '<', clock.now() - LEASE_MS)
        .execute()
    },
  }
}
