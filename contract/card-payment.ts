import * as z from 'zod'
import { CurrencyAmount, Id, ScaledAmount, Timestamp } from './common'

/** Why an authorisation was declined. */
export const AuthDeclineReason = z.enum([
  'NO_REASON',
  'PHYSICAL_NOT_ACTIVATED',
  'INSUFFICIENT_BALANCE',
  'CVV_CHECKS_FAILED',
  'CVV_RETRIES_EXCEEDED',
  'CARD_STATUS_NOT_ALLOWED',
  'PIN_CHECKS_FAILED',
  'PIN_RETRIES_EXCEEDED',
  'CARD_EXPIRY_CHECKS_FAILED',
  'AVS_CHECKS_FAILED',
  'ATM_WITHDRAWAL_LIMIT_EXCEEDED',
  'SCA_REQUIRED',
  'AUTH_RULE_CHECKS_FAILED',
  'TRANSACTION_NOT_PERMITTED',
  'TIMEOUT',
  'SINGLE_SPEND',
])
export type AuthDeclineReason = z.infer<typeof AuthDeclineReason>

/** PRE_AUTH holds an amount that may still change, FINAL_AUTH the one that will be cleared. */
export const AuthorisationCategory = z.enum(['PRE_AUTH', 'FINAL_AUTH'])

/** A card as a payment names it. */
export const PaymentCard = z.object({
  id: Id,
  type: z.literal('managed_cards'),
  mode: z.enum(['prepaid', 'debit']).optional(),
  friendlyName: z.string().optional(),
  nameOnCard: z.string().optional(),
  cardBrand: z.enum(['MASTERCARD', 'VISA']).optional(),
  cardNumberFirstSix: z
    .string()
    .regex(/^[0-9]{6}$/)
    .optional(),
  cardNumberLastFour: z
    .string()
    .regex(/^[0-9]{4}$/)
    .optional(),
  linkedUserId: Id.optional(),
  parentManagedAccountId: Id.optional(),
})

/** A shop as a payment names it. */
export const Merchant = z.object({
  id: z.string(),
  name: z.string(),
  nameOther: z.string().optional(),
  networkId: z.string().optional(),
  categoryCode: z.string().optional(),
  description: z.string().optional(),
  street: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  postalCode: z.string().optional(),
  country: z.string().optional(),
  telephone: z.string().optional(),
  url: z.string().optional(),
  contact: z.string().optional(),
  reference: z.string().optional(),
  logoUrl: z.string().optional(),
})

const feeSubtypes = [
  'purchase_fees',
  'refund_fees',
  'atm_withdrawal_fees',
  'withdrawal_fees',
  'chargeback_fees',
  'fee_reversals',
  'custom_fees',
  'other_fees',
] as const
/** What the platform took (charged on its own, hence with an id), or what the exchange of currencies cost. */
export const CardPaymentFee = z.discriminatedUnion('type', [
  z.object({ type: z.literal('PLATFORM_FEE'), id: Id, subtype: z.enum(feeSubtypes), amount: CurrencyAmount }),
  z.object({ type: z.literal('FOREX_FEE'), amount: CurrencyAmount.optional() }),
])

const purchases = [
  'sale_purchases',
  'cash_withdrawals',
  'sales_with_cashback',
  'mail_or_telephone_orders',
  'account_funding',
] as const

/** What every step has; `transactionAmount` is in the shop's currency, `billingAmount` in the card's. */
const step = {
  id: Id,
  reversal: z.boolean().optional(),
  transactionAmount: CurrencyAmount.optional(),
  billingAmount: CurrencyAmount.optional(),
  userAmount: CurrencyAmount.optional(),
  userExchangeRate: ScaledAmount.optional(),
  authCode: z.string().optional(),
  fees: z.array(CardPaymentFee).optional(),
  timestamp: Timestamp,
  processedTimestamp: Timestamp.optional(),
}
const exchangeRate = ScaledAmount.optional()

export const CardPaymentAuthorisationEvent = z.object({
  type: z.literal('AUTHORISATION'),
  ...step,
  subtype: z.enum(purchases),
  result: z.enum(['APPROVED', 'DECLINED']).optional(),
  authorisationCategory: AuthorisationCategory.optional(),
  authForwardingDetails: z
    .object({
      triggered: z.boolean().optional(),
      decisionOutcome: z.enum(['APPROVE', 'DECLINE']).optional(),
      innovatorTimedOut: z.boolean().optional(),
    })
    .optional(),
  declineReason: AuthDeclineReason.optional(),
  authRuleFailedReason: z.string().optional(),
  cancellationReason: z.string().max(255).optional(),
  forex: z.object({ exchangeRate, padding: CurrencyAmount.optional() }).optional(),
})

export const CardPaymentSettlementEvent = z.object({
  type: z.literal('SETTLEMENT'),
  ...step,
  subtype: z.enum(purchases),
  settlementState: z.enum(['PENDING', 'COMPLETED']),
  exchangeRate,
})

export const CardPaymentRefundEvent = z.object({
  type: z.literal('REFUND'),
  ...step,
  subtype: z.enum(['purchase_refunds', 'purchase_refund_reversals']).optional(),
  reasonCode: z.string().optional(),
  exchangeRate,
})

export const CardPaymentOriginalCreditEvent = z.object({
  type: z.literal('ORIGINAL_CREDIT'),
  ...step,
  subtype: z.enum(['original_credit_transactions', 'original_credit_transaction_reversals']).optional(),
  reasonCode: z.string().optional(),
  exchangeRate,
})

/** One step in the life of a card payment. */
export const CardPaymentEvent = z.discriminatedUnion('type', [
  CardPaymentAuthorisationEvent,
  CardPaymentSettlementEvent,
  CardPaymentRefundEvent,
  CardPaymentOriginalCreditEvent,
])
export type CardPaymentEvent = z.infer<typeof CardPaymentEvent>

export const CardPaymentType = z.enum([
  'PURCHASE',
  'REFUND',
  'ORIGINAL_CREDIT',
  'ACCOUNT_FUNDING',
  'CASH_WITHDRAWAL',
  'BALANCE_INQUIRY',
])
export const CardPaymentStatus = z.enum(['SETTLEMENT_IN_PROGRESS', 'SETTLED', 'DECLINED', 'CANCELLED', 'EXPIRED'])

/** A purchase or refund with everything that became of it, kept up to date as one resource. */
export const CardPayment = z.object({
  id: Id,
  profileId: Id.optional(),
  type: CardPaymentType,
  card: PaymentCard,
  merchant: Merchant,
  displayAmount: CurrencyAmount,
  status: CardPaymentStatus,
  relatedCardPaymentId: Id.optional(),
  events: z.array(CardPaymentEvent),
  creationTimestamp: Timestamp,
  lastUpdatedTimestamp: Timestamp.optional(),
})
export type CardPayment = z.infer<typeof CardPayment>
