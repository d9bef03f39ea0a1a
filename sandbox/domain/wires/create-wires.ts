import type { OutgoingWireTransfer, OutgoingWireTransferOrder } from '../../../contract/wire-transfers'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { later } from '../due/later'
import { programme } from '../programme'
import { checkPayee } from './check-payee'
import { newWireRow, wordsOf } from './create-wire'
import { type Plan, planWire } from './plan-wire'
import { tellWire } from './tell-wire'
import type { NewWireRow, WireDocument } from './wire-document'
import { wireView } from './wire-view'

type Order = { order: OutgoingWireTransferOrder; plan: Plan | undefined; failure: string | null }

/**
 * Takes many orders at once. What is wrong with one is told a little later, when it becomes INVALID; until then all of
 * them wait and cannot be confirmed. They go without a challenge only if all the good ones may: that is when every payee
 * is trusted. Nobody has to look at the payee checks. Mirrors `outgoingWireTransferCreateBulk`.
 */
export async function createWires(
  ctx: ActorCtx,
  orders: readonly OutgoingWireTransferOrder[],
): Promise<Outcome<{ response: OutgoingWireTransfer[] }, 'TRANSACTION_LIMIT_EXCEEDED'>> {
  if (orders.length > programme.wires.maxInBulk) return refuse('TRANSACTION_LIMIT_EXCEEDED')
  const planned: Order[] = []
  for (const order of orders) {
    const plan = await planWire(ctx, order)
    planned.push(
      plan.ok ? { order, plan: plan.value, failure: null } : { order, plan: undefined, failure: plan.refusal },
    )
  }
  const exempt = planned.every(({ plan }) => !plan || plan.beneficiary?.trusted)
  const response: OutgoingWireTransfer[] = []
  for (const one of planned) {
    const { row, document } = waiting(ctx, one, exempt)
    await ctx.tx.insertInto('sandbox_wire').values(row).execute()
    await tellWire(ctx, row, document)
    await later(ctx, 'wire-order', row.id, ctx.now() + programme.wires.checkedAfterMs)
    response.push(wireView(row, document))
  }
  return done({ response })
}

function waiting(
  ctx: ActorCtx,
  { order, plan, failure }: Order,
  exempt: boolean,
): { row: NewWireRow; document: WireDocument } {
  if (!plan) {
    const document = wordsOf(order)
    return { row: { ...newWireRow(ctx, order, document), unchecked: 1, failure }, document }
  }
  const { payee, rail, fee, scheduledAt } = plan
  const validationOutcomes = checkPayee(rail, payee)
  const document = { ...wordsOf(order), payee, ...(validationOutcomes && { validationOutcomes }) }
  const row: NewWireRow = {
    ...newWireRow(ctx, order, document),
    type: rail,
    fee,
    scheduled_at: scheduledAt,
    exemption: exempt ? 'TRUSTED_BENEFICIARY' : null,
    unchecked: 1,
  }
  return { row, document }
}
