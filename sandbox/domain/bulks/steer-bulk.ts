import type { Updateable } from 'kysely'
import type { BulkProcessMode } from '../../../contract/bulks'
import type { SandboxBulkTable } from '../../../storage/schema/bulks'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import type { BulkRow } from './bulk-view'
import { cancelRest } from './cancel-rest'
import { findOwnBulk } from './find-bulk'
import { reportBulk } from './report-bulk'

type Steered = Promise<Outcome<undefined, 'NOT_FOUND' | 'INVALID_STATE'>>

/** Starts a submitted bulk; without a mode, one failure does not stop the others. Mirrors `bulkIdExecute`. */
export function executeBulk(
  ctx: ActorCtx,
  id: string,
  order: { mode?: BulkProcessMode | undefined; webhookInterval?: number | undefined },
): Steered {
  return steer(ctx, id, ['SUBMITTED'], () => ({
    status: 'RUNNING',
    mode: order.mode ?? 'ON_FAILURE_CONTINUE',
    webhook_interval: order.webhookInterval ?? null,
    started_at: ctx.now(),
  }))
}

/** Holds a running bulk after the batch in hand. Mirrors `bulkIdPause`. */
export const pauseBulk = (ctx: ActorCtx, id: string): Steered =>
  steer(ctx, id, ['RUNNING'], () => ({ status: 'PAUSED' }))

/** Lets a paused bulk go on where it stopped. Mirrors `bulkIdResume`. */
export const resumeBulk = (ctx: ActorCtx, id: string): Steered =>
  steer(ctx, id, ['PAUSED'], () => ({ status: 'RUNNING' }))

/** Ends a bulk for good; what has run stays. Mirrors `bulkIdCancel`. */
export const cancelBulk = (ctx: ActorCtx, id: string): Steered =>
  steer(ctx, id, ['SUBMITTED', 'RUNNING', 'PAUSED'], async () => ({
    status: 'CANCELLED',
    cancelled_count: await cancelRest(ctx, id),
    finished_at: ctx.now(),
  }))

async function steer(
  ctx: ActorCtx,
  id: string,
  from: readonly BulkRow['status'][],
  change: () => Updateable<SandboxBulkTable> | Promise<Updateable<SandboxBulkTable>>,
): Steered {
  // The engine holds this row for as long as a batch runs, so a change always falls between two batches.
  const bulk = await findOwnBulk(ctx, id)
  if (!bulk) return refuse('NOT_FOUND')
  if (!from.includes(bulk.status)) return refuse('INVALID_STATE')
  const after = await ctx.tx
    .updateTable('sandbox_bulk')
    .set(await change())
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  // That it runs, those who want to know hear as it goes on.
  if (after.status !== 'RUNNING') await reportBulk(ctx, after)
  ctx.wakes.add('bulks')
  return done(undefined)
}
