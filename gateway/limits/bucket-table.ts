import { sql } from 'kysely'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { softly } from '../../storage/softly'
import type { Rule } from './rules'

/** Where the next use may be made only later: when. */
export type Taken = { ok: true } | { ok: false; retryAt: number }
export type BucketTable = ReturnType<typeof createBucketTable>

/**
 * What has been used of each limit, for all gateways of the database. A bucket is one number, the moment at which it is
 * full again (GCRA): taking is a single statement, which two gateways cannot both pass with the last drop. None of it needs
 * to survive a power cut.
 */
export function createBucketTable(store: Pick<Store, 'db' | 'engine'>, clock: Clock) {
  const { db } = store
  return {
    /** Takes `count` uses, or says when as many will be there; takes nothing then. */
    async take(key: string, { burst, everyMs }: Rule, count = 1): Promise<Taken> {
      const now = clock.now()
      const cost = Math.ceil(everyMs * count)
      // The bucket may be filled up to this moment, and the use must still fit in.
      const most = now + Math.ceil(everyMs * burst) - cost
      const until = sql<number>`case when gateway_limit.until > ${now} then gateway_limit.until else ${now} end + ${cost}`
      const done = await softly(store, (on) =>
        on
          .insertInto('gateway_limit')
          .values({ key, until: now + cost })
          .onConflict((oc) => oc.column('key').doUpdateSet({ until }).where('gateway_limit.until', '<=', most))
          .executeTakeFirst(),
      )
      if ((done.numInsertedOrUpdatedRows ?? 0n) > 0n) return { ok: true }
      const row = await db.selectFrom('gateway_limit').select('until').where('key', '=', key).executeTakeFirst()
      return { ok: false, retryAt: now + Math.max(1, (row?.until ?? now) - most) }
    },

    /** Puts back what was taken for something that does not count after all. */
    async giveBack(key: string, { everyMs }: Rule): Promise<void> {
      await softly(store, (on) =>
        on
          .updateTable('gateway_limit')
          .set((eb) => ({ until: eb('until', '-', Math.ceil(everyMs)) }))
          .where('key', '=', key)
          .execute(),
      )
    },

    /** Remembers a lock; a longer one that is known stays. */
    async lock(key: string, until: number): Promise<void> {
      await db
        .insertInto('gateway_limit')
        .values({ key, until })
        .onConflict((oc) => oc.column('key').doUpdateSet({ until }).where('gateway_limit.until', '<', until))
        .execute()
    },

    /** When a lock opens; `undefined` where there is none any more. */
    async lockedUntil(key: string): Promise<number | undefined> {
      const row = await db
        .selectFrom('gateway_limit')
        .select('until')
        .where('key', '=', key)
        .where('until', '>', clock.now())
        .executeTakeFirst()
      return row?.until
    },

    async unlock(key: string): Promise<void> {
      await db.deleteFrom('gateway_limit').where('key', '=', key).execute()
    },

    /** Forgets what means nothing any more. */
    async prune(): Promise<void> {
      await db.deleteFrom('gateway_limit').where('until', '<=', clock.now()).execute()
    },
  }
}
