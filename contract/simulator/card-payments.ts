import * as z from 'zod'
import { CardHolderPresent } from '../card-authorisation-forwarding'
import { CurrencyAmount, Id, Timestamp } from '../common'
import { simulation } from '../simulation'

/** ISO 3166 alpha-3: the simulator writes countries so, the Multi API in two letters. */
const country = z
  .string()
  .length(3)
  .regex(/^[A-Z]*$/)
  .optional()
const text = z.string().optional()

export const AdditionalMerchantData = z.object({
  merchantStreet: text,
  merchantCity: text,
  merchantState: text,
  merchantPostalCode: text,
  merchantCountry: country,
  merchantTelephone: text,
  merchantURL: text,
  merchantNameOther: text,
  merchantNetworkId: text,
  merchantContact: text,
})

/** What a shop asks of a card; the amount is in the shop's currency. */
const purchase = {
  merchantName: z.string().min(1).max(50),
  merchantId: z.string().min(1).max(15).optional(),
  /** 5399 where left out, or where it is none. */
  merchantCategoryCode: z.string().min(1).max(4).optional(),
  transactionAmount: CurrencyAmount,
  /** Deprecated, as the next: in minor units of the card's currency, instead of what the programme has set. */
  forexFee: z.int().optional(),
  forexPadding: z.int().optional(),
  /** The category is then 6011, whatever else was said. */
  atmWithdrawal: z.boolean().optional(),
  additionalMerchantData: AdditionalMerchantData.optional(),
  cardHolderPresent: CardHolderPresent.optional(),
  cardPresent: z.boolean().optional(),
  initiateBiometricThreeDSecure: z.boolean().optional(),
  transactionTimestamp: Timestamp.optional(),
}

export const PurchaseRequestByCardId = z.object({ ...purchase, transactionCountry: country })
export type PurchaseRequestByCardId = z.infer<typeof PurchaseRequestByCardId>

/** The same by what stands on the card. */
export const PurchaseRequest = z.object({
  cardNumber: z
    .string()
    .min(16)
    .max(50)
    .regex(/^[0-9 ]*$/),
  cvv: z.string(),
  /** MMYY. */
  expiryDate: z.string(),
  ...purchase,
})
export type PurchaseRequest = z.infer<typeof PurchaseRequest>

export const PurchaseCode = z.enum([
  'APPROVED',
  'DENIED_NOT_ENOUGH_FUNDS',
  'DENIED_CARD_NOT_FOUND',
  'DENIED_INCORRECT_CVV',
  'DENIED_CARD_EXPIRY',
  'DENIED_AMOUNT_NOT_POSITIVE',
  'DENIED_CARD_INACTIVE',
  'DENIED_OTHER',
  'DENIED_SPEND_CONTROL',
  'PENDING_BIOMETRIC_THREEDS_VERIFICATION',
  'CARD_NOT_ENROLLED_FOR_BIOMETRIC_THREEDS',
])
export type PurchaseCode = z.infer<typeof PurchaseCode>

/** The challenge is there while the cardholder has to confirm the purchase on the phone. */
export const PurchaseAnswer = z.object({
  code: PurchaseCode,
  threeDSecureChallengeId: z.object({ value: z.int().optional(), hasValue: z.boolean().optional() }).optional(),
})
export type PurchaseAnswer = z.infer<typeof PurchaseAnswer>

const ofCard = {
  method: 'POST',
  params: z.object({ card_id: Id }),
  body: PurchaseRequestByCardId,
  answer: PurchaseAnswer,
} as const
const byNumber = { method: 'POST', body: PurchaseRequest, answer: PurchaseAnswer } as const

/** Somebody buys with a card that is known by its id. */
export const simulateCardPurchase = simulation({
  ...ofCard,
  id: 'cards_card_id_purchase',
  summary: 'Buy with a card',
  path: '/cards/{card_id}/purchase',
})

/** Somebody buys with a card that is known by its number. */
export const simulatePurchase = simulation({
  ...byNumber,
  id: 'cards_purchase',
  summary: 'Buy with a card number',
  path: '/cards/purchase',
})

/** A shop gives money back to a card. */
export const simulateCardRefund = simulation({
  ...ofCard,
  id: 'cards_card_id_merchant_refund',
  summary: 'Refund a card',
  path: '/cards/{card_id}/merchant_refund',
})

/** The same to a card that is known by its number. */
export const simulateRefund = simulation({
  ...byNumber,
  id: 'cards_merchant_refund',
  summary: 'Refund a card number',
  path: '/cards/merchant_refund',
})
