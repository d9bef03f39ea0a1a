import type { WireSettlementCode } from '../../../contract/simulator/wires'
import type { Ctx } from '../context'
import type { CorrespondentRow } from './correspondent-document'
import { bookAmount, releaseAmount } from './correspondent-money'
import { changeCorrespondent, lockCorrespondent } from './correspondent-rows'

export const isOnItsWay = ({ state }: CorrespondentRow): boolean => state === 'SUBMITTED' || state === 'APPROVED'

/** The other bank has paid it out. The transfer is locked and on its way. */
export async function completeCorrespondent(ctx: Ctx, row: CorrespondentRow): Promise<void> {
  await bookAmount(ctx, row)
  await changeCorrespondent(ctx, row, { state: 'COMPLETED', executed_at: ctx.now() })
}

/** The other bank does not take it: what was held may be spent again. The transfer is locked and on its way. */
export async function rejectCorrespondent(ctx: Ctx, row: CorrespondentRow): Promise<void> {
  await releaseAmount(ctx, row)
  await changeCorrespondent(ctx, row, { state: 'REJECTED', executed_at: ctx.now() })
}

/** What the other bank does at once, in the words of the simulator's calls on wires. */
export async function simulateCorrespondentSettlement(
  ctx: Ctx,
  id: string,
  verdict: 'accept' | 'reject',
): Promise<WireSettlementCode> {
  const row = await lockCorrespondent(ctx, id)
  if (!row) return 'DENIED_WIRE_TRANSFER_NOT_FOUND'
  if (row.state === 'COMPLETED' || row.state === 'RETURNED') return 'DENIED_WIRE_TRANSFER_ALREADY_COMPLETED'
  if (!isOnItsWay(row)) return 'DENIED'
  await (verdict === 'accept' ? completeCorrespondent : rejectCorrespondent)(ctx, row)
  return 'COMPLETED'
}
