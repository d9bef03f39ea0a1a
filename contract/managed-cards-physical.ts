import * as z from 'zod'
import { forbidden, Id, mayStepUp } from './common'
import { endpoint } from './endpoint'
import { ActivationCode, DeliveryAddress, DeliveryMethod, ManagedCard, NameOnCard, SensitivePin } from './managed-card'

/** How a physical card is to be made and where it goes. Product and carrier may be left out where there is but one. */
export const PhysicalCardOrder = z.object({
  productReference: z.string().optional(),
  carrierType: z.string().optional(),
  deliveryMethod: DeliveryMethod.optional(),
  deliveryAddress: DeliveryAddress,
  activationCode: ActivationCode.optional(),
  pin: SensitivePin.optional(),
  nameOnCardLine2: NameOnCard.optional(),
  bulkDelivery: z.boolean().optional(),
})
export type PhysicalCardOrder = z.infer<typeof PhysicalCardOrder>

const card = { section: 'managed-cards', auth: 'token', permission: 'cards.manage' } as const
const params = z.object({ id: Id })
/** The code that the new card will ask for when it is activated. */
const replacementOrder = z.object({ activationCode: ActivationCode })

/** Orders a physical card for a virtual one, which goes on paying online meanwhile. */
export const managedCardPhysicalUpgrade = endpoint({
  ...card,
  id: 'managedCardPhysicalUpgrade',
  summary: 'Order the physical card',
  method: 'POST',
  path: '/managed_cards/{id}/physical',
  idempotent: true,
  params,
  body: PhysicalCardOrder,
  responses: { 200: ManagedCard },
  errors: {
    403: mayStepUp,
    409: [
      'INSTRUMENT_ALREADY_UPGRADED_TO_PHYSICAL',
      'CONFIG_ERROR_PRODUCT_REFERENCE',
      'PRODUCT_REFERENCE_NOT_SPECIFIED',
      'PRODUCT_REFERENCE_INVALID',
      'CONFIG_ERROR_CARRIER_TYPE',
      'CARRIER_TYPE_NOT_SPECIFIED',
      'CARRIER_TYPE_INVALID',
      'CONFIG_ERROR_CARD_BUREAU',
      'INSTRUMENT_BLOCKED',
      'INSTRUMENT_DESTROYED',
      'INSTRUMENT_NOT_ENABLED',
      'PIN_INVALID_FORMAT',
      'PARENT_MANAGED_ACCOUNT_BLOCKED',
      'MAX_PRINT_CHARACTERS_EXCEEDED',
      'DELIVERY_METHOD_INVALID',
      'CONTACT_NUMBER_NEEDED_FOR_BULK_DELIVERY',
    ],
  },
})

/** Says that the card has arrived. The code is compared only where one is sent. */
export const managedCardPhysicalActivate = endpoint({
  ...card,
  id: 'managedCardPhysicalActivate',
  summary: 'Activate the physical card',
  method: 'POST',
  path: '/managed_cards/{id}/physical/activate',
  idempotent: true,
  params,
  body: z.object({ activationCode: ActivationCode.optional() }),
  responses: { 200: ManagedCard },
  errors: {
    403: mayStepUp,
    409: [
      'INSTRUMENT_NOT_PHYSICAL',
      'INSTRUMENT_ALREADY_ACTIVATED',
      'ACTIVATION_CODE_INVALID',
      'INSTRUMENT_BLOCKED',
      'INSTRUMENT_DESTROYED',
    ],
  },
})

/** The PIN as a token, for a stepped-up session. */
export const managedCardPhysicalPinGet = endpoint({
  ...card,
  id: 'managedCardPhysicalPinGet',
  summary: 'Show the PIN',
  method: 'GET',
  path: '/managed_cards/{id}/physical/pin',
  params,
  responses: { 200: z.object({ pin: SensitivePin }) },
  errors: {
    403: mayStepUp,
    409: [
      'INSTRUMENT_NOT_PHYSICAL',
      'PHYSICAL_CARD_NOT_ACTIVATED',
      'PIN_NOT_SET',
      'PIN_TRIES_EXCEEDED',
      'INSTRUMENT_BLOCKED',
      'INSTRUMENT_DESTROYED',
    ],
  },
})

