import * as z from 'zod'
import { Currency, forbidden, Id, mayStepUp, page, paging, repeatable, Tag, Timestamp } from './common'
import { endpoint } from './endpoint'
import { InstrumentState } from './managed-accounts'
import {
  ActivationCode,
  CardholderMobileNumber,
  CardMode,
  CardRenewalType,
  CardType,
  DeliveryAddress,
  DeliveryMethod,
  DigitalWallets,
  ExternalData,
  ManagedCard,
  ManufacturingState,
  NameOnCard,
  SupportedUserCurrency,
  ThreeDSecureAuthConfig,
  TimeoutDecision,
} from './managed-card'
import { Address } from './people'
import { inOrder, StatementHeaders, StatementQuery, StatementV1, StatementV2 } from './statements'

/** What a card is made from. Prepaid cards name their currency, debit cards the account whose money they spend. */
export const ManagedCardOrder = z
  .object({
    profileId: Id,
    tag: Tag.optional(),
    friendlyName: z.string().min(1).max(50),
    nameOnCard: NameOnCard.min(1),
    nameOnCardLine2: NameOnCard.optional(),
    cardholderMobileNumber: CardholderMobileNumber.optional(),
    billingAddress: Address,
    digitalWallets: DigitalWallets.optional(),
    authForwardingDefaultTimeoutDecision: TimeoutDecision.optional(),
    threeDSecureAuthConfig: ThreeDSecureAuthConfig.optional(),
    mode: CardMode,
    externalData: ExternalData.optional(),
    renewalType: CardRenewalType.optional(),
    userId: Id.optional(),
    currency: Currency.optional(),
    parentManagedAccountId: Id.optional(),
    userCurrency: SupportedUserCurrency.optional(),
  })
  .superRefine((order, issues) => {
    const needed = order.mode === 'PREPAID_MODE' ? 'currency' : 'parentManagedAccountId'
    if (order[needed] === undefined)
      issues.addIssue({ code: 'custom', path: [needed], message: 'must not be null', params: { error: 'REQUIRED' } })
  })
export type ManagedCardOrder = z.infer<typeof ManagedCardOrder>

/** What may change on a card; the delivery of a physical one only until it is on its way. */
export const ManagedCardChange = z.object({
  tag: Tag.optional(),
  friendlyName: z.string().min(1).max(50).optional(),
  nameOnCard: NameOnCard.optional(),
  nameOnCardLine2: NameOnCard.optional(),
  cardholderMobileNumber: CardholderMobileNumber.optional(),
  billingAddress: Address.optional(),
  deliveryAddress: DeliveryAddress.optional(),
  deliveryMethod: DeliveryMethod.optional(),
  digitalWallets: DigitalWallets.optional(),
  authForwardingDefaultTimeoutDecision: TimeoutDecision.optional(),
  threeDSecureAuthConfig: ThreeDSecureAuthConfig.optional(),
  externalData: ExternalData.optional(),
  bulkDelivery: z.boolean().optional(),
  activationCode: ActivationCode.optional(),
  productReference: z.string().optional(),
  carrierType: z.string().optional(),
  renewalType: CardRenewalType.optional(),
  userId: Id.optional(),
})
export type ManagedCardChange = z.infer<typeof ManagedCardChange>

const card = { section: 'managed-cards', auth: 'token' } as const
const params = z.object({ id: Id })

/** What a card may be refused for, when it is made and when it is changed. */
const holderConflicts = [
  'COUNTRY_INVALID',
  'WALLETS_NOT_ENABLED',
  'WALLET_ARTWORK_NOT_SPECIFIED',
  'WALLET_ARTWORK_INVALID',
  'PUSHPROVISIONING_NOT_ENABLED',
  'AUTH_FORWARDING_NOT_ENABLED',
  'USER_NOT_ENROLLED_FOR_BIOMETRICS',
  'BIOMETRIC_AUTHENTICATION_NOT_SUPPORTED',
  'LINKED_USER_NOT_FOUND',
  'USER_INACTIVE',
  'INVALID_CHANNELS_SELECTED',
  'INVALID_PRIMARY_CHANNEL_SELECTED',
  'USER_MOBILE_NUMBER_DOES_NOT_EXIST',
  'MORE_THAN_ONE_MOBILE_NUMBER_PROVIDED',
  'MOBILE_NUMBER_ALREADY_EXISTS',
  'TWILIO_AUTHY_AUTHENTICATION_NOT_SUPPORTED',
  'USER_NOT_ENROLLED_FOR_TWILIO_AUTHY',
  'RENEWAL_TYPE_NOT_SUPPORTED_BY_PROFILE',
] as const

/** Issues a virtual card. The sandbox asks for step-up. */
export const managedCardCreate = endpoint({
  ...card,
  id: 'managedCardCreate',
  summary: 'Create a card',
  method: 'POST',
  path: '/managed_cards',
  permission: 'cards.manage',
  idempotent: true,
  body: ManagedCardOrder,
  responses: { 200: ManagedCard },
  errors: {
    403: mayStepUp,
    409: [
      ...holderConflicts,
      'PAYMENT_MODEL_CONSTRAINTS_VIOLATED',
      'PROFILE_NOT_FOUND',
      'PROFILE_INACTIVE',
      'PROFILE_TYPE_MISMATCH',
      'CURRENCY_NOT_SUPPORTED_BY_PROFILE',
      'PROVIDER_NOT_SUPPORTED_BY_PROFILE',
      'INSTRUMENT_NOT_FOUND',
      'OWNER_IDENTITY_NOT_VERIFIED',
      'IDENTITY_LIMITS_EXCEEDED',
      'PROGRAMME_LIMITS_EXCEEDED',
      'INNOVATOR_LIMITS_EXCEEDED',
      'SYSTEM_LIMITS_EXCEEDED',
      'PARENT_MANAGED_ACCOUNT_NOT_ACTIVE',
      'PARENT_MANAGED_ACCOUNT_NOT_FOUND',
      'IDENTITY_KYC_LEVEL_STEPUP_REQUIRED',
      'USER_CURRENCY_NOT_ENABLED',
      'USER_CURRENCY_NOT_SUPPORTED_BY_PROFILE',
      'USER_CURRENCY_SAME_AS_BASE_CURRENCY',
    ],
  },
})

