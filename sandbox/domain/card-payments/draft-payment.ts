import { cardDocument } from '../cards/card-document'
import type { CardRow } from '../cards/find-card'
import type { Ctx } from '../context'
import { programme } from '../programme'
import type { CardOrder } from './card-order'
import { merchantOf } from './merchant'
import { type Payment, type PaymentDocument, totalOf } from './payment-document'
import { convert, rateOf } from './rates'

const { cardPayments } = programme

/** A payment that nobody has decided on yet; `undefined` where its amount cannot be had in the card's currency. */
export function draftPayment(ctx: Ctx, card: CardRow, order: CardOrder, credit: boolean): Payment | undefined {
  const price = priceOf(card, order, credit)
  if (!price) return undefined
  const id = ctx.newId()
  const merchant = merchantOf(order)
  const isForShop = !credit && cardPayments.preAuthorised.some((code) => code === merchant.merchantCategoryCode)
  const doc: PaymentDocument = {
    merchant,
    source: order.amount,
    ...price,
    ...channelOf(order, merchant.merchantCategoryCode, price.billing, credit),
    category: isForShop ? 'PRE_AUTH' : 'FINAL_AUTH',
    authCode: id.slice(-6),
    at: order.at ?? ctx.now(),
    cleared: 0,
  }
  return {
    id,
    identity_id: card.identity_id,
    card_id: card.id,
    profile_id: card.profile_id,
    account_id: card.parent_account_id ?? card.id,
    currency: card.currency,
    type: credit ? 'REFUND' : order.atm ? 'CASH_WITHDRAWAL' : 'PURCHASE',
    status: 'ASKED',
    merchant_id: merchant.merchantId,
    merchant_name: merchant.merchantName,
    merchant_search: merchant.merchantName.toLowerCase(),
    amount: totalOf(doc),
    held: 0,
    moved: 0,
    display_amount: doc.user?.amount ?? doc.billing + doc.forexFee,
    decline_reason: null,
    related_id: null,
    challenge_id: null,
    document: '',
    created_at: ctx.now(),
    updated_at: ctx.now(),
    doc,
  }
}

type Price = Pick<PaymentDocument, 'billing' | 'padding' | 'forexFee' | 'fee' | 'rate' | 'user'>

/** Money that comes in costs nothing, and nothing is held beside it. */
function priceOf(card: CardRow, order: CardOrder, credit: boolean): Price | undefined {
  const { currency: from, amount } = order.amount
  const { currency } = card
  const billing = convert(amount, from, currency)
  if (billing === undefined) return undefined
  const abroad = from !== currency
  const share = (perCent: number) => (abroad && !credit ? Math.round((billing / 100) * perCent) : 0)
  const given = (own: number | undefined, perCent: number) =>
    abroad && !credit && own !== undefined ? Math.max(own, 0) : share(perCent)
  const padding = given(order.forexPadding, cardPayments.forex.padding)
  const forexFee = given(order.forexFee, cardPayments.forex.fee)
  const fee = order.atm && !credit ? cashFee(currency) : 0
  if (!Number.isSafeInteger(billing + padding + forexFee + fee)) return undefined
  const rate = abroad ? rateOf(from, currency) : undefined
  const user = userAmount(card, order.amount)
  return { billing, padding, forexFee, fee, ...(rate && { rate }), ...(user && { user }) }
}

const cashFee = (currency: string): number => {
  const fees: Readonly<Record<string, number>> = cardPayments.cash.fees
  return fees[currency] ?? 0
}

function userAmount(card: CardRow, source: CardOrder['amount']): PaymentDocument['user'] {
  const { userCurrency: currency } = cardDocument(card)
  if (currency === undefined) return undefined
  const amount = convert(source.amount, source.currency, currency)
  const rate = rateOf(source.currency, currency)
  return amount !== undefined && rate ? { currency, amount, rate } : undefined
}

type Channel = Pick<
  PaymentDocument,
  'cardPresent' | 'cardholderPresent' | 'contactless' | 'cashback' | 'transactionType'
>

/** How card and shop met. The simulator says it by whether card and cardholder were there. */
function channelOf(order: CardOrder, categoryCode: string, billing: number, credit: boolean): Channel {
  const { atm = false, cashback = false, cardPresent = atm } = order
  const cardholderPresent = order.cardholderPresent ?? (cardPresent ? 'PRESENT' : 'NOT_PRESENT')
  const isSmall = cardPresent && !atm && billing <= cardPayments.contactlessUpTo
  const ordered = !cardPresent && cardPayments.byMailOrTelephone.some((code) => code === categoryCode)
  const bought = ordered ? 'MAIL_OR_TELEPHONE_ORDER' : 'SALE_PURCHASE'
  return {
    cardPresent,
    cardholderPresent,
    contactless: order.contactless ?? isSmall,
    cashback,
    transactionType: credit ? 'PURCHASE_REFUND' : atm ? 'CASH_WITHDRAWAL' : bought,
  }
}
