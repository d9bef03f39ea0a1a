import { inSavepoint } from '../../../storage/transaction'
import { type ActorCtx, type Outcome, refuse } from '../context'
import { flushBatch, openBatch } from '../ledger/batch'
import type { BulkRow } from './bulk-view'
import { type BulkItem, findBulkOperation } from './operations'

export type Row = { sequence: number; item: BulkItem }
export type Ran = { sequence: number; status: 'COMPLETED' | 'FAILED'; response: string }

/** All rows at once, sharing what they read and write; what any of them throws undoes them all. */
export async function runTogether(ctx: ActorCtx, bulk: BulkRow, rows: readonly Row[]): Promise<Ran[]> {
  const operation = findBulkOperation(bulk.operation)
  const instruments = rows.flatMap(({ item }) => operation.instruments(item))
  const batch = await openBatch(ctx, operation.ledgerEntries * rows.length, instruments)
  const results = await runRows(bulk, rows, ({ item }) => operation.run({ ...ctx, batch }, item))
  await flushBatch(ctx, batch)
  return results
}

/** Every row for itself in a savepoint, so that one which throws fails alone. */
export function runApart(ctx: ActorCtx, bulk: BulkRow, rows: readonly Row[]): Promise<Ran[]> {
  const operation = findBulkOperation(bulk.operation)
  return runRows(bulk, rows, async ({ item }) => {
    try {
      return await inSavepoint(ctx.tx, () => operation.run(ctx, item))
    } catch (error) {
      if (!isRowFault(error)) throw error
      return refuse('INTERNAL_SERVER_ERROR')
    }
  })
}

async function runRows(
  bulk: BulkRow,
  rows: readonly Row[],
  run: (row: Row) => Promise<Outcome<unknown, string>>,
): Promise<Ran[]> {
  const results: Ran[] = []
  for (const row of rows) {
    const result = { sequence: row.sequence, ...answerOf(await run(row)) }
    results.push(result)
    if (bulk.mode === 'ON_FAILURE_STOP' && result.status === 'FAILED') break
  }
  return results
}

const UNCODED = new Set(['NOT_FOUND', 'INTERNAL_SERVER_ERROR'])

/** The body that the single call would have answered. */
function answerOf(outcome: Outcome<unknown, string>): Omit<Ran, 'sequence'> {
  if (outcome.ok) return { status: 'COMPLETED', response: JSON.stringify(outcome.value ?? {}) }
  const { refusal: code, body } = outcome
  const answer = body ?? (UNCODED.has(code) ? { code, message: code } : { errorCode: code })
  return { status: 'FAILED', response: JSON.stringify(answer) }
}

/** Whether a row is to blame, and not the database under it: then the batch is worth trying again row by row. */
export function isRowFault(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code !== 'string' || code.startsWith('23') || code.startsWith('SQLITE_CONSTRAINT')
}
