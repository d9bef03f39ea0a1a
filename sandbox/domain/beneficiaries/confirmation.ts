import { locked } from '../../../storage/lock'
import type { Confirmable } from '../challenges/confirmables'
import { type Ctx, done, refuse } from '../context'
import { later } from '../due/later'
import { tellBatch } from './batch-event'
import { type BatchRow, lockBatch, moveBatch, movePayees } from './batch-rows'

/** How long a confirmed batch is at work. */
const COMPLETION_MS = 1000

/**
 * A batch that is confirmed makes its payees ACTIVE, or REMOVED, at once. A challenge that was declined, or answered
 * wrongly too often, ends the batch; one that merely expired may be sent again.
 */
export const batchConfirmation: Confirmable = {
  check: async (ctx, ids) => {
    const query = ctx.tx
      .selectFrom('sandbox_beneficiary_batch')
      .select('state')
      .where('identity_id', '=', ctx.actor.identityId)
      .where('id', 'in', ids)
      .orderBy('id')
    const rows = await locked(ctx.engine, query).execute()
    if (rows.length < ids.length) return refuse('NOT_FOUND')
    return rows.every((row) => row.state === 'PENDING_CHALLENGE') ? done(undefined) : refuse('STATE_INVALID')
  },
  confirmed: async (ctx, ids) => {
    for (const batch of await waiting(ctx, ids)) {
      if (batch.operation === 'CREATE') await movePayees(ctx, batch.id, 'PENDING_CHALLENGE', 'ACTIVE')
      else await movePayees(ctx, batch.id, 'ACTIVE', 'REMOVED')
      await moveBatch(ctx, batch, 'CHALLENGE_COMPLETED')
      await tellBatch(ctx, batch, 'CHALLENGE_COMPLETED')
      await later(ctx, 'beneficiary-completion', batch.id, ctx.now() + COMPLETION_MS)
    }
  },
  failed: async (ctx, ids, why) => {
    if (why === 'EXPIRED') return
    for (const batch of await waiting(ctx, ids)) {
      if (batch.operation === 'CREATE') await movePayees(ctx, batch.id, 'PENDING_CHALLENGE', 'CHALLENGE_FAILED')
      await moveBatch(ctx, batch, 'CHALLENGE_FAILED')
      await tellBatch(ctx, batch, 'CHALLENGE_FAILED')
    }
  },
}

/** Notes that a confirmed batch is through. */
export async function completeBatch(ctx: Ctx, batchId: string): Promise<void> {
  const batch = await lockBatch(ctx, batchId, 'CHALLENGE_COMPLETED')
  if (batch) await moveBatch(ctx, batch, 'COMPLETED')
}

/** Those that still wait for a challenge, locked. */
async function waiting(ctx: Ctx, ids: readonly string[]): Promise<BatchRow[]> {
  const found: BatchRow[] = []
  for (const id of ids)
    found.push(...[await lockBatch(ctx, id, 'PENDING_CHALLENGE')].filter((row) => row !== undefined))
  return found
}
