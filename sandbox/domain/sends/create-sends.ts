import type { Send, SendOrder } from '../../../contract/sends'
import { inSavepoint } from '../../../storage/transaction'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { flushBatch, insertRow, type MoneyCtx, openBatch } from '../ledger/batch'
import { programme } from '../programme'
import { SEND_LEDGER_ENTRIES } from './book-send'
import { orderedRow, placeSend } from './create-send'
import { exemptionOf, planSend, type SendPlan } from './plan-send'
import type { SendRow } from './send-rows'
import { sendView } from './send-view'
import { tellSend } from './tell-send'

/**
 * Many orders in one call, each looked at by itself: what a single call would refuse becomes an INVALID send. One that
 * needs a challenge makes all of the list wait for one. Mirrors the deprecated `sendCreateBulk`.
 */
export async function createSends(
  ctx: ActorCtx,
  orders: readonly SendOrder[],
): Promise<Outcome<{ response: Send[] }, 'TRANSACTION_LIMIT_EXCEEDED'>> {
  if (orders.length > programme.paymentsInOneCall) return refuse('TRANSACTION_LIMIT_EXCEEDED')
  const batch = await openBatch(ctx, SEND_LEDGER_ENTRIES * orders.length, instrumentsOf(orders))
  const batched = { ...ctx, batch }
  const exempt = await exemptTogether(batched, orders)
  const response: Send[] = []
  for (const order of orders) response.push(sendView(await placeOne(batched, order, exempt)))
  await flushBatch(ctx, batch)
  return done({ response })
}

/** Looked at again one by one: what was paid for an earlier order of the list is gone for the later ones. */
async function placeOne(
  ctx: ActorCtx & MoneyCtx,
  order: SendOrder,
  exempt: ReadonlyMap<SendOrder, Exemption> | undefined,
): Promise<SendRow> {
  const plan = await planSend(ctx, order)
  if (plan.ok) return placeSend(ctx, plan.value, exempt?.get(order))
  const row: SendRow = { ...orderedRow(ctx, order), failure: plan.refusal }
  await insertRow(ctx, 'sandbox_send', row)
  await tellSend(ctx, row)
  return row
}

type Exemption = Awaited<ReturnType<typeof exemptionOf>>

/** The exemption of every valid order; `undefined` where one of them has none. */
async function exemptTogether(
  ctx: ActorCtx & MoneyCtx,
  orders: readonly SendOrder[],
): Promise<ReadonlyMap<SendOrder, Exemption> | undefined> {
  const plans: SendPlan[] = []
  for (const order of orders) {
    const plan = await planSend(ctx, order)
    if (plan.ok) plans.push(plan.value)
  }
  const notAll = new Error('one of the list is not exempt')
  try {
    return await inSavepoint(ctx.tx, async () => {
      const found = new Map<SendOrder, Exemption>()
      for (const plan of plans) {
        const exemption = await exemptionOf(ctx, plan)
        // Undoes the counting: no exemption was given, so none is used up.
        if (!exemption) throw notAll
        found.set(plan.order, exemption)
      }
      return found
    })
  } catch (error) {
    if (error !== notAll) throw error
    return undefined
  }
}

/** The instruments that orders name; a payee's is found when the order is looked at. */
export const instrumentsOf = (orders: readonly SendOrder[]): string[] =>
  orders.flatMap(({ source, destination }) => ('id' in destination ? [source.id, destination.id] : [source.id]))
