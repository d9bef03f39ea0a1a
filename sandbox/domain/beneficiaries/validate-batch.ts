import type { BeneficiaryValidationFailure } from '../../../contract/beneficiaries'
import { locked } from '../../../storage/lock'
import { parts } from '../challenges/confirmation-rows'
import type { Ctx } from '../context'
import { tellBatch } from './batch-event'
import { type BatchRow, lockBatch, moveBatch, movePayees, payeesOf } from './batch-rows'
import { failuresOf } from './validate-payees'

/** Looks at the payees of a batch; with at least one that will do it waits for its challenge, with none it FAILED. */
export async function validateBatch(ctx: Ctx, batchId: string): Promise<void> {
  const batch = await lockBatch(ctx, batchId, 'INITIALISED')
  if (!batch) return
  const good = await (batch.operation === 'CREATE' ? validateNew(ctx, batch) : countActive(ctx, batch))
  const state = good > 0 ? 'PENDING_CHALLENGE' : 'FAILED'
  await moveBatch(ctx, batch, state)
  await tellBatch(ctx, batch, state)
}

async function validateNew(ctx: Ctx, batch: BatchRow): Promise<number> {
  // Two batches of one identity are looked at one after the other, so that they cannot both add the same payee.
  const identity = ctx.tx.selectFrom('sandbox_identity').select('id').where('id', '=', batch.identity_id)
  await locked(ctx.engine, identity).execute()
  const payees = await payeesOf(ctx, batch.id)
  const failures = await failuresOf(ctx, batch.identity_id, payees)
  const byFailure = new Map<BeneficiaryValidationFailure, string[]>()
  for (const [id, failure] of failures) byFailure.set(failure, [...(byFailure.get(failure) ?? []), id])
  for (const [validation_failure, ids] of byFailure)
    for (const some of parts(ids))
      await ctx.tx
        .updateTable('sandbox_beneficiary')
        .set({ state: 'INVALID', validation_failure })
        .where('id', 'in', some)
        .execute()
  await movePayees(ctx, batch.id, 'INITIALISED', 'PENDING_CHALLENGE')
  return payees.length - failures.size
}

async function countActive(ctx: Ctx, batch: BatchRow): Promise<number> {
  return (await payeesOf(ctx, batch.id)).filter((row) => row.state === 'ACTIVE').length
}
