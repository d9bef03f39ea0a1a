import type { Insertable } from 'kysely'
import type { Tables } from '../../../storage/schema'
import type { Ctx } from '../context'
import { flushBatch, insertRow, openBatch } from '../ledger/batch'

/** Writes many rows of one table with as few statements as the database takes. */
export async function insertRows<T extends keyof Tables>(
  ctx: Ctx,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const batch = await openBatch(ctx, 0, [])
  for (const row of rows) await insertRow({ ...ctx, batch }, table, row)
  await flushBatch(ctx, batch)
}
