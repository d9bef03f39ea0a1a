import type { Ctx } from '../context'
import type { WireRow } from './wire-document'
import { bookMoney, releaseMoney } from './wire-money'
import { changeWire } from './wire-rows'

export const isOnItsWay = ({ state }: Pick<WireRow, 'state'>): boolean => state === 'SUBMITTED' || state === 'APPROVED'

/** The other bank has paid it out. The wire is locked and on its way. */
export async function completeWire(ctx: Ctx, row: WireRow): Promise<void> {
  await bookMoney(ctx, row)
  await changeWire(ctx, row, { state: 'COMPLETED', executed_at: ctx.now() })
}

/** The other bank does not take it: what was held may be spent again. The wire is locked and on its way. */
export async function rejectWire(ctx: Ctx, row: WireRow): Promise<void> {
  await releaseMoney(ctx, row)
  await changeWire(ctx, row, { state: 'REJECTED', rejected_by: 'SYSTEM', executed_at: ctx.now() })
}
