import type { Insertable } from 'kysely'
import type { BulkSubmitted } from '../../../contract/bulks'
import type { SandboxBulkOperationTable } from '../../../storage/schema/bulks'
import { type ActorCtx, done, type Outcome } from '../context'
import { type BulkItem, type BulkPath, bulkOperations } from './operations'

// Six columns each; SQLite takes 32,766 parameters in a statement.
const ROWS_PER_INSERT = 1000

/** Stores a list of single operations; nothing runs before it is executed. Mirrors `bulks…` submissions. */
export async function submitBulk(
  ctx: ActorCtx,
  path: BulkPath,
  items: readonly BulkItem[],
): Promise<Outcome<BulkSubmitted>> {
  const bulkId = ctx.newId()
  await ctx.tx
    .insertInto('sandbox_bulk')
    .values({
      id: bulkId,
      identity_id: ctx.actor.identityId,
      credential_id: ctx.actor.credentialId,
      status: 'SUBMITTED',
      operation: path,
      method: bulkOperations[path].method,
      mode: null,
      webhook_interval: null,
      item_count: items.length,
      completed_count: 0,
      failed_count: 0,
      cancelled_count: 0,
      lease_owner: null,
      lease_until: 0,
      submitted_at: ctx.now(),
      started_at: null,
      finished_at: null,
    })
    .execute()
  for (let from = 0; from < items.length; from += ROWS_PER_INSERT) {
    const rows = items.slice(from, from + ROWS_PER_INSERT).map(
      (item, index): Insertable<SandboxBulkOperationTable> => ({
        bulk_id: bulkId,
        sequence: from + index + 1,
        id: ctx.newId(),
        status: 'SUBMITTED',
        request: JSON.stringify(item),
        response: null,
      }),
    )
    await ctx.tx.insertInto('sandbox_bulk_operation').values(rows).execute()
  }
  return done({ bulkId, operationCount: items.length, path })
}
