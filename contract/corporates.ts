import * as z from 'zod'
import { Currency, forbidden, Id, IdentityId, Tag, Timestamp, VerificationCode } from './common'
import { endpoint } from './endpoint'
import { ChargeFee, ChargeFeeRequest, chargeFeeConflicts } from './fees'
import {
  AcceptedTerms,
  Address,
  Brand,
  CalendarDate,
  Country,
  IpAddress,
  industries,
  LaterName,
  LegalAddress,
  Mobile,
  sourcesOfFunds,
  UserLocale,
} from './people'

export const CompanyType = z.enum([
  'SOLE_TRADER',
  'LLC',
  'PUBLIC_LIMITED_COMPANY',
  'LIMITED_LIABILITY_PARTNERSHIP',
  'NON_PROFIT_ORGANISATION',
])
export const CompanyPosition = z.enum(['DIRECTOR', 'AUTHORISED_REPRESENTATIVE'])
export const Industry = z.enum(industries)
export const CorporateSourceOfFunds = z.enum([...sourcesOfFunds, 'DONATION', 'ORIGIN_OF_FUNDS_UNKNOWN'])

/** Where the check of a company or person stands. */
export const KyiStatus = z.enum(['NOT_STARTED', 'INITIATED', 'PENDING_REVIEW', 'APPROVED', 'REJECTED'])
export type KyiStatus = z.infer<typeof KyiStatus>

export const CorporateRootUser = z.object({
  id: IdentityId,
  name: z.string().max(100),
  surname: z.string().max(100),
  email: z.email(),
  mobile: Mobile,
  companyPosition: CompanyPosition,
  active: z.boolean(),
  emailVerified: z.boolean(),
  mobileNumberVerified: z.boolean(),
  dateOfBirth: CalendarDate.optional(),
  tag: Tag.optional(),
  locale: UserLocale.optional(),
  brand: Brand.optional(),
})

export const Company = z.object({
  name: z.string().max(100),
  type: CompanyType,
  registrationNumber: z.string().min(1).max(20).optional(),
  registeredAddress: LegalAddress.optional(),
  businessAddress: Address.optional(),
  countryOfRegistration: Country,
  incorporatedOn: CalendarDate.optional(),
})

/** A company that banks here, and its root user. */
export const Corporate = z.object({
  id: IdentityId,
  profileId: Id,
  tag: Tag.optional(),
  rootUser: CorporateRootUser,
  company: Company,
  industry: Industry.optional(),
  sourceOfFunds: CorporateSourceOfFunds.optional(),
  sourceOfFundsOther: z.string().optional(),
  acceptedTerms: z.boolean().optional(),
  ipAddress: IpAddress,
  baseCurrency: Currency,
  feeGroup: z.string().optional(),
  creationTimestamp: Timestamp,
  retailQualifier: z.enum(['RETAIL', 'NON_RETAIL', 'UNKNOWN']).optional(),
})
export type Corporate = z.infer<typeof Corporate>

/** What a corporate is created with. The register's own view of the company comes with its check. */
export const CorporateCreateRequest = z.object({
  profileId: Id,
  tag: Tag.optional(),
  rootUser: z.object({
    name: z.string().max(50),
    surname: z.string().max(50),
    email: z.email(),
    mobile: Mobile,
    companyPosition: CompanyPosition,
    dateOfBirth: CalendarDate.optional(),
    tag: Tag.optional(),
    locale: UserLocale.optional(),
    brand: Brand.optional(),
  }),
  company: z.object({
    name: z.string().max(100),
    type: CompanyType,
    registrationNumber: z.string().min(1).max(20).optional(),
    registrationCountry: Country,
    businessAddress: Address.optional(),
  }),
  industry: Industry.optional(),
  sourceOfFunds: CorporateSourceOfFunds.optional(),
  sourceOfFundsOther: z.string().optional(),
  acceptedTerms: AcceptedTerms.optional(),
  ipAddress: IpAddress,
  baseCurrency: Currency,
  feeGroup: z.string().optional(),
})
export type CorporateCreateRequest = z.infer<typeof CorporateCreateRequest>

/** `passwordAlreadySet`: this person is root user of another company too, and keeps their password. */
export const CreatedCorporate = Corporate.extend({
  rootUser: CorporateRootUser.extend({ passwordAlreadySet: z.boolean() }),
})
export type CreatedCorporate = z.infer<typeof CreatedCorporate>

/** Fields that are left out stay as they are. Root user and business address are frozen once the company is verified. */
export const CorporateUpdateRequest = z.object({
  tag: Tag.optional(),
  industry: Industry.optional(),
  sourceOfFunds: CorporateSourceOfFunds.optional(),
  sourceOfFundsOther: z.string().optional(),
  companyBusinessAddress: Address.optional(),
  feeGroup: z.string().optional(),
  baseCurrency: Currency.optional(),
  name: LaterName.optional(),
  surname: LaterName.optional(),
  email: z.email().optional(),
  mobile: Mobile.optional(),
  dateOfBirth: CalendarDate.optional(),
  /** Forgets how often the number was changed. */
  resetMobileCounter: z.boolean().optional(),
  userTag: Tag.optional(),
  locale: UserLocale.optional(),
  brand: Brand.optional(),
})
export type CorporateUpdateRequest = z.infer<typeof CorporateUpdateRequest>

const corporates = { section: 'corporates' } as const
const mine = { ...corporates, auth: 'token' } as const

