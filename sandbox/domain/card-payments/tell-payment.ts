import {
  type ManagedCardsAuthorisationEvent,
  type ManagedCardsSettlementEvent,
  managedCardsAuthorisationsWatch,
  managedCardsPaymentsWatch,
  managedCardsSettlementsWatch,
} from '../../../contract/events/cards'
import type { CardRow } from '../cards/find-card'
import { availableToSpend } from '../cards/spend-rules/available-to-spend'
import type { Ctx } from '../context'
import { findInstruments } from '../ledger/batch'
import { emit } from '../outbox/emit'
import { readOwner } from '../outbox/owner'
import type { Payment } from './payment-document'
import { eventsOf } from './payment-rows'
import { paymentView } from './payment-view'
import { rateText } from './rates'

type AuthorisationType = ManagedCardsAuthorisationEvent['authorisationType']
/** Of what is told: its own id, and how much of the account's currency it is about where that is not the whole. */
type About = { id: string; amount?: number }

/** Tells that a card was tried, or that what was held is held no longer. Called when everything is booked and kept. */
export async function tellAuthorisation(
  ctx: Ctx,
  payment: Payment,
  card: CardRow,
  authorisationType: AuthorisationType,
  { id, amount = payment.doc.billing }: About = payment,
): Promise<void> {
  const { doc, currency } = payment
  const { merchant, decline, forwarding } = doc
  const first = id === payment.id
  await emit(ctx, managedCardsAuthorisationsWatch, {
    ...(await common(ctx, payment, card)),
    transactionId: id,
    transactionAmount: money(currency, amount),
    sourceAmount: money(doc.source.currency, doc.source.amount),
    transactionTimestamp: String(first ? doc.at : ctx.now()),
    merchantName: merchant.merchantName,
    approved: !decline,
    ...(decline && { declineReason: decline.reason, authRuleFailedReason: decline.rule ?? 'NONE' }),
    authorisationType,
    authorisationCategory: doc.category,
    ...(!first && { relatedAuthorisationId: payment.id }),
    cardholderPresent: doc.cardholderPresent,
    cardPresent: doc.cardPresent,
    authCode: doc.authCode,
    ...(doc.rate && { forexPadding: money(currency, doc.padding), forexFee: money(currency, doc.forexFee) }),
    authForwardingDetails: forwarding
      ? {
          authForwardingTriggered: true,
          authForwardingDecisionOutcome: forwarding.outcome,
          authForwardingInnovatorTimedOut: forwarding.timedOut,
        }
      : { authForwardingTriggered: false },
    transactionType: doc.transactionType,
  })
}

type Settled = {
  id: string
  settlementType: ManagedCardsSettlementEvent['settlementType']
  /** In the shop's currency, and in the account's. */
  source: number
  amount: number
  forexFee: number
  fee: number
  relatedSettlementId?: string | undefined
}

/** Tells that a shop took or gave back its money. */
export async function tellSettlement(ctx: Ctx, payment: Payment, card: CardRow, settled: Settled): Promise<void> {
  const { doc, currency } = payment
  const { id, settlementType, source, amount, forexFee, fee, relatedSettlementId } = settled
  await emit(ctx, managedCardsSettlementsWatch, {
    ...(await common(ctx, payment, card)),
    transactionId: id,
    settlementType,
    transactionAmount: money(currency, amount),
    sourceAmount: money(doc.source.currency, source),
    transactionTimestamp: String(ctx.now()),
    merchantName: doc.merchant.merchantName,
    ...(payment.type !== 'REFUND' && { relatedAuthorisationId: payment.id }),
    ...(relatedSettlementId !== undefined && { relatedSettlementId }),
    feeAmount: money(currency, fee),
    ...(doc.rate && { forexFee: money(currency, forexFee) }),
    authCode: doc.authCode,
    state: 'COMPLETED',
  })
}

/** Tells the newer form: the payment with all that became of it so far. */
export async function tellPayment(
  ctx: Ctx,
  payment: Payment,
  card: CardRow,
  eventType: 'AUTHORISATION' | 'SETTLEMENT' | 'REFUND',
): Promise<void> {
  const events = await eventsOf(ctx, [payment.id])
  const cardPayment = paymentView({ ...payment, updated_at: ctx.now() }, card, events.get(payment.id) ?? [])
  await emit(ctx, managedCardsPaymentsWatch, { eventType, cardPayment })
}

async function common(ctx: Ctx, payment: Payment, card: CardRow) {
  const { merchant, user } = payment.doc
  return {
    id: { type: 'managed_cards' as const, id: card.id },
    merchantData: merchant,
    merchantCategoryCode: merchant.merchantCategoryCode,
    merchantId: merchant.merchantId,
    ...(merchant.merchantCountry !== undefined && { merchantCountryCode: merchant.merchantCountry }),
    owner: await readOwner(ctx, payment.identity_id),
    ...(await spendable(ctx, payment, card)),
    ...(user && {
      userCurrencyTransactionDetails: {
        userTransactionAmount: { currency: user.currency, amount: user.amount },
        userExchangeRate: rateText(user.rate),
      },
    }),
  }
}

/** What the card can spend now: its money, or what its limits leave. */
async function spendable(ctx: Ctx, { account_id, currency }: Payment, card: CardRow) {
  if (card.parent_account_id === null) {
    const [own] = await findInstruments(ctx, [account_id])
    const availableBalance = money(currency, own?.available_balance ?? 0)
    return { availableBalance, details: { prepaidModeDetails: { availableBalance } } }
  }
  const left = await availableToSpend(ctx, card)
  const availableToSpendNow = left.map(({ value, interval }) => ({
    // This form of an amount knows no sign.
    availableAmount: String(Math.max(value.amount, 0)),
    value,
    interval,
  }))
  const debitModeDetails = {
    parentManagedAccountId: card.parent_account_id,
    availableToSpend: availableToSpendNow,
  }
  return { details: { debitModeDetails } }
}

const money = (currency: string, amount: number) => ({ currency, amount: String(amount) })
