import * as z from 'zod'
import { Currency, Id, Tag, Timestamp } from './common'
import { Balances, InstrumentState } from './managed-accounts'
import { Address, Country } from './people'
import { AvailableToSpend } from './spend-rules'

/** What a card printer can print. */
export const NameOnCard = z
  .string()
  .max(27)
  .regex(
    /^[a-zA-Z0-9ßÀÁÂÃÄÅǍÆÇÈÉÊËÌÍÎÏÒÓÔÕÖØŠÙÚÛÜŸÝĄĆČĎĘĹĽŁŃŇÑŐŔŚȘȚŤŰŹŻŽàáâãäåǎæçèéêëìíîïòóôõöøšùúûüÿýąćčďęĺľłńňñőŕśșțťűźżž\-^. '-]*$/,
  )

/** PREPAID_MODE cards hold money of their own, DEBIT_MODE cards spend that of their parent account. */
export const CardMode = z.enum(['PREPAID_MODE', 'DEBIT_MODE'])
export type CardMode = z.infer<typeof CardMode>

export const CardType = z.enum(['VIRTUAL', 'PHYSICAL'])
/** RENEW: near its end the card gets a new date and CVV under the same number. NO_RENEW: it is destroyed at its end. */
export const CardRenewalType = z.enum(['RENEW', 'NO_RENEW'])
export type CardRenewalType = z.infer<typeof CardRenewalType>

/** What happens to a purchase that the platform does not decide in time. */
export const TimeoutDecision = z.enum(['APPROVE', 'DECLINE'])

/** How far a physical card is; DELIVERED is known from its activation. */
export const ManufacturingState = z.enum(['REQUESTED', 'SENT_FOR_FULFILLMENT', 'DISPATCHED', 'DELIVERED'])
export type ManufacturingState = z.infer<typeof ManufacturingState>

/** STANDARD_DELIVERY where nothing is said. Only REGISTERED_MAIL and COURIER deliver many cards in one box. */
export const DeliveryMethod = z.enum(['STANDARD_DELIVERY', 'REGISTERED_MAIL', 'COURIER', 'FIRST_CLASS_MAIL'])

export const DeliveryAddress = z.object({
  name: z.string().max(100),
  surname: z.string().max(100),
  addressLine1: z.string().min(1).max(50),
  addressLine2: z.string().min(1).max(50).optional(),
  city: z.string().max(50),
  postCode: z
    .string()
    .max(10)
    .regex(/^[A-Za-z0-9 -]*$/),
  state: z.string().max(50).optional(),
  country: Country,
  /** Printed on the box; needed for bulk delivery. */
  contactNumber: z
    .string()
    .min(5)
    .max(20)
    .regex(/^\+[0-9]+$/)
    .optional(),
})
export type DeliveryAddress = z.infer<typeof DeliveryAddress>

/** Chosen by the caller when a physical card is ordered; whoever activates the card may be asked for it. */
export const ActivationCode = z.string().regex(/^[0-9]{1,6}$/)

export const DigitalWallets = z.object({
  pushProvisioningEnabled: z.boolean().optional(),
  walletsEnabled: z.boolean().optional(),
  artworkReference: z.string().optional(),
})
export type DigitalWallets = z.infer<typeof DigitalWallets>

/** Who confirms purchases in shops online, and how. */
export const ThreeDSecureAuthConfig = z.object({
  linkedUserId: Id,
  primaryChannel: z.enum(['OTP_SMS', 'BIOMETRICS', 'TWILIO_AUTHY']),
  fallbackChannel: z.enum(['OTP_SMS']).optional(),
})
export type ThreeDSecureAuthConfig = z.infer<typeof ThreeDSecureAuthConfig>

/** The platform's own notes on a card: up to ten different pairs. */
export const ExternalData = z
  .array(z.object({ name: z.string().min(1).max(100).optional(), value: z.string().min(1).max(100).optional() }))
  .max(10)
  .refine((pairs) => new Set(pairs.map(({ name, value }) => JSON.stringify([name, value]))).size === pairs.length, {
    message: 'must not repeat itself',
  })
  .meta({ uniqueItems: true })

/** Currencies in which the limits of a debit card may be set, whatever its account is in. */
export const SupportedUserCurrency = z.enum([
  ...(['JPY', 'BGN', 'CZK', 'DKK', 'HUF', 'PLN', 'RON', 'SEK', 'CHF', 'ISK', 'NOK', 'TRY', 'AUD', 'BRL'] as const),
  ...(['CAD', 'CNY', 'HKD', 'IDR', 'ILS', 'INR', 'KRW', 'MXN', 'MYR', 'NZD', 'PHP', 'SGD', 'THB', 'ZAR'] as const),
  ...(['EUR', 'USD', 'GBP'] as const),
])

export const CardholderMobileNumber = z
  .string()
  .min(5)
  .max(15)
  .regex(/^\+[0-9]+$/)

export const PhysicalCardDetails = z.object({
  bulkDelivery: z.boolean().optional(),
  productReference: z.string().optional(),
  carrierType: z.string().optional(),
  /** Until it is activated the card pays in shops online only. */
  pendingActivation: z.boolean(),
  pinBlocked: z.boolean().optional(),
  manufacturingState: ManufacturingState.optional(),
  replacement: z
    .object({
      replacementReason: z.enum(['DAMAGED', 'LOST_STOLEN', 'EXPIRED']).optional(),
      replacementId: Id.optional(),
    })
    .optional(),
  deliveryAddress: DeliveryAddress.optional(),
  deliveryMethod: DeliveryMethod.optional(),
  deliveryTrackingCode: z.string().optional(),
  deliveryTrackingMethod: z.string().optional(),
  deliveryTrackingUrl: z.string().optional(),
  nameOnCardLine2: NameOnCard.optional(),
})
export type PhysicalCardDetails = z.infer<typeof PhysicalCardDetails>

export const ReplacementReason = z.enum(['DAMAGED', 'LOST_STOLEN', 'EXPIRED', 'COMPROMISED'])

/** A token that a secure component shows as a card number: never the number itself. */
export const SensitiveCardNumber = z.object({ value: z.string().max(16).optional() })
/** The same for the three digits; the published limit of three characters leaves no room for a token. */
export const SensitiveCvv = z.object({ value: z.string().max(16).optional() })
/** A PIN, handed in or out as a token. */
export const SensitivePin = z.object({ value: z.string().min(4).max(24) })

/**
 * A card. `cardNumber` and `cvv` are absent until the session is stepped up. Prepaid cards have `balances`, debit cards
 * `parentManagedAccountId`, `availableToSpend` (one for each limit) and perhaps `userCurrency`.
 */
export const ManagedCard = z.object({
  id: Id,
  profileId: Id,
  externalHandle: z.string(),
  tag: Tag.optional(),
  friendlyName: z.string().min(1).max(50),
  currency: Currency,
  state: InstrumentState,
  type: CardType,
  cardBrand: z.enum(['MASTERCARD', 'VISA']),
  cardNumber: SensitiveCardNumber.optional(),
  cvv: SensitiveCvv.optional(),
  cardNumberFirstSix: z.string().regex(/^[0-9]{6}$/),
  cardNumberLastFour: z.string().regex(/^[0-9]{4}$/),
  nameOnCard: NameOnCard,
  nameOnCardLine2: NameOnCard.optional(),
  startMmyy: z
    .string()
    .length(4)
    .regex(/^[0-9]*$/),
  expiryMmyy: z.string().length(4),
  cardLevelClassification: z.enum(['CONSUMER', 'CORPORATE']),
  expiryPeriodMonths: z.int().min(1).max(120),
  renewalType: CardRenewalType,
  renewalTimestamp: Timestamp.optional(),
  creationTimestamp: Timestamp,
  cardholderMobileNumber: CardholderMobileNumber.optional(),
  billingAddress: Address,
  physicalCardDetails: PhysicalCardDetails.optional(),
  digitalWallets: DigitalWallets,
  authForwardingDefaultTimeoutDecision: TimeoutDecision.optional(),
  threeDSecureAuthConfig: ThreeDSecureAuthConfig.optional(),
  mode: CardMode,
  externalData: ExternalData.optional(),
  userId: Id.optional(),
  singleSpend: z.boolean().optional(),
  replacement: z.object({ id: Id, reason: ReplacementReason }).optional(),
  balances: Balances.optional(),
  parentManagedAccountId: Id.optional(),
  userCurrency: SupportedUserCurrency.optional(),
  availableToSpend: z.array(AvailableToSpend).optional(),
})
export type ManagedCard = z.infer<typeof ManagedCard>
