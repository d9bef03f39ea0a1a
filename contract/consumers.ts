import * as z from 'zod'
import { Currency, forbidden, Id, IdentityId, Tag, Timestamp, VerificationCode } from './common'
import { KyiStatus } from './corporates'
import { endpoint } from './endpoint'
import { ChargeFee, ChargeFeeRequest, chargeFeeConflicts } from './fees'
import {
  AcceptedTerms,
  AddressOfPerson,
  Brand,
  CalendarDate,
  Country,
  IpAddress,
  industries,
  LaterName,
  Mobile,
  PartialAddress,
  sourcesOfFunds,
  UserLocale,
} from './people'

export const Occupation = z.enum([...industries, 'STUDENT', 'UNEMPLOYED', 'RETIRED', 'OTHER'])
export const ConsumerSourceOfFunds = z.enum(['PERSONAL_SAVINGS', 'FAMILY_SAVINGS', ...sourcesOfFunds])

export const ConsumerRootUser = z.object({
  id: IdentityId,
  name: z.string().max(100),
  surname: z.string().max(100),
  email: z.email(),
  mobile: Mobile,
  occupation: Occupation.optional(),
  active: z.boolean(),
  emailVerified: z.boolean(),
  mobileNumberVerified: z.boolean(),
  dateOfBirth: CalendarDate.optional(),
  address: PartialAddress.optional(),
  nationality: Country.optional(),
  placeOfBirth: z.string().optional(),
  tag: Tag.optional(),
  locale: UserLocale.optional(),
  brand: Brand.optional(),
})

/** A person who banks here for themselves. */
export const Consumer = z.object({
  id: IdentityId,
  profileId: Id,
  tag: Tag.optional(),
  rootUser: ConsumerRootUser,
  creationTimestamp: Timestamp,
  ipAddress: IpAddress,
  acceptedTerms: z.boolean().optional(),
  baseCurrency: Currency.optional(),
  feeGroup: z.string().optional(),
  sourceOfFunds: ConsumerSourceOfFunds.optional(),
  sourceOfFundsOther: z.string().optional(),
})
export type Consumer = z.infer<typeof Consumer>

/** How much a consumer has to show: LEVEL_2 is everything. */
export const KycLevel = z.enum(['KYC_LEVEL_1', 'KYC_LEVEL_2'])
export type KycLevel = z.infer<typeof KycLevel>

export const ConsumerCreateRequest = z.object({
  profileId: Id,
  tag: Tag.optional(),
  rootUser: z.object({
    name: z.string().max(50),
    surname: z.string().max(50),
    email: z.email(),
    mobile: Mobile,
    dateOfBirth: CalendarDate,
    occupation: Occupation.optional(),
    address: AddressOfPerson,
    placeOfBirth: z.string().optional(),
    nationality: Country.optional(),
    tag: Tag.optional(),
    locale: UserLocale.optional(),
    brand: Brand.optional(),
  }),
  ipAddress: IpAddress,
  acceptedTerms: AcceptedTerms.optional(),
  baseCurrency: Currency.optional(),
  feeGroup: z.string().optional(),
  sourceOfFunds: ConsumerSourceOfFunds.optional(),
  sourceOfFundsOther: z.string().optional(),
})
export type ConsumerCreateRequest = z.infer<typeof ConsumerCreateRequest>

/** Fields that are left out stay as they are. Who the person is and where they live is frozen once verified. */
export const ConsumerUpdateRequest = z.object({
  tag: Tag.optional(),
  name: LaterName.optional(),
  surname: LaterName.optional(),
  email: z.email().optional(),
  mobile: Mobile.optional(),
  dateOfBirth: CalendarDate.optional(),
  address: AddressOfPerson.optional(),
  feeGroup: z.string().optional(),
  baseCurrency: Currency.optional(),
  occupation: Occupation.optional(),
  sourceOfFunds: ConsumerSourceOfFunds.optional(),
  sourceOfFundsOther: z.string().optional(),
  placeOfBirth: z.string().optional(),
  nationality: Country.optional(),
  /** Forgets how often the number was changed. */
  resetMobileCounter: z.boolean().optional(),
  userTag: Tag.optional(),
  locale: UserLocale.optional(),
  brand: Brand.optional(),
})
export type ConsumerUpdateRequest = z.infer<typeof ConsumerUpdateRequest>

const consumers = { section: 'consumers' } as const
const mine = { ...consumers, auth: 'token' } as const