/** Lists the identity's cards, newest first. */
export const managedCardsGet = endpoint({
  ...card,
  id: 'managedCardsGet',
  summary: 'List cards',
  method: 'GET',
  path: '/managed_cards',
  permission: 'cards.view',
  query: z.object({
    ...paging,
    profileId: Id.optional(),
    friendlyName: z.string().max(50).optional(),
    state: repeatable(InstrumentState.shape.state).optional(),
    'state.blockedReason': repeatable(InstrumentState.shape.blockedReason.unwrap()).optional(),
    'state.destroyedReason': repeatable(InstrumentState.shape.destroyedReason.unwrap()).optional(),
    currency: z.string().max(3).optional(),
    type: CardType.optional(),
    renewalType: CardRenewalType.optional(),
    externalHandle: z.string().optional(),
    cardNumberFirstSix: ManagedCard.shape.cardNumberFirstSix.optional(),
    cardNumberLastFour: ManagedCard.shape.cardNumberLastFour.optional(),
    createdFrom: Timestamp.optional(),
    createdTo: Timestamp.optional(),
    mode: CardMode.optional(),
    tag: z.string().optional(),
    parentManagedAccountId: Id.optional(),
    manufacturingState: repeatable(ManufacturingState).optional(),
    userId: Id.optional(),
  }),
  responses: { 200: page('cards', ManagedCard) },
  errors: { 403: mayStepUp },
})

export const managedCardGet = endpoint({
  ...card,
  id: 'managedCardGet',
  summary: 'Read a card',
  method: 'GET',
  path: '/managed_cards/{id}',
  permission: 'cards.view',
  params,
  responses: { 200: ManagedCard },
  errors: { 403: mayStepUp },
})

/** Changes what is sent and leaves the rest. */
export const managedCardUpdate = endpoint({
  ...card,
  id: 'managedCardUpdate',
  summary: 'Change a card',
  method: 'PATCH',
  path: '/managed_cards/{id}',
  permission: 'cards.manage',
  idempotent: true,
  params,
  body: ManagedCardChange,
  responses: { 200: ManagedCard },
  errors: {
    403: mayStepUp,
    409: [
      ...holderConflicts,
      'INSTRUMENT_DESTROYED',
      'INSTRUMENT_NOT_PHYSICAL',
      'THREEDS_DETAILS_NOT_PROVIDED',
      'DELIVERY_METHOD_INVALID',
      'CONTACT_NUMBER_NEEDED_FOR_BULK_DELIVERY',
      'PRODUCT_REFERENCE_INVALID',
      'CARRIER_TYPE_INVALID',
      'CONFIG_ERROR_CARD_BUREAU',
      'CANNOT_REASSIGN_ACTIVE_CARD',
    ],
  },
})

/** Freezes a card: it can neither pay nor be paid until it is unblocked. */
export const managedCardBlock = endpoint({
  ...card,
  id: 'managedCardBlock',
  summary: 'Block a card',
  method: 'POST',
  path: '/managed_cards/{id}/block',
  permission: 'cards.manage',
  idempotent: true,
  params,
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: ['INSTRUMENT_ALREADY_BLOCKED', 'INSTRUMENT_DESTROYED', 'INSTRUMENT_MARKED_LOST_STOLEN'],
  },
})

/** Lifts a block that its owner set; a lost card never comes back. */
export const managedCardUnblock = endpoint({
  ...card,
  id: 'managedCardUnblock',
  summary: 'Unblock a card',
  method: 'POST',
  path: '/managed_cards/{id}/unblock',
  permission: 'cards.manage',
  idempotent: true,
  params,
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: ['INSTRUMENT_NOT_BLOCKED', 'INSTRUMENT_DESTROYED', 'INSTRUMENT_MARKED_LOST_STOLEN'],
  },
})

/** Destroys a card for good; a prepaid one must be empty. */
export const managedCardRemove = endpoint({
  ...card,
  id: 'managedCardRemove',
  summary: 'Remove a card',
  method: 'POST',
  path: '/managed_cards/{id}/remove',
  permission: 'cards.manage',
  params,
  responses: { 204: null },
  errors: { 403: forbidden, 409: ['BALANCE_NOT_ZERO', 'INSTRUMENT_ALREADY_REMOVED'] },
})

/** Movements made with the card. Answers the shape of 3.63.5 unless `x-api-version: LATEST` asks for the newer. */
export const managedCardStatement = endpoint({
  ...card,
  id: 'managedCardStatement',
  summary: 'Read a statement of a card',
  method: 'GET',
  path: '/managed_cards/{id}/statement',
  permission: 'cards.view',
  params,
  query: inOrder(StatementQuery.omit({ showFundMovementsOnly: true })),
  headers: StatementHeaders,
  responses: { 200: z.union([StatementV1, StatementV2]) },
  errors: { 403: mayStepUp },
})
