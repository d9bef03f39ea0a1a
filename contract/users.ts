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

const users = { section: 'authorised-users', auth: 'token', permission: 'users.view' } as const

export const usersGet = endpoint({
  ...users,
  id: 'usersGet',
  summary: 'List users',
  method: 'GET',
  path: '/users',
  query: z.object({
    ...paging,
    active: z.boolean().optional(),
    email: z.string().optional(),
    tag: z.string().optional(),
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
  params: z.object({ user_id: Id }),
  responses: { 200: User },
  errors: { 403: forbidden },
})
