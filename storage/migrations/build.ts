import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { Engine } from '../open'

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on today's table types
export type Db = Kysely<any>
type Columns = Record<string, 'text' | 'text?' | 'int' | 'int?'>

/** Adds the columns of a table: text or 64-bit integer, `?` for nullable. */
export async function table(db: Db, name: string, columns: Columns, key: string[]): Promise<void> {
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name)
  for (const [column, type] of Object.entries(columns)) {
    builder = builder.addColumn(column, type.startsWith('int') ? 'bigint' : 'text', (c) =>
      type.endsWith('?') ? c : c.notNull(),
    )
  }
  await builder.addPrimaryKeyConstraint(`${name}_pk`, key as never[]).execute()
}

export async function index(db: Db, on: string, columns: string[], unique = false): Promise<void> {
  const builder = db.schema.createIndex(`${on}_${columns.join('_')}`).on(on).columns(columns)
  await (unique ? builder.unique() : builder).execute()
}

/** A table whose rows the database itself refuses to change. */
export async function appendOnly(db: Db, engine: Engine, name: string): Promise<void> {
  if (engine === 'postgres') {
    await sql`create or replace function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db)
    await sql`create trigger ${sql.ref(`${name}_append_only`)} before update or delete or truncate on ${sql.table(name)}
      for each statement execute function refuse_change()`.execute(db)
    return
  }
  for (const action of ['update', 'delete']) {
    await sql`create trigger ${sql.ref(`${name}_no_${action}`)} before ${sql.raw(action)} on ${sql.table(name)}
      begin select raise(abort, ${sql.lit(`${name} is append-only`)}); end`.execute(db)
  }
}
