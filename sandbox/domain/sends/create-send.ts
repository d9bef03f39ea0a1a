import type { ChallengeExemptionReason, Send, SendOrder } from '../../../contract/sends'
import { type ActorCtx, done, type Outcome } from '../context'
import { later } from '../due/later'
import { insertRow, type MoneyCtx } from '../ledger/batch'
import { bookSend } from './book-send'
import { exemptionOf, type PlanRefusal, planSend, type SendPlan } from './plan-send'
import type { SendRow } from './send-rows'
import { sendView } from './send-view'
import { tellSend } from './tell-send'

/**
 * Sends money to somebody else's instrument: at once or at a later instant, where an exemption applies; else it waits for
 * a confirmation. Mirrors `sendCreate`.
 */
export async function createSend(ctx: ActorCtx & MoneyCtx, order: SendOrder): Promise<Outcome<Send, PlanRefusal>> {
  const plan = await planSend(ctx, order)
  if (!plan.ok) return plan
  return done(sendView(await placeSend(ctx, plan.value, await exemptionOf(ctx, plan.value))))
}

/** Writes a send for an order that was looked at, and pays it where nothing is left to wait for. */
export async function placeSend(
  ctx: ActorCtx & MoneyCtx,
  { order, pair, fees, beneficiary, scheduledAt }: SendPlan,
  exemption: ChallengeExemptionReason | undefined,
): Promise<SendRow> {
  const state = exemption === undefined ? 'PENDING_CHALLENGE' : scheduledAt === null ? 'COMPLETED' : 'SCHEDULED'
  const row: SendRow = {
    ...orderedRow(ctx, order),
    destination_type: pair.destination.type,
    destination_id: pair.destination.id,
    beneficiary_id: beneficiary?.row.id ?? null,
    source_fee: fees.source,
    destination_fee: fees.destination,
    state,
    exemption: exemption ?? null,
    scheduled_at: scheduledAt,
    executed_at: state === 'COMPLETED' ? ctx.now() : null,
  }
  if (state === 'COMPLETED') {
    const booked = await bookSend(ctx, pair, row)
    // The plan looked at this money under the same lock.
    if (!booked.ok) throw new Error(`send ${row.id}: ${booked.refusal} after it was looked at`)
  }
  await insertRow(ctx, 'sandbox_send', row)
  if (state === 'SCHEDULED' && scheduledAt !== null) await later(ctx, 'send', row.id, scheduledAt)
  await tellSend(ctx, row)
  return row
}

/** What the row of a send takes from its order alone. */
export function orderedRow(ctx: ActorCtx, order: SendOrder): SendRow {
  const { source, destination, destinationAmount: money } = order
  const instrument = 'beneficiaryId' in destination ? undefined : destination
  return {
    id: ctx.newId(),
    identity_id: ctx.actor.identityId,
    profile_id: order.profileId,
    tag: order.tag ?? null,
    description: order.description ?? null,
    source_type: source.type,
    source_id: source.id,
    destination_type: instrument?.type ?? null,
    destination_id: instrument?.id ?? null,
    beneficiary_id: 'beneficiaryId' in destination ? destination.beneficiaryId : null,
    currency: money.currency,
    amount: money.amount,
    source_fee: 0,
    destination_fee: 0,
    state: 'INVALID',
    exemption: null,
    failure: null,
    scheduled_at: null,
    executed_at: null,
    cancellation_reason: null,
    created_at: ctx.now(),
  }
}
