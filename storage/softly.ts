import { type Kysely, sql } from 'kysely'
import type { Store } from './open'
import type { Tables } from './schema'

/**
 * Runs writes that a power cut may take back: what is only a hint, or is noted again, or errs on the safe side when it is
 * lost. Each wait for the disk holds up everything else in the process (a fifth of a millisecond on an idle disk, four on a busy one), and there they are most of what
 * a write through the gateway costs. SQLite writes its log in order: the next ordinary commit takes these to the disk with
 * it, and a killed process (`kill -9`) loses none of them either way. PostgreSQL flushes for many at once and holds up nobody,
 * so nothing is different there. `work` must use only the `db` that it is given.
 */
export function softly<T>({ db, engine }: Pick<Store, 'db' | 'engine'>, work: (db: Kysely<Tables>) => Promise<T>) {
  if (engine === 'postgres') return work(db)
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection)
    try {
      return await work(connection)
    } finally {
      await sql`pragma synchronous = full`.execute(connection)
    }
  })
}
