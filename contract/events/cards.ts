import * as z from 'zod'
import {
  AuthCode,
  AuthorisationTransactionType,
  CardHolderPresent,
  MerchantData,
} from '../card-authorisation-forwarding'
import { AuthDeclineReason, AuthorisationCategory, CardPayment } from '../card-payment'
import { CurrencyAmount, Id, InstrumentId } from '../common'
import { InstrumentState } from '../managed-accounts'
import { CardRenewalType, CardType, PhysicalCardDetails, TimeoutDecision } from '../managed-card'
import { SpendLimitInterval } from '../spend-rules'
import { webhook } from '../webhook'
import { Int64Text, LegacyCurrencyAmount, StringWrappedTypeId } from './legacy'

const signed = { section: 'managed-cards', reference: 'call-ref', verify: 'signature-v2' } as const

/** What a card can spend, by its mode; a limit below zero cannot be told here, since amounts have no sign. */
const details = z
  .object({
    prepaidModeDetails: z.object({ availableBalance: LegacyCurrencyAmount.optional() }).optional(),
    debitModeDetails: z
      .object({
        parentManagedAccountId: z.string().optional(),
        availableToSpend: z
          .array(
            z.object({
              availableAmount: Int64Text.optional(),
              value: CurrencyAmount.optional(),
              interval: SpendLimitInterval.optional(),
            }),
          )
          .optional(),
      })
      .optional(),
  })
  .optional()
const digitalWalletDetails = z
  .object({ digitalWalletType: z.enum(['GOOGLE_PAY', 'APPLE_PAY', 'MERCHANT_TOKEN']).optional() })
  .optional()
const userCurrencyTransactionDetails = z
  .object({ userTransactionAmount: CurrencyAmount, userExchangeRate: z.string() })
  .optional()
/** Numbers, although ids are longer than a JavaScript number can hold: `relatedAuthorisationId` says the same as text. */
const ids = z.array(z.int()).optional()
const amount = LegacyCurrencyAmount.optional()

export const ManagedCardsStateChangeEvent = z.object({
  id: InstrumentId,
  timestamp: Int64Text,
  eventType: z.enum(['ENABLED', 'ACTIVATED', 'BLOCKED', 'UNBLOCKED', 'DESTROYED']),
  state: InstrumentState.partial().optional(),
  cardType: CardType,
  renewalType: CardRenewalType,
})
export type ManagedCardsStateChangeEvent = z.infer<typeof ManagedCardsStateChangeEvent>

/** A card was activated, blocked, unblocked or destroyed. */
export const managedCardsStateChangeWatch = webhook({
  ...signed,
  id: 'managed_cards_state_change_watch',
  summary: 'A card changed its state',
  path: '/managed_cards/state_change/watch',
  payload: ManagedCardsStateChangeEvent,
})

/** The spend rule that a purchase broke; NONE where the decline has another reason. */
export const AuthRuleFailedReason = z.enum([
  'NONE',
  'MERCHANT_CATEGORY_NOT_IN_ALLOWED_LIST',
  'MERCHANT_CATEGORY_BLOCKED',
  'MERCHANT_ID_NOT_IN_ALLOWED_LIST',
  'MERCHANT_ID_BLOCKED',
  'ATM_NOT_ALLOWED',
  'CONTACTLESS_NOT_ALLOWED',
  'ECOMMERCE_NOT_ALLOWED',
  'CASHBACK_NOT_ALLOWED',
  'CREDIT_AUTHORISATIONS_NOT_ALLOWED',
  'SPEND_LIMIT_EXCEEDED',
  'MERCHANT_COUNTRY_NOT_IN_ALLOWED_LIST',
  'MERCHANT_COUNTRY_BLOCKED',
  'MIN_TRANSACTION_AMOUNT_EXCEEDED',
  'MAX_TRANSACTION_AMOUNT_EXCEEDED',
  'AUTH_FORWARDING',
])
export type AuthRuleFailedReason = z.infer<typeof AuthRuleFailedReason>

