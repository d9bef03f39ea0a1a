import { type ManagedCardsAdjustmentEvent, managedCardsAdjustmentsWatch } from '../../../../contract/events/cards'
import type { ActorCtx } from '../../context'
import { post } from '../../ledger/post'
import { emit } from '../../outbox/emit'
import { ownerOf } from '../../outbox/owner'
import type { CardRow } from '../find-card'

type Why = ManagedCardsAdjustmentEvent['adjustmentType']

/**
 * Moves what a prepaid card may spend to the one that takes its place; what is held for open purchases stays. The ledger
 * must be locked before the cards were. Debit cards hold nothing.
 */
export async function moveMoney(ctx: ActorCtx, from: CardRow, to: CardRow, why: Why): Promise<void> {
  const { available_balance: amount, currency } = from
  if (amount <= 0) return
  const transactionId = ctx.newId()
  const additionalFields = {
    sourceInstrumentType: 'managed_cards',
    sourceInstrumentId: from.id,
    sourceInstrumentFriendlyName: from.friendly_name,
    destinationInstrumentType: 'managed_cards',
    destinationInstrumentId: to.id,
    destinationInstrumentFriendlyName: to.friendly_name,
    systemTransactionType: why,
  }
  const booked = await post(ctx, {
    transactionType: 'ADJUSTMENT',
    transactionId,
    legs: [
      { account: from.id, currency, actual: -amount, available: -amount, additionalFields },
      { account: to.id, currency, actual: amount, available: amount, additionalFields },
    ],
  })
  if (!booked.ok) throw new Error(`card ${from.id} has less than it says`)
  await tell(ctx, from.id, 0)
  await tell(ctx, to.id, to.available_balance + amount)

  function tell(ctx: ActorCtx, id: string, balance: number): Promise<void> {
    const availableBalance = { currency, amount: String(balance) }
    return emit(ctx, managedCardsAdjustmentsWatch, {
      id: { type: 'managed_cards', id },
      transactionId,
      adjustmentType: why,
      adjustmentAmount: { currency, amount: String(amount) },
      transactionTimestamp: String(ctx.now()),
      availableBalance,
      owner: ownerOf(ctx.actor),
      details: { prepaidModeDetails: { availableBalance } },
    })
  }
}
