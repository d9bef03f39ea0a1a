import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { migrate } from './migrate'
import type { Tables } from './schema'

export type Engine = 'sqlite' | 'postgres'

/** An open database. Queries go through `db`; what differs between the engines hides behind the helpers of storage/. */
export type Store = {
  db: Kysely<Tables>
  engine: Engine
  close: () => Promise<void>
  /** A connection of its own, not yet opened, for what lasts as long as a connection does (LISTEN). PostgreSQL alone has it. */
  connection?: () => pg.Client
}

/**
 * Opens and migrates a database: `postgres://…` is PostgreSQL, `:memory:` and any path are SQLite (WAL, one connection,
 * one process). Rejects when the database cannot be opened, when another process has the SQLite file, or when a migration
 * fails; nothing stays open then.
 */
export async function openStore(url: string): Promise<Store> {
  const engine: Engine = /^postgres(ql)?:\/\//.test(url) ? 'postgres' : 'sqlite'
  const db = engine === 'postgres' ? postgres(url) : sqlite(url)
  const store: Store = {
    db,
    engine,
    close: () => db.destroy(),
    ...(engine === 'postgres' && { connection: () => new pg.Client({ connectionString: url, keepAlive: true }) }),
  }
  try {
    await migrate(store)
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}

const { INT8, NUMERIC } = pg.types.builtins
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 || oid === NUMERIC ? exact : pg.types.getTypeParser(oid, format)),
}

/** int8 and sums come as text. Money and instants stay far below 2^53; what does not is refused, never rounded. */
function exact(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be exact`)
  return value
}

function postgres(url: string): Kysely<Tables> {
  const pool = new pg.Pool({ connectionString: url, max: 10, types })
  // A connection that breaks while it rests would end the process; the next query opens another one and reports.
  pool.on('error', () => {})
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

function sqlite(path: string): Kysely<Tables> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const database = new SQLite(path, { timeout: 2000 })
  try {
    // Held from the first access until the file is closed or the process is gone, however it goes.
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    // A committed transaction survives kill -9 with NORMAL; FULL also survives a power cut, which is what a bank promises.
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.exec('begin immediate; commit')
  } catch (error) {
    database.close()
    throw inUse(error) ? new Error(occupied(path), { cause: error }) : error
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}

const inUse = (error: unknown) => error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')
const occupied = (path: string) =>
  `Another process uses the database ${path}. A SQLite file serves one process: stop the other one, or use PostgreSQL.`
