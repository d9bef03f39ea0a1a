import * as z from 'zod'
import { forbidden, Id, IdentityId, page, paging, repeatable, Tag } from './common'
import { endpoint } from './endpoint'
import { Brand, CalendarDate, Country, Mobile, UserLocale } from './people'

/** Newer than 3.63.5, where every user of an identity may do everything. */
export const UserRole = z.enum([
  'CARD_ASSIGNEE',
  'CARDS_MANAGEMENT_ROLE',
  'FUNDS_MANAGEMENT_ROLE',
  'ACCESS_MANAGEMENT_ROLE',
  'ADMIN',
])
export type UserRole = z.infer<typeof UserRole>

/** A person who acts for an identity beside its root user. */
export const User = z.object({
  id: Id,
  identity: IdentityId,
  name: z.string().max(100),
  surname: z.string().max(100),
  email: z.email(),
  mobile: Mobile.optional(),
  active: z.boolean(),
  dateOfBirth: CalendarDate.optional(),
  tag: Tag.optional(),
  countryOfResidence: Country.optional(),
  locale: UserLocale.optional(),
  brand: Brand.optional(),
  roles: z.array(UserRole).optional(),
})
export type User = z.infer<typeof User>

/** What is said of a new user; forms pick from it. */
export const UserOrder = z.object({
  name: z.string().min(1).max(50),
  surname: z.string().min(1).max(50),
  email: z.email(),
  mobile: Mobile.optional(),
  dateOfBirth: CalendarDate.optional(),
  tag: Tag.optional(),
  countryOfResidence: Country.optional(),
  locale: UserLocale.optional(),
  brand: Brand.optional(),
  roles: z.array(UserRole).optional(),
})
export type UserOrder = z.infer<typeof UserOrder>

/** What may change; the country of residence may not. */
export const UserChange = UserOrder.omit({ countryOfResidence: true }).partial()
export type UserChange = z.infer<typeof UserChange>

const roleConflicts = ['ROLE_NOT_FOUND', 'CANNOT_MODIFY_OWN_ROLES', 'ADMIN_ROLE_REMOVAL_NOT_ALLOWED'] as const
const users = { section: 'authorised-users', auth: 'token' } as const
const params = z.object({ user_id: Id })

/** Adds a user, who cannot sign in before an invitation was accepted. Newer fields are taken and not required. */
export const userCreate = endpoint({
  ...users,
  id: 'userCreate',
  summary: 'Add a user',
  method: 'POST',
  path: '/users',
  permission: 'users.manage',
  idempotent: true,
  body: UserOrder,
  responses: { 200: User },
  errors: {
    403: ['STEP_UP_REQUIRED'],
    409: [
      'EMAIL_NOT_UNIQUE',
      'MOBILE_OR_COUNTRY_CODE_INVALID',
      'EMAIL_DOMAIN_NOT_ALLOWED',
      'COUNTRY_OF_RESIDENCE_INVALID',
      ...roleConflicts,
    ],
  },
})

export const usersGet = endpoint({
  ...users,
  id: 'usersGet',
  summary: 'List users',
  method: 'GET',
  path: '/users',
  permission: 'users.view',
  query: z.object({
    ...paging,
    active: z.boolean().optional(),
    email: z.string().optional(),
    tag: z.string().optional(),
    /** Users who have any of these. */
    roles: repeatable(UserRole).optional(),
  }),
  responses: { 200: page('users', User) },
  errors: { 403: forbidden },
})

export const userGetById = endpoint({
  ...users,
  id: 'userGetById',
  summary: 'Read a user',
  method: 'GET',
  path: '/users/{user_id}',
  permission: 'users.view',
  params,
  responses: { 200: User },
  errors: { 403: forbidden },
})

/** Changes what is given; a new address is to be verified and a new number to be enrolled again. */
export const userUpdate = endpoint({
  ...users,
  id: 'userUpdate',
  summary: 'Change a user',
  method: 'PATCH',
  path: '/users/{user_id}',
  permission: 'users.manage',
  idempotent: true,
  params,
  body: UserChange,
  responses: { 200: User },
  errors: {
    403: forbidden,
    409: [
      'EMAIL_NOT_UNIQUE',
      'MOBILE_OR_COUNTRY_CODE_INVALID',
      'MOBILE_NO_CHANGE_LIMIT_EXCEEDED',
      'TOO_FREQUENT_EMAIL_CHANGES',
      'EMAIL_DOMAIN_NOT_ALLOWED',
      'MOBILE_CHANGE_NOT_ALLOWED',
      'UNSUPPORTED_CURRENCY',
      ...roleConflicts,
    ],
  },
})

/** Lets a deactivated user sign in again, also one whom wrong passwords have shut out. */
export const userActivate = endpoint({
  ...users,
  id: 'userActivate',
  summary: 'Activate a user',
  method: 'POST',
  path: '/users/{user_id}/activate',
  permission: 'users.manage',
  params,
  responses: { 204: null },
  errors: { 403: forbidden },
})

/** Keeps a user out from this moment on; another user can undo it. */
export const userDeactivate = endpoint({
  ...users,
  id: 'userDeactivate',
  summary: 'Deactivate a user',
  method: 'POST',
  path: '/users/{user_id}/deactivate',
  permission: 'users.manage',
  params,
  responses: { 204: null },
  errors: { 403: forbidden },
})

/** Starts the signed-in user's own check; the reference opens its screens. The vendor's document forgets the token. */
export const userKyc = endpoint({
  ...users,
  id: 'userKyc',
  summary: 'Start my own check',
  method: 'POST',
  path: '/users/kyc',
  permission: 'session.own',
  responses: { 200: z.object({ reference: Id }) },
  errors: {
    403: forbidden,
    409: [
      'EMAIL_NOT_VERIFIED',
      'MOBILE_NOT_VERIFIED',
      'KYC_ALREADY_APPROVED',
      'KYC_PENDING_REVIEW',
      'KYC_REJECTED',
      'KYB_IDENTITY_NOT_APPROVED',
    ],
  },
})
