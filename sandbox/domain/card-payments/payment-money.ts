import type { Outcome } from '../context'
import type { MoneyCtx } from '../ledger/batch'
import type { Leg } from '../ledger/move-balance'
import { post } from '../ledger/post'
import { ensureSystemAccount, feesAccount, worldAccount } from '../ledger/system-accounts'
import type { Payment } from './payment-document'
import type { Cleared } from './payment-events'
import { rateText } from './rates'

/*
 * An authorisation takes its amount from what may be spent and leaves the books as they are. When the shop asks for its
 * money, that leaves the books and the rest of what was held may be spent again. A debit card's money is its account's;
 * the card's name on the line makes it a line of the card's statement as well. The lines:
 * AUTHORISATION, then SETTLEMENT (with its fee as CHARGE_FEE), AUTHORISATION_REVERSAL, _CANCELLATION or _EXPIRY;
 * AUTHORISATION_DECLINE moves nothing; MERCHANT_REFUND brings money.
 */

export type Release = 'AUTHORISATION_REVERSAL' | 'AUTHORISATION_CANCELLATION' | 'AUTHORISATION_EXPIRY'

/** Holds what a purchase may cost. The ledger must be locked, as for all of these. */
export async function holdMoney(ctx: MoneyCtx, payment: Payment, amount: number): Promise<void> {
  const { id, currency } = payment
  await ensureSystemAccount(ctx, worldAccount(currency), currency)
  const held = [own(payment, 0, -amount), { account: worldAccount(currency), currency, actual: 0, available: amount }]
  await sure(post(ctx, { transactionType: 'AUTHORISATION', transactionId: id, state: 'PENDING', legs: held }))
}

/** A line that somebody was refused something. */
export async function noteDecline(ctx: MoneyCtx, payment: Payment): Promise<void> {
  const { id, doc } = payment
  const why = {
    ...(doc.decline && { declineReason: doc.decline.reason }),
    ...(doc.decline?.rule !== undefined && { spendRuleFailedReason: doc.decline.rule }),
  }
  const legs = [own(payment, 0, 0, why)]
  await sure(post(ctx, { transactionType: 'AUTHORISATION_DECLINE', transactionId: id, legs }))
}

/** Gives back what was held and is not wanted any more. */
export async function releaseMoney(ctx: MoneyCtx, payment: Payment, as: Release, transactionId: string): Promise<void> {
  const { currency, held } = payment
  const legs = [
    own(payment, 0, held, related(payment)),
    { account: worldAccount(currency), currency, actual: 0, available: -held },
  ]
  await sure(post(ctx, { transactionType: as, transactionId, legs }))
}

/**
 * Pays the shop and takes the fees; `released` of what was held ends. Refuses where a shop that takes more than it had
 * asked for finds too little; `account` has been looked at for the fee.
 */
export async function payShop(
  ctx: MoneyCtx,
  payment: Payment,
  { id, amount, forexFee, fee, feeId }: Cleared,
  released: number,
): Promise<Outcome<undefined, 'FUNDS_INSUFFICIENT'>> {
  const { currency } = payment
  const [world, fees] = [worldAccount(currency), feesAccount(currency)]
  if (forexFee + fee > 0) await ensureSystemAccount(ctx, fees, currency)
  const cost = amount + forexFee
  const legs: Leg[] = [
    own(payment, -cost, released - cost, related(payment)),
    { account: world, currency, actual: amount, available: amount - released },
    ...(forexFee > 0 ? [{ account: fees, currency, actual: forexFee, available: forexFee }] : []),
  ]
  const paid = await post(ctx, { transactionType: 'SETTLEMENT', transactionId: id, legs })
  if (!paid.ok || fee === 0) return paid
  const about = {
    chargeFeeType: 'ATM_WITHDRAWAL',
    relatedTransactionId: payment.id,
    relatedTransactionIdType: 'AUTHORISATION',
  }
  return post(ctx, {
    transactionType: 'CHARGE_FEE',
    transactionId: feeId,
    legs: [
      { ...own(payment, -fee, -fee), additionalFields: about },
      { account: fees, currency, actual: fee, available: fee },
    ],
  })
}

/** Brings money back from a shop. */
export async function takeRefund(ctx: MoneyCtx, payment: Payment, settlementId: string | undefined): Promise<void> {
  const { id, currency, doc } = payment
  const world = worldAccount(currency)
  await ensureSystemAccount(ctx, world, currency)
  const about = { ...(settlementId !== undefined && { settlementRelatedId: settlementId }) }
  const legs = [
    { account: world, currency, actual: -doc.billing, available: -doc.billing },
    own(payment, doc.billing, doc.billing, about),
  ]
  await sure(post(ctx, { transactionType: 'MERCHANT_REFUND', transactionId: id, legs }))
}

const related = ({ id }: Payment) => ({ authorisationRelatedId: id })

/** The side of whoever pays. */
function own(payment: Payment, actual: number, available: number, about: Record<string, string> = {}): Leg {
  const { account_id: account, card_id: cardId, currency } = payment
  const additionalFields = { ...shopFields(payment), ...about }
  return { account, currency, actual, available, additionalFields, ...(account !== cardId && { cardId }) }
}

function shopFields({ doc, currency }: Payment): Record<string, string> {
  const { merchant, rate, padding, forexFee } = doc
  return {
    merchantName: merchant.merchantName,
    merchantCategoryCode: merchant.merchantCategoryCode,
    merchantId: merchant.merchantId,
    ...(merchant.merchantCountry !== undefined && { merchantTerminalCountry: merchant.merchantCountry }),
    merchantTransactionType: doc.transactionType,
    authorisationCode: doc.authCode,
    authorisationCategory: doc.category,
    authorisationTransactionType: doc.transactionType,
    ...(rate && {
      exchangeRate: rateText(rate),
      forexFeeCurrency: currency,
      forexFeeAmount: String(forexFee),
      forexPaddingCurrency: currency,
      forexPaddingAmount: String(padding),
    }),
  }
}

/** What was looked at before, under the ledger's lock, cannot fail. */
async function sure(posting: ReturnType<typeof post>): Promise<void> {
  if (!(await posting).ok) throw new Error('the money of a card payment is not there')
}
