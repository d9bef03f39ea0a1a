import { sql } from 'kysely'
import type { Engine, Store } from './open'
import { inTransaction, type Tx } from './transaction'

/**
 * Deletes every row of the sandbox and of the gateway, the append-only ledger included, and leaves the schema as it is.
 * For the control plane alone, which puts another world in place; nothing else may unlock the ledger.
 */
export async function emptySandbox(store: Store): Promise<void> {
  await inTransaction(store, (tx) => emptyTables(tx, store.engine))
}

/** The same as the first part of a transaction that goes on. */
export async function emptyTables(tx: Tx, engine: Engine): Promise<void> {
  // In one order everywhere, so that two that empty at once wait for each other.
  const tables = (await tx.introspection.getTables())
    .map((table) => table.name)
    .filter((name) => /^(sandbox|gateway)_/.test(name))
    .sort()
  await (engine === 'postgres' ? emptyPostgres(tx, tables) : emptySqlite(tx, tables))
}

async function emptyPostgres(tx: Tx, tables: string[]): Promise<void> {
  for (const name of tables) await sql`alter table ${sql.table(name)} disable trigger user`.execute(tx)
  await sql`truncate ${sql.join(tables.map((name) => sql.table(name)))}`.execute(tx)
  for (const name of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(tx)
}

/** SQLite cannot disable a trigger: they are dropped, and made again from their own text. */
async function emptySqlite(tx: Tx, tables: string[]): Promise<void> {
  const triggers = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'trigger' and tbl_name in (${sql.join(tables)})`.execute(tx)
  for (const { name } of triggers.rows) await sql`drop trigger ${sql.ref(name)}`.execute(tx)
  for (const name of tables) await sql`delete from ${sql.table(name)}`.execute(tx)
  for (const trigger of triggers.rows) await sql.raw(trigger.sql).execute(tx)
}
