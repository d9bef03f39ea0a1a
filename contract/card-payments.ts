import * as z from 'zod'
import {
  CardPayment,
  CardPaymentAuthorisationEvent,
  CardPaymentOriginalCreditEvent,
  CardPaymentRefundEvent,
  CardPaymentSettlementEvent,
  CardPaymentStatus,
  CardPaymentType,
  Merchant,
  PaymentCard,
} from './card-payment'
import { Id, page, paging, repeatable, Timestamp } from './common'
import { endpoint } from './endpoint'

/** Whose step it is, on a list where steps of many payments stand together. */
const context = { cardPaymentId: Id, card: PaymentCard, merchant: Merchant }

/** A step of a card payment that stands alone. */
export const CardPaymentEventDetail = z.discriminatedUnion('type', [
  CardPaymentAuthorisationEvent.extend(context),
  CardPaymentSettlementEvent.extend(context),
  CardPaymentRefundEvent.extend(context),
  CardPaymentOriginalCreditEvent.extend(context),
])
export type CardPaymentEventDetail = z.infer<typeof CardPaymentEventDetail>

/** The scheme's kinds of step. A step says that it reverses another one beside its kind, not by it. */
export const CardPaymentSubtype = z.enum([
  'sale_purchases',
  'cash_withdrawals',
  'sales_with_cashback',
  'mail_or_telephone_orders',
  'account_funding',
  'purchase_reversals',
  'cash_withdrawal_reversals',
  'purchase_refunds',
  'purchase_refund_reversals',
  'original_credit_transactions',
  'original_credit_transaction_reversals',
])
export type CardPaymentSubtype = z.infer<typeof CardPaymentSubtype>

const sortOrder = z.enum(['ASC', 'DESC']).optional()
const text = z.string().optional()
const int = z.int().optional()
const instant = Timestamp.optional()

const read = {
  method: 'GET',
  auth: 'token',
  section: 'card-payments',
  permission: 'transactions.view',
  since: 'v3',
} as const

/** What the cards of the identity have paid and got back, each with all its steps; newest first. */
export const cardPaymentsGet = endpoint({
  ...read,
  id: 'cardPaymentsGet',
  summary: 'List card payments',
  path: '/card_payments',
  query: z.object({
    ...paging,
    cardId: Id.optional(),
    status: repeatable(CardPaymentStatus).optional(),
    type: repeatable(CardPaymentType).optional(),
    subtype: repeatable(CardPaymentSubtype).optional(),
    /** Any part of it, in small or capital letters. */
    merchantName: text,
    amountFrom: int,
    amountTo: int,
    relatedCardPaymentId: Id.optional(),
    creationTimestampFrom: instant,
    creationTimestampTo: instant,
    lastUpdatedTimestampFrom: instant,
    lastUpdatedTimestampTo: instant,
    sortOrder,
  }),
  queryStyle: { status: 'comma', type: 'comma', subtype: 'comma' },
  responses: { 200: page('cardPayments', CardPayment) },
})

export const cardPaymentGet = endpoint({
  ...read,
  id: 'cardPaymentGet',
  summary: 'Read a card payment',
  path: '/card_payments/{id}',
  params: z.object({ id: Id }),
  responses: { 200: CardPayment },
})

/** The steps of all card payments in one line, newest first. */
export const cardPaymentEventsGet = endpoint({
  ...read,
  id: 'cardPaymentEventsGet',
  summary: 'List what happened to card payments',
  path: '/card_payment_events',
  query: z.object({
    ...paging,
    cardPaymentId: Id.optional(),
    cardId: Id.optional(),
    type: repeatable(z.enum(['AUTHORISATION', 'SETTLEMENT', 'REFUND', 'ORIGINAL_CREDIT'])).optional(),
    subtype: repeatable(CardPaymentSubtype).optional(),
    reversal: z.boolean().optional(),
    timestampFrom: instant,
    timestampTo: instant,
    sortOrder,
  }),
  queryStyle: { type: 'comma', subtype: 'comma' },
  responses: { 200: page('events', CardPaymentEventDetail) },
})
