import * as z from 'zod'
import { Currency, forbidden, Id, IdentityId, Tag, Timestamp } from './common'
import { endpoint } from './endpoint'
import {
  Brand,
  CalendarDate,
  Country,
  IpAddress,
  industries,
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

/** The consumer of the session. */
export const consumerGet = endpoint({
  section: 'consumers',
  auth: 'token',
  permission: 'identity.view',
  id: 'consumerGet',
  summary: 'Read my consumer identity',
  method: 'GET',
  path: '/consumers',
  responses: { 200: Consumer },
  errors: { 403: forbidden },
})
