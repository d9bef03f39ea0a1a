import { type Kysely, sql } from 'kysely'
import type { Logger } from 'pino'
import type { Store } from '../../storage/open'
import type { Tables } from '../../storage/schema'
import type { GatewayAuthorisationTable } from '../../storage/schema/authorisations'

export type Row = GatewayAuthorisationTable
type Waiting = { row: Row; kept: (isNew: boolean) => void; failed: (error: unknown) => void }

/** SQLite takes 32,766 values in one statement, PostgreSQL 65,535; a row has 32. */
const MOST = 500
const TIMES_EVERY_MS = 100

export type Keeper = ReturnType<typeof createKeeper>

/**
 * Keeps requests before they are answered. What comes while the disk is at work is kept together in the next turn: one
 * flush to disk serves all of them, so that a burst waits for two and not for hundreds.
 */
export function createKeeper({ db }: Store, log: Logger) {
  let waiting: Waiting[] = []
  const times: { id: string; tookUs: number }[] = []
  let running = false
  let later: NodeJS.Timeout | undefined

  /** Which of them are new; a reference that is known already stays as it was. */
  async function insert(rows: Row[], into: Kysely<Tables> = db): Promise<Set<string>> {
    const made = await into
      .insertInto('gateway_authorisation')
      .values(rows)
      .onConflict((oc) => oc.columns(['kind', 'reference']).doNothing())
      .returning('id')
      .execute()
    return new Set(made.map(({ id }) => id))
  }

  async function keep(batch: Waiting[]): Promise<void> {
    try {
      const made = await insert(batch.map(({ row }) => row))
      for (const { row, kept } of batch) kept(made.has(row.id))
    } catch (error) {
      if (batch.length === 1) return batch[0]?.failed(error)
      // One of them may be what the database refuses; the others are not to suffer for it.
      for (const one of batch) await keep([one])
    }
  }

  async function keepTimes(): Promise<void> {
    const batch = times.splice(0, MOST)
    if (batch.length === 0) return
    const values = batch.map(({ id, tookUs }) => sql`(${id}, cast(${tookUs} as bigint))`)
    await sql`with taken(id, us) as (values ${sql.join(values)})
      update gateway_authorisation set took_us = taken.us from taken where gateway_authorisation.id = taken.id`
      .execute(db)
      .catch((error: unknown) => log.warn({ err: error }, 'times of authorisation requests are not kept'))
  }

  async function run(): Promise<void> {
    if (running) return
    running = true
    clearTimeout(later)
    later = undefined
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST)
      waiting = waiting.slice(MOST)
      await keep(batch)
    }
    await keepTimes()
    running = false
    if (waiting.length > 0) void run()
  }

  return {
    /** True when it is kept; false when there is one with its reference already. */
    add: (row: Row) =>
      new Promise<boolean>((kept, failed) => {
        waiting.push({ row, kept, failed })
        void run()
      }),
    /** The same as part of a transaction. */
    addWithin: async (tx: Kysely<Tables>, row: Row) => (await insert([row], tx)).has(row.id),
    /** How long it took in all, which is known only after it was kept. Nobody waits for this. */
    took(id: string, tookUs: number): void {
      times.push({ id, tookUs })
      later ??= setTimeout(() => void run(), TIMES_EVERY_MS).unref()
    },
    stop: () => clearTimeout(later),
  }
}
