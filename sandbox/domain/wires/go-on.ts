import { exemptionFor, type FoundBeneficiary, findBeneficiary } from '../beneficiaries/find-beneficiary'
import type { ActorCtx } from '../context'
import type { MoneyCtx } from '../ledger/batch'
import { sendOff } from './send-off'
import type { NewWireRow, WireDocument } from './wire-document'
import type { WireChange } from './wire-rows'

/**
 * The next step of a wire whose payee is settled: a challenge, or straight on where it is exempt. The caller writes the
 * change.
 */
export async function goOn(
  ctx: ActorCtx & MoneyCtx,
  wire: NewWireRow,
  beneficiary: FoundBeneficiary | undefined,
): Promise<WireChange> {
  const { currency, amount } = wire
  const exemption = await exemptionFor(ctx, { beneficiary, money: { currency, amount } })
  if (!exemption) return { state: 'PENDING_CHALLENGE' }
  return { exemption, ...(await sendOff(ctx, { ...wire, exemption })) }
}

/** The beneficiary that an order named, as it is now. */
export async function beneficiaryOf(
  ctx: ActorCtx,
  { destination }: WireDocument,
): Promise<FoundBeneficiary | undefined> {
  return 'beneficiaryId' in destination ? findBeneficiary(ctx, destination.beneficiaryId) : undefined
}
