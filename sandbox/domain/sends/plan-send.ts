import type { SendOrder } from '../../../contract/sends'
import { exemptionFor, type FoundBeneficiary, findBeneficiary } from '../beneficiaries/find-beneficiary'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { needsHigherLevel } from '../identities/owner-verified'
import type { Pair } from '../instruments/find-ends'
import type { MoneyCtx } from '../ledger/batch'
import { type FeeRefusal, isSendProfile, type SendFees, sendFees } from './send-fees'
import { findSendPair, type SendPairRefusal } from './send-pair'

/** An order that nothing speaks against: its two ends, locked, and what it costs. */
export type SendPlan = {
  order: SendOrder
  pair: Pair
  fees: SendFees
  beneficiary: FoundBeneficiary | undefined
  scheduledAt: number | null
}
export type PlanRefusal =
  | SendPairRefusal
  | FeeRefusal
  | 'PROFILE_NOT_FOUND'
  | 'SCHEDULED_TIMESTAMP_INVALID'
  | 'IDENTITY_KYC_LEVEL_STEPUP_REQUIRED'
  | 'BENEFICIARY_NOT_FOUND'
  | 'BENEFICIARY_TYPE_INVALID'
  | 'FUNDS_INSUFFICIENT'

/**
 * Looks at an order from all sides and writes nothing. Whether there is enough money is looked at now for what would be
 * paid now, and again when it is paid; for what is paid later only then.
 */
export async function planSend(ctx: ActorCtx & MoneyCtx, order: SendOrder): Promise<Outcome<SendPlan, PlanRefusal>> {
  if (!isSendProfile(order.profileId)) return refuse('PROFILE_NOT_FOUND')
  const scheduledAt = order.scheduledTimestamp === undefined ? null : Number(order.scheduledTimestamp)
  if (scheduledAt !== null && (scheduledAt <= ctx.now() || !Number.isSafeInteger(scheduledAt)))
    return refuse('SCHEDULED_TIMESTAMP_INVALID')
  if (await needsHigherLevel(ctx)) return refuse('IDENTITY_KYC_LEVEL_STEPUP_REQUIRED')
  const payee = await findPayee(ctx, order)
  if (!payee.ok) return payee
  const { source, destinationAmount: money } = order
  const { instrument: destination, beneficiary } = payee.value
  const pair = await findSendPair(ctx, { identityId: ctx.actor.identityId, source, destination, ...money })
  if (!pair.ok) return pair
  const fees = sendFees(order.profileId, money)
  if (!fees.ok) return fees
  const needed = money.amount + fees.value.source
  if (scheduledAt === null && pair.value.source.available_balance < needed) return refuse('FUNDS_INSUFFICIENT')
  return done({ order, pair: pair.value, fees: fees.value, beneficiary, scheduledAt })
}

/** Why the send needs no challenge. A small amount's exemption is used up by asking. */
export const exemptionOf = (ctx: ActorCtx & MoneyCtx, { beneficiary, order }: SendPlan) =>
  exemptionFor(ctx, { beneficiary, money: order.destinationAmount })

async function findPayee(ctx: ActorCtx & MoneyCtx, { destination }: SendOrder) {
  if (!('beneficiaryId' in destination)) return done({ instrument: destination, beneficiary: undefined })
  const beneficiary = await findBeneficiary(ctx, destination.beneficiaryId)
  if (!beneficiary?.trusted) return refuse('BENEFICIARY_NOT_FOUND')
  if (beneficiary.kind !== 'instrument') return refuse('BENEFICIARY_TYPE_INVALID')
  return done({ instrument: beneficiary.instrument, beneficiary })
}
