import { done, type Outcome, refuse } from '../context'
import type { Pair } from '../instruments/find-ends'
import type { MoneyCtx } from '../ledger/batch'
import { post } from '../ledger/post'
import { ensureSystemAccount, feesAccount } from '../ledger/system-accounts'
import { identityNames } from './identity-names'
import type { SendRow } from './send-rows'

type Money = Pick<SendRow, 'id' | 'currency' | 'amount' | 'description' | 'source_fee' | 'destination_fee'>

/** Ledger rows that one send books at most: the money, and a fee on either side. */
export const SEND_LEDGER_ENTRIES = 6

/** Moves the money of a send from one identity to another; each side's fee is a row of its own on its statement. */
export async function bookSend(
  ctx: MoneyCtx,
  { source, destination }: Pair,
  { id, currency, amount, description, source_fee, destination_fee }: Money,
): Promise<Outcome<undefined, 'FUNDS_INSUFFICIENT'>> {
  if (source.available_balance < amount + source_fee) return refuse('FUNDS_INSUFFICIENT')
  const additionalFields = {
    sourceInstrumentType: source.type,
    sourceInstrumentId: source.id,
    sourceInstrumentFriendlyName: source.friendly_name,
    destinationInstrumentType: destination.type,
    destinationInstrumentId: destination.id,
    destinationInstrumentFriendlyName: destination.friendly_name,
    ...(await identityNames(ctx, source.identity_id, destination.identity_id)),
    ...(description && { description }),
  }
  const booked = await post(ctx, {
    transactionType: 'SEND',
    transactionId: id,
    legs: [
      { account: source.id, currency, actual: -amount, available: -amount, additionalFields },
      { account: destination.id, currency, actual: amount, available: amount, additionalFields },
    ],
  })
  if (!booked.ok) return booked
  await bookFee(ctx, { sendId: id, account: source.id, currency, fee: source_fee })
  await bookFee(ctx, { sendId: id, account: destination.id, currency, fee: destination_fee })
  return done(undefined)
}

type Fee = { sendId: string; account: string; currency: string; fee: number }

async function bookFee(ctx: MoneyCtx, { sendId, account, currency, fee }: Fee): Promise<void> {
  if (fee === 0) return
  const fees = feesAccount(currency)
  // A batch that holds it has seen that it is there.
  if (!ctx.batch?.instruments.has(fees)) await ensureSystemAccount(ctx, fees, currency)
  const additionalFields = { chargeFeeType: 'SEND', relatedTransactionId: sendId, relatedTransactionIdType: 'SEND' }
  const charged = await post(ctx, {
    transactionType: 'CHARGE_FEE',
    transactionId: ctx.newId(),
    legs: [
      { account, currency, actual: -fee, available: -fee, additionalFields },
      { account: fees, currency, actual: fee, available: fee },
    ],
  })
  // Both were looked at with the money of the send.
  if (!charged.ok) throw new Error(`send ${sendId}: its fee cannot be charged`)
}
