import type { OutgoingWireTransferOrder } from '../../../contract/wire-transfers'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { needsHigherLevel } from '../identities/owner-verified'
import type { MoneyCtx } from '../ledger/batch'
import { programme } from '../programme'
import { findSource, type SourceRefusal } from './find-source'
import { feeOf, type WordsRefusal, wordsRefused } from './order-rules'
import { type PayeeRefusal, type Resolved, resolvePayee } from './resolve-payee'

export type PlanRefusal =
  | SourceRefusal
  | PayeeRefusal
  | WordsRefusal
  | 'PROFILE_NOT_FOUND'
  | 'SCHEDULED_TIMESTAMP_INVALID'
  | 'AMOUNT_INVALID'
  | 'FEE_NOT_CONFIGURED_FOR_CURRENCY'
  | 'FUNDS_INSUFFICIENT'
  | 'IDENTITY_KYC_LEVEL_STEPUP_REQUIRED'

export type Plan = Resolved & { fee: number; scheduledAt: number | null }

/**
 * Looks at an order in the order in which a person would: the order itself, the account that pays, the payee, the words,
 * and whether there is enough. A scheduled one is looked at for money only when its time has come. Writes nothing.
 */
export async function planWire(
  ctx: ActorCtx & MoneyCtx,
  order: OutgoingWireTransferOrder,
): Promise<Outcome<Plan, PlanRefusal>> {
  if (order.profileId !== programme.profiles.outgoingWires) return refuse('PROFILE_NOT_FOUND')
  const scheduledAt = order.scheduledTimestamp === undefined ? null : Number(order.scheduledTimestamp)
  if (scheduledAt !== null && (scheduledAt <= ctx.now() || !Number.isSafeInteger(scheduledAt)))
    return refuse('SCHEDULED_TIMESTAMP_INVALID')
  if (await needsHigherLevel(ctx)) return refuse('IDENTITY_KYC_LEVEL_STEPUP_REQUIRED')
  const { currency, amount } = order.transferAmount
  if (amount <= 0) return refuse('AMOUNT_INVALID')
  const { identityId } = ctx.actor
  const source = await findSource(ctx, { identityId, id: order.sourceInstrument.id, currency })
  if (!source.ok) return source
  const resolved = await resolvePayee(ctx, order.destinationBeneficiary, currency)
  if (!resolved.ok) return resolved
  const { rail } = resolved.value
  const wrong = wordsRefused(rail, order)
  if (wrong) return refuse(wrong)
  const fee = feeOf(rail, currency)
  if (fee === undefined) return refuse('FEE_NOT_CONFIGURED_FOR_CURRENCY')
  if (scheduledAt === null && source.value.available_balance < amount + fee) return refuse('FUNDS_INSUFFICIENT')
  return done({ ...resolved.value, fee, scheduledAt })
}
