import type { Selectable } from 'kysely'
import { locked } from '../../../storage/lock'
import type { SandboxBeneficiaryBatchTable } from '../../../storage/schema/trust'
import type { Ctx } from '../context'
import type { BeneficiaryRow } from './find-beneficiary'

export type BatchRow = Selectable<SandboxBeneficiaryBatchTable>

/** A batch in one of its states, locked until the transaction ends. */
export async function lockBatch(ctx: Ctx, id: string, state: BatchRow['state']): Promise<BatchRow | undefined> {
  const query = ctx.tx
    .selectFrom('sandbox_beneficiary_batch')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', state)
  return locked(ctx.engine, query).executeTakeFirst()
}

/** The payees of a batch in the order in which they were named. */
export function payeesOf(ctx: Ctx, batchId: string): Promise<BeneficiaryRow[]> {
  return ctx.tx
    .selectFrom('sandbox_beneficiary')
    .selectAll()
    .where('id', 'in', idsOf(ctx, batchId))
    .orderBy('id')
    .execute()
}

/** Moves those payees of a batch that are in `from`. */
export async function movePayees(
  ctx: Ctx,
  batchId: string,
  from: BeneficiaryRow['state'],
  to: BeneficiaryRow['state'],
): Promise<void> {
  await ctx.tx
    .updateTable('sandbox_beneficiary')
    .set({ state: to })
    .where('id', 'in', idsOf(ctx, batchId))
    .where('state', '=', from)
    .execute()
}

export async function moveBatch(ctx: Ctx, batch: BatchRow, state: BatchRow['state']): Promise<void> {
  await ctx.tx.updateTable('sandbox_beneficiary_batch').set({ state }).where('id', '=', batch.id).execute()
}

const idsOf = (ctx: Ctx, batchId: string) =>
  ctx.tx.selectFrom('sandbox_beneficiary_in_batch').select('beneficiary_id').where('batch_id', '=', batchId)