/** Lets a PIN be tried again that was wrong too often. */
export const managedCardPhysicalPinUnBlock = endpoint({
  ...card,
  id: 'managedCardPhysicalPinUnBlock',
  summary: 'Unblock the PIN',
  method: 'PATCH',
  path: '/managed_cards/{id}/physical/pin/unblock',
  params,
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: ['INSTRUMENT_NOT_PHYSICAL', 'PHYSICAL_CARD_NOT_ACTIVATED', 'INSTRUMENT_BLOCKED', 'INSTRUMENT_DESTROYED'],
  },
})

/** Orders a new card for a damaged one, which works until the new one is activated. */
export const managedCardPhysicalReplaceDamaged = endpoint({
  ...card,
  id: 'managedCardPhysicalReplaceDamaged',
  summary: 'Replace a damaged card',
  method: 'POST',
  path: '/managed_cards/{id}/physical/replace_damaged',
  idempotent: true,
  params,
  body: replacementOrder,
  responses: { 204: null },
  errors: {
    403: mayStepUp,
    409: [
      'INSTRUMENT_NOT_PHYSICAL',
      'PHYSICAL_CARD_NOT_ACTIVATED',
      'INSTRUMENT_ALREADY_DESTROYED',
      'INSTRUMENT_ALREADY_PENDING_REPLACEMENT',
      'INSTRUMENT_MARKED_AS_LOST',
      'MAX_PRINT_CHARACTERS_EXCEEDED',
    ],
  },
})

/** Blocks a lost card; there is no way back, only to a replacement. */
export const managedCardPhysicalReportLost = endpoint({
  ...card,
  id: 'managedCardPhysicalReportLost',
  summary: 'Report a card as lost',
  method: 'POST',
  path: '/managed_cards/{id}/physical/report_lost',
  idempotent: true,
  params,
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [
      'INSTRUMENT_NOT_PHYSICAL',
      'INSTRUMENT_ALREADY_MARKED_LOST',
      'INSTRUMENT_ALREADY_MARKED_STOLEN',
      'INSTRUMENT_DESTROYED',
    ],
  },
})

/** Destroys a stolen card; what money it held goes to its replacement. */
export const managedCardPhysicalReportStolen = endpoint({
  ...card,
  id: 'managedCardPhysicalReportStolen',
  summary: 'Report a card as stolen',
  method: 'POST',
  path: '/managed_cards/{id}/physical/report_stolen',
  idempotent: true,
  params,
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [
      'INSTRUMENT_NOT_PHYSICAL',
      'PHYSICAL_CARD_NOT_ACTIVATED',
      'INSTRUMENT_ALREADY_MARKED_STOLEN',
      'INSTRUMENT_ALREADY_MARKED_LOST',
      'INSTRUMENT_DESTROYED',
    ],
  },
})

/**
 * Orders a new card for one that was reported, and moves its free money and its rules there. Answers the old card, which
 * names the new one. The published document asks for the API key alone, although its refusals speak of the user's token.
 */
export const managedCardPhysicalReplaceLostOrStolen = endpoint({
  ...card,
  id: 'managedCardPhysicalReplaceLostOrStolen',
  summary: 'Replace a lost or stolen card',
  method: 'POST',
  path: '/managed_cards/{id}/physical/replace_lost_stolen',
  idempotent: true,
  params,
  body: replacementOrder,
  responses: { 200: ManagedCard },
  errors: {
    403: mayStepUp,
    409: [
      'INSTRUMENT_NOT_PHYSICAL',
      'INSTRUMENT_NOT_MARKED_LOST_OR_STOLEN',
      'INSTRUMENT_DESTROYED',
      'INSTRUMENT_ALREADY_REPLACED',
      'PARENT_MANAGED_ACCOUNT_NOT_ACTIVE',
      'MAX_PRINT_CHARACTERS_EXCEEDED',
    ],
  },
})

/** Starts the count of contactless purchases without PIN anew; wearables only. */
export const managedCardPhysicalContactlessLimitReset = endpoint({
  ...card,
  id: 'managedCardPhysicalContactlessLimitReset',
  summary: 'Reset the contactless limit',
  method: 'POST',
  path: '/managed_cards/{id}/physical/contactless_limit/reset',
  idempotent: true,
  params,
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [
      'INSTRUMENT_NOT_PHYSICAL',
      'PHYSICAL_CARD_NOT_ACTIVATED',
      'INSTRUMENT_BLOCKED',
      'INSTRUMENT_DESTROYED',
      'PHYSICAL_CARD_TYPE_NOT_SUPPORTED',
    ],
  },
})
