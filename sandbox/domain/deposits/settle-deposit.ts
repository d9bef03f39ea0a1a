import { locked } from '../../../storage/lock'
import type { Ctx } from '../context'
import { lockLedger } from '../ledger/lock-ledger'
import type { DepositRow } from './deposit-document'
import { acceptMoney, sendBack } from './deposit-money'
import { takeLink } from './take-link'
import { tellDeposit } from './tell-deposit'

/** Lets money in that waited for a decision, or sends it back. Does nothing where it was decided already. */
export async function settleDeposit(
  ctx: Ctx,
  id: string,
  decision: 'APPROVED' | 'DENIED',
): Promise<DepositRow['state'] | undefined> {
  await lockLedger(ctx)
  const row = await locked(
    ctx.engine,
    ctx.tx.selectFrom('sandbox_deposit').selectAll().where('id', '=', id),
  ).executeTakeFirst()
  if (row?.state !== 'PENDING') return row?.state
  const now = ctx.now()
  const approved = decision === 'APPROVED'
  const moved = await (approved ? acceptMoney : sendBack)(ctx, row)
  if (!moved.ok) throw new Error(`deposit ${id}: what waited is not there`)
  const change = approved
    ? ({ state: 'COMPLETED', executed_at: now, updated_at: now } as const)
    : ({ state: 'REJECTED', updated_at: now } as const)
  await ctx.tx.updateTable('sandbox_deposit').set(change).where('id', '=', id).execute()
  const settled = { ...row, ...change }
  await tellDeposit(ctx, settled)
  if (approved) await takeLink(ctx, settled)
  return settled.state
}
