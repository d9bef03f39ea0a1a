import * as z from 'zod'
import {
  CardholderMobileNumber,
  DeliveryAddress,
  DeliveryMethod,
  DigitalWallets,
  ExternalData,
  NameOnCard,
  SupportedUserCurrency,
  ThreeDSecureAuthConfig,
  TimeoutDecision,
} from '../../../contract/managed-card'
import { Address } from '../../../contract/people'

/** How a physical card was ordered, and where its parcel is. */
const PhysicalDocument = z.object({
  productReference: z.string(),
  carrierType: z.string(),
  deliveryMethod: DeliveryMethod,
  deliveryAddress: DeliveryAddress,
  bulkDelivery: z.boolean(),
  orderedAt: z.int(),
  tracking: z.object({ code: z.string(), method: z.string(), url: z.string() }).optional(),
})
export type PhysicalDocument = z.infer<typeof PhysicalDocument>

/** What a card has that nobody searches by, kept as JSON. */
export const CardDocument = z.object({
  nameOnCard: NameOnCard,
  nameOnCardLine2: NameOnCard.optional(),
  cardholderMobileNumber: CardholderMobileNumber.optional(),
  billingAddress: Address,
  digitalWallets: DigitalWallets,
  authForwardingDefaultTimeoutDecision: TimeoutDecision.optional(),
  threeDSecureAuthConfig: ThreeDSecureAuthConfig.optional(),
  externalData: ExternalData.optional(),
  userCurrency: SupportedUserCurrency.optional(),
  physical: PhysicalDocument.optional(),
})
export type CardDocument = z.infer<typeof CardDocument>

export const cardDocument = (card: { document: string }): CardDocument => CardDocument.parse(JSON.parse(card.document))
