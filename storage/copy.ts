import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Engine } from './open'
import type { Tx } from './transaction'

/** A table with the columns in which its rows are copied. */
export type Shape = { name: string; columns: string[] }
export type Values = (string | number | null)[]

/** Tables of a name that begins so, in one order, with their columns. */
export async function shapesOf(tx: Tx, prefix: string, without: ReadonlySet<string>): Promise<Shape[]> {
  return (await tx.introspection.getTables())
    .filter(({ name }) => name.startsWith(prefix) && !without.has(name))
    .map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name).sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What the schema is, in short: another one after any migration, released or not. */
export async function digestOf(tx: Tx, shapes: readonly Shape[]): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(tx)
  return createHash('sha256')
    .update(JSON.stringify([rows.map(({ name }) => name), shapes]))
    .digest('hex')
}

const ROWS_PER_READ = 5000

/** The rows of a table as lists of values, in the order in which they lie there; nobody must write to it meanwhile. */
export async function* readTable(tx: Tx, engine: Engine, { name, columns }: Shape): AsyncGenerator<Values[]> {
  const list = sql.join(columns.map((column) => sql.ref(column)))
  // Neither engine keeps a cursor that Kysely can use on both; where a row lies is a key that every table has.
  const place = sql.ref(engine === 'postgres' ? 'ctid' : 'rowid')
  for (let offset = 0; ; offset += ROWS_PER_READ) {
    const query = sql<Record<string, string | number | null>>`select ${list} from ${sql.table(name)}
      order by ${place} limit ${ROWS_PER_READ} offset ${offset}`
    const { rows } = await query.execute(tx)
    if (rows.length > 0) yield rows.map((row) => columns.map((column) => row[column] ?? null))
    if (rows.length < ROWS_PER_READ) return
  }
}

// SQLite takes 32,766 parameters in a statement.
const MAX_PARAMETERS = 30_000

/** How many rows of a table one statement can write. */
export const rowsPerWrite = ({ columns }: Shape): number => Math.floor(MAX_PARAMETERS / columns.length)

/** Writes rows as `readTable` gave them; at most `rowsPerWrite` at once. */
export async function writeTable(tx: Tx, { name, columns }: Shape, rows: readonly Values[]): Promise<void> {
  const list = sql.join(columns.map((column) => sql.ref(column)))
  const values = sql.join(rows.map((row) => sql`(${sql.join(row)})`))
  await sql`insert into ${sql.table(name)} (${list}) values ${values}`.execute(tx)
}