/** Registers a person, who then sets a password, proves address and number, and starts the check. */
export const consumerCreate = endpoint({
  ...consumers,
  id: 'consumerCreate',
  summary: 'Register a consumer',
  method: 'POST',
  path: '/consumers',
  auth: 'key',
  permission: 'public',
  idempotent: true,
  body: ConsumerCreateRequest,
  responses: { 200: Consumer },
  errors: {
    403: forbidden,
    409: [
      'PAYMENT_MODEL_CONSTRAINTS_VIOLATED',
      'PROFILE_NOT_FOUND',
      'PROFILE_INACTIVE',
      'ROOT_EMAIL_NOT_UNIQUE',
      'CURRENCY_UNSUPPORTED',
      'FEE_GROUP_INVALID',
      'COUNTRY_INVALID',
      'MOBILE_OR_COUNTRY_CODE_INVALID',
      'COUNTRY_UNSUPPORTED',
      'EMAIL_DOMAIN_NOT_ALLOWED',
      'CONSUMER_ALREADY_EXISTS',
    ],
  },
})

/** The consumer of the session. */
export const consumerGet = endpoint({
  ...mine,
  id: 'consumerGet',
  summary: 'Read my consumer identity',
  method: 'GET',
  path: '/consumers',
  permission: 'identity.view',
  responses: { 200: Consumer },
  errors: { 403: forbidden },
})

export const consumerUpdate = endpoint({
  ...mine,
  id: 'consumerUpdate',
  summary: 'Change my consumer identity',
  method: 'PATCH',
  path: '/consumers',
  permission: 'identity.manage',
  body: ConsumerUpdateRequest,
  responses: { 200: Consumer },
  errors: {
    403: forbidden,
    409: [
      'FEE_GROUP_INVALID',
      'COUNTRY_INVALID',
      'CONSUMER_VERIFIED',
      'EMAIL_NOT_UNIQUE',
      'MOBILE_OR_COUNTRY_CODE_INVALID',
      'COUNTRY_UNSUPPORTED',
      'MOBILE_NO_CHANGE_LIMIT_EXCEEDED',
      'TOO_FREQUENT_EMAIL_CHANGES',
      'EMAIL_DOMAIN_NOT_ALLOWED',
      'MOBILE_CHANGE_NOT_ALLOWED',
      'TERMINATION_DATE_IN_PAST',
    ],
  },
})

/** Sends a code to the person's address, good for an hour. */
export const consumerRootUserEmailVerificationCodeSend = endpoint({
  ...consumers,
  id: 'consumerRootUserEmailVerificationCodeSend',
  summary: "Prove a consumer's address: send a code",
  method: 'POST',
  path: '/consumers/verification/email/send',
  auth: 'key',
  permission: 'public',
  body: z.object({ email: z.email() }),
  responses: { 204: null },
  errors: { 403: forbidden, 409: ['EMAIL_NOT_FOUND', 'ALREADY_VERIFIED', 'EMAIL_NOT_UNIQUE'] },
})

export const consumerRootUserEmailVerify = endpoint({
  ...consumers,
  id: 'consumerRootUserEmailVerify',
  summary: "Prove a consumer's address: enter the code",
  method: 'POST',
  path: '/consumers/verification/email/verify',
  auth: 'key',
  permission: 'public',
  body: z.object({ email: z.email(), verificationCode: VerificationCode }),
  responses: { 204: null },
  errors: { 403: forbidden, 409: ['VERIFICATION_CODE_INVALID', 'EMAIL_NOT_UNIQUE'] },
})

/** Starts the check at a level, or goes on with one that is open; the reference opens its screens. */
export const consumerKycStart = endpoint({
  ...mine,
  id: 'consumerKycStart',
  summary: 'Start the check of my identity',
  method: 'POST',
  path: '/consumers/kyc',
  permission: 'identity.manage',
  body: z
    .object({
      kycLevel: KycLevel.optional(),
      prefillDetails: z.array(z.object({ name: z.string().optional(), value: z.string().optional() })).optional(),
    })
    .optional(),
  responses: { 200: z.object({ reference: Id, kycLevel: KycLevel }) },
  errors: { 403: forbidden, 409: ['KYC_ALREADY_APPROVED', 'KYC_PENDING_REVIEW', 'KYC_REJECTED', 'EMAIL_UNVERIFIED'] },
})

export const consumerKycGet = endpoint({
  ...mine,
  id: 'consumerKycGet',
  summary: 'Read how the check of my identity stands',
  method: 'GET',
  path: '/consumers/kyc',
  permission: 'identity.view',
  responses: {
    200: z.object({
      fullDueDiligence: KyiStatus,
      kycLevel: KycLevel.optional(),
      ongoingFullDueDiligence: KyiStatus,
      ongoingKycLevel: KycLevel.optional(),
    }),
  },
  errors: { 403: forbidden },
})

/** Takes a fee that the programme has defined from one of the consumer's instruments. */
export const consumerChargeFee = endpoint({
  ...mine,
  id: 'consumerChargeFee',
  summary: 'Charge me a fee',
  method: 'POST',
  path: '/consumers/fees/charge',
  permission: 'fees.charge',
  idempotent: true,
  body: ChargeFeeRequest,
  responses: { 200: ChargeFee },
  errors: { 403: forbidden, 409: chargeFeeConflicts },
})
