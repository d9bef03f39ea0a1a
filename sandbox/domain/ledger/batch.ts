import { type Insertable, type Selectable, sql } from 'kysely'
import { locked } from '../../../storage/lock'
import type { Tables } from '../../../storage/schema'
import type { SandboxInstrumentTable } from '../../../storage/schema/money'
import { nextInSequence } from '../../../storage/transaction'
import type { Ctx } from '../context'

/** What a payment needs to know of an instrument. */
export type Instrument = Pick<
  Selectable<SandboxInstrumentTable>,
  | 'id'
  | 'type'
  | 'identity_id'
  | 'profile_id'
  | 'friendly_name'
  | 'currency'
  | 'state'
  | 'actual_balance'
  | 'available_balance'
  | 'low_balance_threshold'
  | 'iban_state'
>

/**
 * Many operations in one transaction that read and write the database together. The instruments are locked and kept in
 * memory, so nobody else can see or change them meanwhile; `post` moves their balances there, and `flushBatch` writes
 * everything at the end. Nothing else may write balances, and no verb of a batch may read them past `findInstruments`.
 */
export type Batch = {
  nextEntryId: number
  instruments: Map<string, Instrument>
  moved: Set<Instrument>
  /** Rows that wait to be written together, table by table. */
  rows: Map<keyof Tables, object[]>
}

/** A context that may be part of a batch; without one everything is read and written at once. */
export type MoneyCtx = Ctx & { batch?: Batch }

// SQLite takes 32,766 parameters in a statement, PostgreSQL 65,535.
const MAX_PARAMETERS = 30_000

/**
 * Opens a batch that books at most `entries` ledger rows. Takes the ledger's lock first (see `lockLedger`), unless it is
 * not going to book any.
 */
export async function openBatch(ctx: Ctx, entries: number, instruments: readonly string[]): Promise<Batch> {
  const nextEntryId = entries > 0 ? await nextInSequence(ctx.tx, 'ledger', entries) : 0
  const batch: Batch = { nextEntryId, instruments: new Map(), moved: new Set(), rows: new Map() }
  for (const ids of chunks([...new Set(instruments)].sort()))
    for (const row of await readInstruments(ctx, ids)) batch.instruments.set(row.id, row)
  return batch
}

/** Instruments by id, locked until the transaction ends; those that do not exist are left out. */
export async function findInstruments(ctx: MoneyCtx, ids: readonly string[]): Promise<Instrument[]> {
  const { batch } = ctx
  if (!batch) return readInstruments(ctx, ids)
  const missing = ids.filter((id) => !batch.instruments.has(id))
  if (missing.length > 0) for (const row of await readInstruments(ctx, missing)) batch.instruments.set(row.id, row)
  return ids.flatMap((id) => batch.instruments.get(id) ?? [])
}

/**
 * Writes a new row: at once, or with its batch. A verb that may run in a batch writes its rows by this and reads none of
 * them again.
 */
export async function insertRow<T extends keyof Tables>(
  ctx: MoneyCtx,
  table: T,
  row: Insertable<Tables[T]>,
): Promise<void> {
  const { batch } = ctx
  if (!batch) {
    // Which table it is, the type of `row` has settled; Kysely cannot follow a table that is a type parameter.
    await ctx.tx
      .insertInto<keyof Tables>(table)
      .values(row as object)
      .execute()
    return
  }
  const waiting = batch.rows.get(table)
  if (waiting) waiting.push(row)
  else batch.rows.set(table, [row])
}

/** Writes what the batch gathered; must run before the transaction commits. */
export async function flushBatch(ctx: Ctx, batch: Batch): Promise<void> {
  for (const [table, waiting] of batch.rows)
    for (const rows of chunks(waiting)) await ctx.tx.insertInto(table).values(rows).execute()
  for (const rows of chunks([...batch.moved])) {
    const values = sql.join(
      rows.map(
        (row) =>
          sql`(cast(${row.id} as text), cast(${row.actual_balance} as bigint), cast(${row.available_balance} as bigint))`,
      ),
    )
    await sql`with moved(id, actual, available) as (values ${values})
      update sandbox_instrument set actual_balance = moved.actual, available_balance = moved.available
      from moved where sandbox_instrument.id = moved.id`.execute(ctx.tx)
  }
}

function readInstruments(ctx: Ctx, ids: readonly string[]): Promise<Instrument[]> {
  const query = ctx.tx
    .selectFrom('sandbox_instrument')
    .select(['id', 'type', 'identity_id', 'profile_id', 'friendly_name', 'currency', 'state', 'iban_state'])
    .select(['actual_balance', 'available_balance', 'low_balance_threshold'])
    .where('id', 'in', ids)
    .orderBy('id')
  return locked(ctx.engine, query).execute()
}

/** Parts small enough for one statement. */
function chunks<T>(rows: readonly T[]): T[][] {
  const [first] = rows
  const size = Math.floor(MAX_PARAMETERS / Math.max(1, typeof first === 'object' ? Object.keys(first ?? {}).length : 1))
  const parts: T[][] = []
  for (let at = 0; at < rows.length; at += size) parts.push(rows.slice(at, at + size))
  return parts
}
