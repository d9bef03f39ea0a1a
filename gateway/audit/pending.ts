import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { softly } from '../../storage/softly'
import { inTransaction } from '../../storage/transaction'
import type { Outcome } from './audit'
import { append } from './chain'
import { type Draft, endedOf } from './line'

/** A deed of another gateway that has not ended for so long has lost the one who would tell. */
const LOST_MS = 10 * 60_000
const unknown: Outcome = { outcome: 'UNKNOWN', status: 0 }

const text = z.string().nullable()
const StoredDraft: z.ZodType<Draft> = z.object({
  chain: z.string(),
  at: z.int(),
  person_type: text,
  person_id: text,
  person_name: text,
  role: text,
  operation: z.string(),
  section: z.string(),
  resource: text,
  change: text,
  amounts: text,
  address: z.string(),
})

/**
 * Deeds under way, so that one whose end nobody hears is in the record all the same. Where the Multi API keeps its data in
 * this very database (`upstreamHere`), what it does is written after the beginning and takes it to the disk with it.
 */
export function createPending(store: Store, clock: Clock, key: Buffer, upstreamHere: boolean) {
  const { db, engine } = store
  /** This run of the gateway: what another run on SQLite has left is lost at once. */
  const gateway = randomUUID()

  return {
    async begin(draft: Draft): Promise<string> {
      const id = randomUUID()
      const row = { id, chain: draft.chain, gateway, began_at: clock.now(), draft: JSON.stringify(draft) }
      const insert = (on: typeof db) => on.insertInto('gateway_audit_pending').values(row).execute()
      await (upstreamHere ? softly(store, insert) : insert(db))
      return id
    },

    /** Ends it in one transaction. One that was given up meanwhile gets a second line, of its own, with the truth. */
    end: (id: string, draft: Draft, outcome: Outcome): Promise<void> =>
      inTransaction(store, async (tx) => {
        const done = await tx.deleteFrom('gateway_audit_pending').where('id', '=', id).executeTakeFirst()
        const lineId = done.numDeletedRows > 0n ? id : randomUUID()
        await append(tx, engine, key, endedOf(draft, lineId, outcome))
      }),

    /** It is not to be kept: a stranger was refused, and there are too many lines of such already. */
    async drop(id: string): Promise<void> {
      await db.deleteFrom('gateway_audit_pending').where('id', '=', id).execute()
    },

    /** Writes down what nobody will hear the end of, as of unknown outcome; answers how many. */
    async giveUp(): Promise<number> {
      const lost = await db
        .selectFrom('gateway_audit_pending')
        .select(['id', 'draft'])
        .where('gateway', '!=', gateway)
        // Only one process has an SQLite database at a time: another run's deeds have nobody any more.
        .$if(engine === 'postgres', (query) => query.where('began_at', '<', clock.now() - LOST_MS))
        .orderBy('began_at')
        .limit(1000)
        .execute()
      for (const { id, draft } of lost) {
        await inTransaction(store, async (tx) => {
          const done = await tx.deleteFrom('gateway_audit_pending').where('id', '=', id).executeTakeFirst()
          if (done.numDeletedRows === 0n) return
          await append(tx, engine, key, endedOf(StoredDraft.parse(JSON.parse(draft)), id, unknown))
        })
      }
      return lost.length
    },
  }
}