/** Registers a company with its root user, who then sets a password, proves address and number, and starts the check. */
export const corporateCreate = endpoint({
  ...corporates,
  id: 'corporateCreate',
  summary: 'Register a company',
  method: 'POST',
  path: '/corporates',
  auth: 'key',
  permission: 'public',
  idempotent: true,
  body: CorporateCreateRequest,
  responses: { 200: CreatedCorporate },
  errors: {
    403: forbidden,
    409: [
      'PAYMENT_MODEL_CONSTRAINTS_VIOLATED',
      'PROFILE_NOT_FOUND',
      'PROFILE_INACTIVE',
      'ROOT_EMAIL_NOT_UNIQUE',
      'COMPANY_NOT_FOUND',
      'COMPANY_LOOKUP_FAILED',
      'CURRENCY_UNSUPPORTED',
      'FEE_GROUP_INVALID',
      'COUNTRY_INVALID',
      'MOBILE_OR_COUNTRY_CODE_INVALID',
      'COUNTRY_UNSUPPORTED',
      'ROOT_USER_INACTIVE',
      'ROOT_EMAIL_NOT_VERIFIED',
      'KYC_APPROVAL_MISSING',
      'PROFILE_MISMATCH',
      'COMPANY_TYPE_UNSUPPORTED',
      'EMAIL_DOMAIN_NOT_ALLOWED',
    ],
  },
})

/** The corporate of the session. */
export const corporateGet = endpoint({
  ...mine,
  id: 'corporateGet',
  summary: 'Read my company',
  method: 'GET',
  path: '/corporates',
  permission: 'identity.view',
  responses: { 200: Corporate },
  errors: { 403: forbidden },
})

export const corporateUpdate = endpoint({
  ...mine,
  id: 'corporateUpdate',
  summary: 'Change my company',
  method: 'PATCH',
  path: '/corporates',
  permission: 'identity.manage',
  idempotent: true,
  body: CorporateUpdateRequest,
  responses: { 200: Corporate },
  errors: {
    403: forbidden,
    409: [
      'FEE_GROUP_INVALID',
      'COUNTRY_INVALID',
      'EMAIL_NOT_UNIQUE',
      'ROOT_USER_ALREADY_VERIFIED',
      'COUNTRY_UNSUPPORTED',
      'MOBILE_OR_COUNTRY_CODE_INVALID',
      'MOBILE_NO_CHANGE_LIMIT_EXCEEDED',
      'TOO_FREQUENT_EMAIL_CHANGES',
      'EMAIL_DOMAIN_NOT_ALLOWED',
      'MOBILE_CHANGE_NOT_ALLOWED',
      'UNSUPPORTED_CURRENCY',
      'TERMINATION_DATE_IN_PAST',
    ],
  },
})

/** Sends a code to the root user's address, good for an hour. */
export const corporateRootUserEmailVerificationCodeSend = endpoint({
  ...corporates,
  id: 'corporateRootUserEmailVerificationCodeSend',
  summary: "Prove a root user's address: send a code",
  method: 'POST',
  path: '/corporates/verification/email/send',
  auth: 'key',
  permission: 'public',
  idempotent: true,
  body: z.object({ email: z.email() }),
  responses: { 204: null },
  errors: { 409: ['EMAIL_NOT_FOUND', 'ALREADY_VERIFIED', 'EMAIL_NOT_UNIQUE'] },
})

export const corporateRootUserEmailVerify = endpoint({
  ...corporates,
  id: 'corporateRootUserEmailVerify',
  summary: "Prove a root user's address: enter the code",
  method: 'POST',
  path: '/corporates/verification/email/verify',
  auth: 'key',
  permission: 'public',
  body: z.object({ email: z.email(), verificationCode: VerificationCode }),
  responses: { 204: null },
  errors: { 403: forbidden, 409: ['VERIFICATION_CODE_INVALID', 'EMAIL_NOT_UNIQUE'] },
})

/** Starts the check, or goes on with one that is open; the reference opens its screens. */
export const corporateKybStart = endpoint({
  ...mine,
  id: 'corporateKybStart',
  summary: 'Start the check of my company',
  method: 'POST',
  path: '/corporates/kyb',
  permission: 'identity.manage',
  responses: { 200: z.object({ reference: Id }) },
  errors: {
    403: forbidden,
    409: [
      'KYB_ALREADY_APPROVED',
      'KYB_PERMANENTLY_REJECTED',
      'KYB_PENDING_REVIEW',
      'EMAIL_UNVERIFIED',
      'MANAGED_ONBOARDING_PENDING',
    ],
  },
})

export const corporateKybGet = endpoint({
  ...mine,
  id: 'corporateKybGet',
  summary: 'Read how the check of my company stands',
  method: 'GET',
  path: '/corporates/kyb',
  permission: 'identity.view',
  responses: { 200: z.object({ kybStatus: KyiStatus.optional(), ongoingKybStatus: KyiStatus.optional() }) },
  errors: { 403: forbidden },
})

/** Takes a fee that the programme has defined from one of the company's instruments. */
export const corporateChargeFee = endpoint({
  ...mine,
  id: 'corporateChargeFee',
  summary: 'Charge my company a fee',
  method: 'POST',
  path: '/corporates/fees/charge',
  permission: 'fees.charge',
  idempotent: true,
  body: ChargeFeeRequest,
  responses: { 200: ChargeFee },
  errors: { 403: forbidden, 409: chargeFeeConflicts },
})
