import type { Insertable } from 'kysely'
import type { SandboxLedgerEntryTable, SandboxTransferTable } from '../../../storage/schema'
import { nextInSequence } from '../../../storage/transaction'
import type { Ctx } from '../context'

/**
 * What many operations in one transaction share: a block of ledger ids, and rows that nobody reads before the
 * transaction ends, so that they are written together. Balances are never held back.
 */
export type Batch = {
  nextEntryId: number
  entries: Insertable<SandboxLedgerEntryTable>[]
  transfers: Insertable<SandboxTransferTable>[]
}

/** A context that may be part of a batch; without one every row is written at once. */
export type MoneyCtx = Ctx & { batch?: Batch }

// SQLite takes 32,766 parameters in a statement, PostgreSQL 65,535.
const ROWS_PER_INSERT = 1000

/** Opens a batch that books at most `entries` ledger rows. Takes the ledger's lock (see `lockLedger`). */
export async function openBatch(ctx: Ctx, entries: number): Promise<Batch> {
  return { nextEntryId: await nextInSequence(ctx.tx, 'ledger', entries), entries: [], transfers: [] }
}

/** Writes the rows that the batch gathered; must run before the transaction commits. */
export async function flushBatch(ctx: Ctx, batch: Batch): Promise<void> {
  for (const rows of chunks(batch.transfers)) await ctx.tx.insertInto('sandbox_transfer').values(rows).execute()
  for (const rows of chunks(batch.entries)) await ctx.tx.insertInto('sandbox_ledger_entry').values(rows).execute()
}

/** Remembers how far the batch is, to fall back to it when one of its operations is undone. */
export function markBatch(batch: Batch): () => void {
  const entries = batch.entries.length
  const transfers = batch.transfers.length
  return () => {
    batch.entries.length = entries
    batch.transfers.length = transfers
  }
}

function chunks<T>(rows: T[]): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) parts.push(rows.slice(at, at + ROWS_PER_INSERT))
  return parts
}
