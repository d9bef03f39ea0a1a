import type { Outcome } from '../context'
import type { Pair } from '../instruments/find-ends'
import type { MoneyCtx } from '../ledger/batch'
import { post } from '../ledger/post'

type Money = { id: string; currency: string; amount: number; description: string | null }

/** Moves the money of a transfer from one instrument to the other. */
export function bookTransfer(
  ctx: MoneyCtx,
  { source, destination }: Pair,
  { id, currency, amount, description }: Money,
): Promise<Outcome<undefined, 'FUNDS_INSUFFICIENT'>> {
  const additionalFields = {
    sourceInstrumentType: source.type,
    sourceInstrumentId: source.id,
    sourceInstrumentFriendlyName: source.friendly_name,
    destinationInstrumentType: destination.type,
    destinationInstrumentId: destination.id,
    destinationInstrumentFriendlyName: destination.friendly_name,
    ...(description && { description }),
  }
  return post(ctx, {
    transactionType: 'TRANSFER',
    transactionId: id,
    legs: [
      { account: source.id, currency, actual: -amount, available: -amount, additionalFields },
      { account: destination.id, currency, actual: amount, available: amount, additionalFields },
    ],
  })
}
