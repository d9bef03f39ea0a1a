import { sql, type Transaction } from 'kysely'
import type { Store } from './open'
import type { Tables } from './schema'

export type Tx = Transaction<Tables>

const MAX_ATTEMPTS = 5
// PostgreSQL: serialization failure, deadlock. The whole transaction may be run again.
const RETRYABLE = new Set(['40001', '40P01'])

/**
 * Runs `work` in one transaction: all of it is kept or none. `work` may run more than once when PostgreSQL asks for a
 * retry, so it must have no effect outside the database. Inside, use only the given `tx`: SQLite has one connection, and
 * a query on the store would wait for ever.
 */
export async function inTransaction<T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.db.transaction().execute(work)
    } catch (error) {
      const code = (error as { code?: unknown }).code
      if (attempt === MAX_ATTEMPTS || typeof code !== 'string' || !RETRYABLE.has(code)) throw error
    }
  }
}

/**
 * Runs `work` so that its writes can be undone alone: when it throws, they are rolled back and the transaction goes on.
 */
export async function inSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint step`.execute(tx)
  try {
    const result = await work()
    await sql`release savepoint step`.execute(tx)
    return result
  } catch (error) {
    await sql`rollback to savepoint step`.execute(tx)
    await sql`release savepoint step`.execute(tx)
    throw error
  }
}

/** Next `count` values of a named, gapless-enough counter; returns the first. Locks the counter until commit. */
export async function nextInSequence(tx: Tx, name: string, count = 1): Promise<number> {
  const row = await tx
    .insertInto('sandbox_sequence')
    .values({ name, value: count })
    .onConflict((oc) =>
      oc.column('name').doUpdateSet((eb) => ({ value: eb('sandbox_sequence.value', '+', eb.val(count)) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return row.value - count + 1
}
