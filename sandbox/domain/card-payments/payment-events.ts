import type * as z from 'zod'
import type {
  CardPaymentAuthorisationEvent,
  CardPaymentFee,
  CardPaymentRefundEvent,
  CardPaymentSettlementEvent,
} from '../../../contract/card-payment'
import type { Ctx } from '../context'
import { type Payment, totalOf } from './payment-document'

type Authorisation = z.infer<typeof CardPaymentAuthorisationEvent>
type Settlement = z.infer<typeof CardPaymentSettlementEvent>
type Refund = z.infer<typeof CardPaymentRefundEvent>
export type PaymentEvent = Authorisation | Settlement | Refund

type Subtype = Settlement['subtype']

/** What kind of purchase it is, in the scheme's words. */
export function subtypeOf({ type, doc }: Pick<Payment, 'type' | 'doc'>): Subtype {
  if (type === 'CASH_WITHDRAWAL') return 'cash_withdrawals'
  if (doc.cashback) return 'sales_with_cashback'
  return doc.transactionType === 'MAIL_OR_TELEPHONE_ORDER' ? 'mail_or_telephone_orders' : 'sale_purchases'
}

/** Whether a purchase was let through; of refunds only those that were not are told by this. */
export function authorisationEvent(ctx: Ctx, payment: Payment): Authorisation {
  const { doc, currency } = payment
  const { decline, forwarding, rate, forexFee, padding, category } = doc
  return {
    ...common(ctx, payment, { id: payment.id, billed: totalOf(doc), at: doc.at }),
    type: 'AUTHORISATION',
    subtype: subtypeOf(payment),
    reversal: false,
    result: decline ? 'DECLINED' : 'APPROVED',
    authorisationCategory: category,
    authForwardingDetails: forwarding
      ? { triggered: true, decisionOutcome: forwarding.outcome, innovatorTimedOut: forwarding.timedOut }
      : { triggered: false },
    ...(decline && { declineReason: decline.reason }),
    ...(decline?.rule !== undefined && { authRuleFailedReason: decline.rule }),
    ...(rate && {
      forex: { exchangeRate: rate, padding: { currency, amount: padding } },
      fees: [{ type: 'FOREX_FEE' as const, amount: { currency, amount: forexFee } }],
    }),
  }
}

/** What was held is held no longer: `amount` of it, in the account's currency. */
export function releaseEvent(ctx: Ctx, payment: Payment, { id, amount, reason }: Released): Authorisation {
  const {
    transactionAmount: _,
    userAmount: _user,
    userExchangeRate: _rate,
    ...event
  } = common(ctx, payment, {
    id,
    billed: amount,
    at: ctx.now(),
  })
  return {
    ...event,
    type: 'AUTHORISATION',
    subtype: subtypeOf(payment),
    reversal: true,
    authorisationCategory: payment.doc.category,
    ...(reason !== undefined && { cancellationReason: reason }),
  }
}
type Released = { id: string; amount: number; reason?: string | undefined }

/** Money has moved; amounts in the account's currency, `feeId` is the programme's own fee as a transaction. */
export type Cleared = { id: string; amount: number; forexFee: number; fee: number; feeId: string }

export function settlementEvent(ctx: Ctx, payment: Payment, cleared: Cleared): Settlement {
  const { currency, doc } = payment
  const { id, amount, forexFee, fee, feeId } = cleared
  const fees: z.infer<typeof CardPaymentFee>[] = []
  if (doc.rate) fees.push({ type: 'FOREX_FEE', amount: { currency, amount: forexFee } })
  if (fee > 0)
    fees.push({ type: 'PLATFORM_FEE', id: feeId, subtype: 'atm_withdrawal_fees', amount: { currency, amount: fee } })
  return {
    ...common(ctx, payment, { id, billed: amount + forexFee, at: ctx.now(), cleared: amount }),
    type: 'SETTLEMENT',
    subtype: subtypeOf(payment),
    reversal: false,
    settlementState: 'COMPLETED',
    ...(doc.rate && { exchangeRate: doc.rate }),
    fees,
  }
}

export function refundEvent(ctx: Ctx, payment: Payment): Refund {
  const { doc, id } = payment
  return {
    ...common(ctx, payment, { id, billed: doc.billing, at: doc.at }),
    type: 'REFUND',
    subtype: 'purchase_refunds',
    reversal: false,
    ...(doc.rate && { exchangeRate: doc.rate }),
  }
}

type Step = { id: string; billed: number; at: number; cleared?: number }

/** What every step says; of a part that was cleared, amounts in other currencies are the same part of the whole. */
function common(ctx: Ctx, { currency, doc }: Payment, { id, billed, at, cleared = doc.billing }: Step) {
  const part = (amount: number) => partOf(amount, cleared, doc.billing)
  const { source, user } = doc
  return {
    id,
    transactionAmount: { ...source, amount: part(source.amount) },
    billingAmount: { currency, amount: billed },
    userAmount: user ? { currency: user.currency, amount: part(user.amount) } : { currency, amount: billed },
    ...(user && { userExchangeRate: user.rate }),
    authCode: doc.authCode,
    timestamp: at,
    processedTimestamp: ctx.now(),
  }
}

/** `amount * part / whole`, rounded; exact where the part is the whole. */
export const partOf = (amount: number, part: number, whole: number): number =>
  part === whole ? amount : Math.round((amount / whole) * part)
