import type { BeneficiaryBatch, beneficiaryBatchCreate } from '../../../contract/beneficiaries'
import type { Req } from '../../../contract/endpoint'
import { parts } from '../challenges/confirmation-rows'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { later } from '../due/later'
import { insertRows } from '../trust/insert-rows'
import { tellBatch } from './batch-event'
import type { BatchRow } from './batch-rows'
import { batchView } from './beneficiary-view'
import { destinationKey } from './destination-key'

/** How long it takes until the payees of a batch have been looked at. */
export const VALIDATION_MS = 1000

type Order = Req<typeof beneficiaryBatchCreate>['body']

/**
 * Orders new payees. They are looked at a little later; what is wrong with one is said of it alone, and does not keep
 * the others from going on. Mirrors `beneficiaryBatchCreate`.
 */
export async function createBeneficiaries(ctx: ActorCtx, order: Order): Promise<Outcome<BeneficiaryBatch>> {
  const rows = order.beneficiaries.map((payee) => ({
    id: ctx.newId(),
    identity_id: ctx.actor.identityId,
    group_name: payee.group ?? null,
    state: 'INITIALISED' as const,
    validation_failure: null,
    destination_key: destinationKey(payee.beneficiaryDetails),
    document: JSON.stringify(payee),
    created_at: ctx.now(),
  }))
  await insertRows(ctx, 'sandbox_beneficiary', rows)
  return done(
    await openBatch(
      ctx,
      'CREATE',
      rows.map((row) => row.id),
      order.tag ?? null,
    ),
  )
}

/**
 * Orders the removal of payees; they stay in use until the batch is confirmed. One that is not the identity's own makes
 * the whole order NOT_FOUND; one that is no longer in use is passed over. Mirrors `beneficiaryBatchRemove`.
 */
export async function removeBeneficiaries(
  ctx: ActorCtx,
  beneficiaryIds: readonly string[],
): Promise<Outcome<BeneficiaryBatch, 'NOT_FOUND'>> {
  const ids = [...new Set(beneficiaryIds)]
  for (const some of parts(ids)) {
    const own = await ctx.tx
      .selectFrom('sandbox_beneficiary')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('identity_id', '=', ctx.actor.identityId)
      .where('id', 'in', some)
      .executeTakeFirstOrThrow()
    if (Number(own.count) < some.length) return refuse('NOT_FOUND')
  }
  return done(await openBatch(ctx, 'REMOVE', ids, null))
}

async function openBatch(
  ctx: ActorCtx,
  operation: BatchRow['operation'],
  beneficiaryIds: readonly string[],
  tag: string | null,
): Promise<BeneficiaryBatch> {
  const now = ctx.now()
  const batch: BatchRow = {
    id: ctx.newId(),
    identity_id: ctx.actor.identityId,
    operation,
    tag,
    state: 'INITIALISED',
    created_at: now,
  }
  await ctx.tx.insertInto('sandbox_beneficiary_batch').values(batch).execute()
  const rows = beneficiaryIds.map((beneficiary_id) => ({ batch_id: batch.id, beneficiary_id }))
  await insertRows(ctx, 'sandbox_beneficiary_in_batch', rows)
  await tellBatch(ctx, batch, 'INITIALISED')
  await later(ctx, 'beneficiary-validation', batch.id, now + VALIDATION_MS)
  return batchView(batch)
}
