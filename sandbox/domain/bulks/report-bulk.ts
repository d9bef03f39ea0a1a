import { bulkProcessEnd } from '../../../contract/events/bulks'
import type { Ctx } from '../context'
import { emit } from '../outbox/emit'
import { type BulkRow, bulkDetails } from './bulk-view'
import type { Ran } from './run-rows'

/** Tells the platform how far a bulk is; `bulk` is the row after the change. */
export async function reportBulk(ctx: Ctx, bulk: BulkRow): Promise<void> {
  const { bulkId, status, submittedItemsCount, operationStatusCounts } = bulkDetails(bulk)
  if (status === 'SUBMITTED') return
  await emit(ctx, bulkProcessEnd, { bulkId, status, submittedItemsCount, operationStatusCounts })
}

/**
 * Reports every so many rows that were tried, as `bulkIdExecute` asked, but not more often than at each quarter. With the
 * last row comes the report of the end instead. `results` are the rows of one batch, which may pass several marks.
 */
export async function reportProgress(ctx: Ctx, before: BulkRow, results: readonly Ran[]): Promise<void> {
  const { webhook_interval: asked, item_count: total } = before
  if (asked === null) return
  const interval = Math.max(asked, Math.ceil(total / 4))
  const counts = { completed_count: before.completed_count, failed_count: before.failed_count }
  for (const { status } of results) {
    counts[status === 'FAILED' ? 'failed_count' : 'completed_count'] += 1
    const tried = counts.completed_count + counts.failed_count
    if (tried % interval === 0 && tried < total) await reportBulk(ctx, { ...before, ...counts, status: 'RUNNING' })
  }
}
