import { type Migration, Migrator, sql } from 'kysely'
import * as initial from './migrations/0001-initial'
import type { Store } from './open'

/** In order of name; a released one is never edited, a change is a new one. */
const migrations: Record<string, Migration> = { '0001-initial': initial }

/**
 * Brings the database to the newest schema. Several processes may start at once on one PostgreSQL: Kysely's migrator
 * takes an advisory lock there, and SQLite serves one process.
 */
export async function migrate({ db, engine }: Store): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  if (engine === 'postgres') await sql`select 1`.execute(db)
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
