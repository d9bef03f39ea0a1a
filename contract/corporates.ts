import * as z from 'zod'
import { Currency, forbidden, Id, IdentityId, Tag, Timestamp } from './common'
import { endpoint } from './endpoint'
import {
  Address,
  Brand,
  CalendarDate,
  Country,
  IpAddress,
  industries,
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

const corporates = { section: 'corporates', auth: 'token', permission: 'identity.view' } as const

/** The corporate of the session. */
export const corporateGet = endpoint({
  ...corporates,
  id: 'corporateGet',
  summary: 'Read my company',
  method: 'GET',
  path: '/corporates',
  responses: { 200: Corporate },
  errors: { 403: forbidden },
})

export const corporateKybGet = endpoint({
  ...corporates,
  id: 'corporateKybGet',
  summary: 'Read how the check of my company stands',
  method: 'GET',
  path: '/corporates/kyb',
  responses: { 200: z.object({ kybStatus: KyiStatus.optional(), ongoingKybStatus: KyiStatus.optional() }) },
  errors: { 403: forbidden },
})