export const ManagedCardsAuthorisationEvent = z.object({
  id: InstrumentId,
  transactionId: Int64Text,
  transactionAmount: LegacyCurrencyAmount,
  transactionTimestamp: Int64Text,
  sourceAmount: LegacyCurrencyAmount,
  merchantData: MerchantData,
  merchantName: z.string(),
  merchantCategoryCode: z.string().optional(),
  merchantId: z.string().optional(),
  merchantCountryCode: z.string().optional(),
  approved: z.boolean().optional(),
  availableBalance: amount,
  declineReason: AuthDeclineReason.optional(),
  authRuleFailedReason: AuthRuleFailedReason.optional(),
  authorisationType: z.enum([
    'AUTHORISED',
    'AUTHORISED_CREDIT',
    'DECLINED',
    'ONLINE_REVERSE',
    'EXPIRED',
    'MANUAL_CLOSE',
    'CANCELLED',
  ]),
  authorisationCategory: AuthorisationCategory.optional(),
  relatedAuthorisationId: Int64Text.optional(),
  relatedAuthorisationIds: ids,
  owner: StringWrappedTypeId,
  cardholderPresent: CardHolderPresent.optional(),
  cardPresent: z.boolean().optional(),
  details,
  authCode: AuthCode.optional(),
  forexPadding: amount,
  forexFee: amount,
  authForwardingDetails: z
    .object({
      authForwardingTriggered: z.boolean().optional(),
      authForwardingDecisionOutcome: TimeoutDecision.optional(),
      authForwardingInnovatorTimedOut: z.boolean().optional(),
    })
    .optional(),
  digitalWalletDetails,
  userCurrencyTransactionDetails,
  transactionType: AuthorisationTransactionType.optional(),
})
export type ManagedCardsAuthorisationEvent = z.infer<typeof ManagedCardsAuthorisationEvent>

/** Somebody tried to pay with a card, or an authorisation ended; sent whether it was approved or not. */
export const managedCardsAuthorisationsWatch = webhook({
  ...signed,
  id: 'managed_cards_authorisations_watch',
  summary: 'A purchase was authorised or declined',
  path: '/managed_cards/authorisations/watch',
  payload: ManagedCardsAuthorisationEvent,
})

export const ManagedCardsAdjustmentEvent = z.object({
  id: InstrumentId,
  transactionId: Int64Text,
  adjustmentType: z.enum(['DEFAULT_ADJUSTMENT', 'LOST_STOLEN_REPLACEMENT_BALANCE_TRANSFER']),
  adjustmentAmount: LegacyCurrencyAmount,
  transactionTimestamp: Int64Text,
  availableBalance: amount,
  owner: StringWrappedTypeId,
  details,
})
export type ManagedCardsAdjustmentEvent = z.infer<typeof ManagedCardsAdjustmentEvent>

/** The balance of a card was put right without a payment. */
export const managedCardsAdjustmentsWatch = webhook({
  ...signed,
  id: 'managed_cards_adjustments_watch',
  summary: 'The balance of a card was adjusted',
  path: '/managed_cards/adjustments/watch',
  payload: ManagedCardsAdjustmentEvent,
})

export const ManagedCardsSettlementEvent = z.object({
  id: InstrumentId,
  transactionId: Int64Text,
  settlementType: z.enum([
    'SALE_PURCHASE',
    'CASH_WITHDRAWAL',
    'CASH_DISBURSEMENT',
    'SALE_WITH_CASHBACK',
    'MAIL_OR_TELEPHONE_ORDER',
    'PURCHASE_REFUND_REVERSAL',
    'ORIGINAL_CREDIT_TRANSACTION_REVERSAL',
    'CASH_WITHDRAWAL_REVERSAL',
    'PURCHASE_REFUND',
    'PURCHASE_REVERSAL',
    'ORIGINAL_CREDIT_TRANSACTION',
    'ACCOUNT_FUNDING_TRANSACTION',
    'FIRST_CHARGEBACK',
    'FIRST_CHARGEBACK_REVERSAL',
    'FIRST_REPRESENTMENT',
    'FIRST_REPRESENTMENT_REVERSAL',
    'SECOND_CHARGEBACK',
    'SECOND_CHARGEBACK_REVERSAL',
    'SECOND_REPRESENTMENT',
    'ARBITRATION_CHARGEBACK',
    'BALANCE_INQUIRY',
  ]),
  transactionAmount: LegacyCurrencyAmount,
  transactionTimestamp: Int64Text,
  sourceAmount: LegacyCurrencyAmount,
  merchantData: MerchantData,
  merchantName: z.string().optional(),
  merchantCategoryCode: z.string().optional(),
  merchantId: z.string().optional(),
  merchantCountryCode: z.string().optional(),
  details,
  availableBalance: amount,
  relatedAuthorisationId: Int64Text.optional(),
  relatedSettlementId: Int64Text.optional(),
  relatedAuthorisationIds: ids,
  relatedSettlementIds: ids,
  owner: StringWrappedTypeId,
  feeAmount: LegacyCurrencyAmount,
  authCode: AuthCode.optional(),
  state: z.enum(['PENDING', 'COMPLETED']),
  forexFee: amount,
  digitalWalletDetails,
  userCurrencyTransactionDetails,
})
export type ManagedCardsSettlementEvent = z.infer<typeof ManagedCardsSettlementEvent>

