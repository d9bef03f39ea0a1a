import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { migrate } from './migrate'
import type { Tables } from './schema'

export type Engine = 'sqlite' | 'postgres'

/** An open database. Queries go through `db`; what differs between the engines hides behind the helpers of storage/. */
export type Store = { db: Kysely<Tables>; engine: Engine; close: () => Promise<void> }

// int8 comes as text from pg; money and instants stay far below 2^53, so numbers are exact.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/**
 * Opens and migrates a database: `postgres://…` is PostgreSQL, `:memory:` and any path are SQLite (WAL, one connection).
 * Rejects when the database cannot be opened or a migration fails.
 */
export async function openStore(url: string): Promise<Store> {
  const engine: Engine = /^postgres(ql)?:\/\//.test(url) ? 'postgres' : 'sqlite'
  const db = engine === 'postgres' ? postgres(url) : sqlite(url)
  const store: Store = { db, engine, close: () => db.destroy() }
  await migrate(store)
  return store
}

function postgres(url: string): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10 }) }) })
}

function sqlite(path: string): Kysely<Tables> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const database = new SQLite(path)
  database.pragma('journal_mode = WAL')
  // A committed transaction survives kill -9 with NORMAL; FULL also survives a power cut, which is what a bank promises.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}
