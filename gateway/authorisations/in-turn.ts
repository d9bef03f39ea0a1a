import { type Kysely, sql } from 'kysely'
import type { Store } from '../../storage/open'
import type { Tables } from '../../storage/schema'
import { inTransaction } from '../../storage/transaction'

/**
 * One after the other for the same key, whatever gateway it comes to. Within a process they queue up; on PostgreSQL, where
 * there may be other processes, each is a transaction with a lock of its own, and works with `db`.
 */
export function inTurn(store: Store) {
  const last = new Map<string, Promise<unknown>>()

  const alone = <T>(key: string, work: (db: Kysely<Tables> | undefined) => Promise<T>): Promise<T> =>
    store.engine === 'sqlite'
      ? work(undefined)
      : inTransaction(store, async (tx) => {
          await sql`select pg_advisory_xact_lock(hashtextextended(${`authorisation ${key}`}, 0))`.execute(tx)
          return work(tx)
        })

  return <T>(key: string, work: (db: Kysely<Tables> | undefined) => Promise<T>): Promise<T> => {
    const turn = (last.get(key) ?? Promise.resolve()).then(() => alone(key, work))
    const over = turn.catch(() => {})
    last.set(key, over)
    void over.then(() => {
      if (last.get(key) === over) last.delete(key)
    })
    return turn
  }
}