/** A shop took or gave back its money. */
export const managedCardsSettlementsWatch = webhook({
  ...signed,
  id: 'managed_cards_settlements_watch',
  summary: 'A purchase or refund was settled',
  path: '/managed_cards/settlements/watch',
  payload: ManagedCardsSettlementEvent,
})

export const ManagedCardsExpiryAndRenewalEvent = z.object({
  id: InstrumentId,
  eventType: z.enum(['CARD_ABOUT_TO_EXPIRE', 'CARD_EXPIRED', 'CARD_RENEWED']),
  state: InstrumentState,
  cardType: CardType,
  expiryMmyy: z.string().optional(),
  renewalType: CardRenewalType,
  renewalTimestamp: Int64Text.optional(),
})
export type ManagedCardsExpiryAndRenewalEvent = z.infer<typeof ManagedCardsExpiryAndRenewalEvent>

/** A card nears its end, has reached it, or goes on under a new date. */
export const managedCardsExpiriesWatch = webhook({
  ...signed,
  id: 'managed_cards_expiries_watch',
  summary: 'A card is about to expire, has expired or was renewed',
  path: '/managed_cards/expiries/watch',
  payload: ManagedCardsExpiryAndRenewalEvent,
})

export const ManagedCardsUpgradeToPhysicalEvent = z.object({
  id: InstrumentId,
  physicalCardDetails: PhysicalCardDetails,
  upgradedTimestamp: Int64Text,
})

/** A physical card was ordered, or is a step further. */
export const managedCardsPhysicalCardsUpgradeWatch = webhook({
  ...signed,
  id: 'managed_cards_physical_cards_upgrade_watch',
  summary: 'A physical card is a step further',
  path: '/managed_cards/physical_cards_upgrade/watch',
  payload: ManagedCardsUpgradeToPhysicalEvent,
})

export const ManagedCardsReplacementEvent = z.object({
  eventType: z.enum(['VIRTUAL_REPLACEMENT', 'PHYSICAL_REPLACEMENT']),
  id: InstrumentId,
  replacementId: InstrumentId.optional(),
  replacementReason: z.enum(['DAMAGED', 'LOST_STOLEN', 'RENEW', 'COMPROMISED']),
  replacementTimestamp: Int64Text,
  userId: Id.optional(),
})
export type ManagedCardsReplacementEvent = z.infer<typeof ManagedCardsReplacementEvent>

/** Another card takes the place of this one. */
export const managedCardsReplacementWatch = webhook({
  ...signed,
  id: 'managed_cards_replacement_watch',
  summary: 'A card is replaced',
  path: '/managed_cards/replacement/watch',
  payload: ManagedCardsReplacementEvent,
})

export const ManagedCardsCardPaymentEvent = z.object({
  eventType: z.enum(['AUTHORISATION', 'SETTLEMENT', 'REFUND', 'ORIGINAL_CREDIT']),
  cardPayment: CardPayment,
})

/** A card payment began or went on; carries all that became of it so far. */
export const managedCardsPaymentsWatch = webhook({
  ...signed,
  id: 'managed_cards_payments_watch',
  summary: 'A card payment went on',
  path: '/managed_cards/payments/watch',
  payload: ManagedCardsCardPaymentEvent,
})
