import * as z from 'zod'
import { CredentialId, Id } from '../common'
import { endpoint } from '../endpoint'
import { permissions } from '../permissions'
import { PaymentLimit } from './limits'

/** Which accounts, or cards, a role sees: all that there are and will be, or these alone. */
export const Scope = z.union([z.literal('all'), z.array(Id).max(1000)])
export type Scope = z.infer<typeof Scope>

/** A ready role has its word as its id, a custom one a random one. */
export const RoleId = z
  .string()
  .max(64)
  .regex(/^[a-z0-9-]+$/)

/** An IANA name, as `Europe/Malta`. */
export const Zone = z.string().max(64).refine(isZone)

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const oncePerCurrency = (limits: PaymentLimit[]) =>
  new Set(limits.map(({ currency }) => currency)).size === limits.length

/** What is said of a custom role; forms pick from it. */
export const RoleOrder = z.object({
  name: z.string().trim().min(1).max(50),
  description: z.string().trim().max(200).optional(),
  /** What nobody goes without (`everybodys`) is among them, whether said or not. */
  permissions: z.array(z.enum(permissions)).max(permissions.length),
  accounts: Scope,
  cards: Scope,
  /** At most one per currency; a currency without one is not limited. */
  limits: z.array(PaymentLimit).max(200).refine(oncePerCurrency),
})
export type RoleOrder = z.infer<typeof RoleOrder>

/**
 * What a person may do in the console, held by the gateway. The Multi API's own roles (`rolesGet`, and `roles` of a user) are
 * another thing: newer than 3.63.5, set by the programme, and not looked at here.
 */
export const ConsoleRole = RoleOrder.extend({
  id: RoleId,
  /** Every identity has it, and nobody can change it. */
  ready: z.boolean(),
  /** To how many people it was given; for Owner and Viewer not those who have it without being given it. */
  assigned: z.int(),
})
export type ConsoleRole = z.infer<typeof ConsoleRole>

export const ConsolePerson = z.object({
  credentials: CredentialId,
  name: z.string(),
  email: z.string(),
  /** A deactivated user cannot sign in, and keeps the role. */
  active: z.boolean(),
  role: z.object({ id: RoleId, name: z.string() }),
  /** False for who has the role without anybody's doing: the root user is Owner, and a new user Viewer. */
  assigned: z.boolean(),
})
export type ConsolePerson = z.infer<typeof ConsolePerson>

const roles = { section: 'console-roles', auth: 'token' } as const
const ofRole = z.object({ role_id: RoleId })
const ofUser = z.object({ user_id: Id })

/** Ready roles and then the identity's own, by name; and the zone in which a day of all their limits begins and ends. */
export const consoleRolesGet = endpoint({
  ...roles,
  id: 'consoleRolesGet',
  summary: 'List the roles of the console',
  method: 'GET',
  path: '/roles',
  permission: 'roles.view',
  responses: { 200: z.object({ roles: z.array(ConsoleRole), zone: z.string() }) },
})

/**
 * LACKS_PERMISSION: the role would reach further than whoever makes it, in what it may do, which accounts and cards it
 * sees, or how much it may pay.
 */
export const consoleRoleCreate = endpoint({
  ...roles,
  id: 'consoleRoleCreate',
  summary: 'Add a role',
  method: 'POST',
  path: '/roles',
  permission: 'roles.manage',
  body: RoleOrder,
  responses: { 201: ConsoleRole },
  errors: { 409: ['ROLE_NAME_TAKEN', 'LACKS_PERMISSION'] },
})

/** Changes what is given. LACKS_PERMISSION also where the role reached further before: nobody takes what they lack. */
export const consoleRoleUpdate = endpoint({
  ...roles,
  id: 'consoleRoleUpdate',
  summary: 'Change a role',
  method: 'PATCH',
  path: '/roles/{role_id}',
  permission: 'roles.manage',
  params: ofRole,
  body: RoleOrder.partial(),
  responses: { 200: ConsoleRole },
  errors: { 409: ['READY_ROLE', 'OWN_ROLE', 'ROLE_NAME_TAKEN', 'LACKS_PERMISSION'] },
})

export const consoleRoleDelete = endpoint({
  ...roles,
  id: 'consoleRoleDelete',
  summary: 'Delete a role',
  method: 'DELETE',
  path: '/roles/{role_id}',
  permission: 'roles.manage',
  params: ofRole,
  responses: { 204: null },
  errors: { 409: ['READY_ROLE', 'ROLE_IN_USE', 'LACKS_PERMISSION'] },
})

/** The root user and all users of the identity, in the order of the Multi API's list. */
export const consolePeopleGet = endpoint({
  ...roles,
  id: 'consolePeopleGet',
  summary: 'List who has which role',
  method: 'GET',
  path: '/people',
  permission: 'roles.view',
  responses: { 200: z.object({ people: z.array(ConsolePerson) }) },
})

/**
 * Gives a user another role in place of the present one. ROOT_IS_OWNER: the root user is the Owner and nobody else is.
 * LACKS_PERMISSION: one of the two roles reaches further than one's own.
 */
export const consoleRoleAssign = endpoint({
  ...roles,
  id: 'consoleRoleAssign',
  summary: 'Give a user a role',
  method: 'POST',
  path: '/people/{user_id}/role',
  permission: 'roles.manage',
  params: ofUser,
  body: z.object({ role: RoleId }),
  responses: { 204: null },
  errors: { 409: ['ROOT_IS_OWNER', 'OWN_ROLE', 'LACKS_PERMISSION'] },
})

/** Takes away what was given; the user is a Viewer again. */
export const consoleRoleUnassign = endpoint({
  ...roles,
  id: 'consoleRoleUnassign',
  summary: 'Take a role away from a user',
  method: 'DELETE',
  path: '/people/{user_id}/role',
  permission: 'roles.manage',
  params: ofUser,
  responses: { 204: null },
  errors: { 409: ['ROOT_IS_OWNER', 'OWN_ROLE', 'LACKS_PERMISSION'] },
})

/**
 * Sets the zone of the day, which is one for the whole identity: what is spent on a day would otherwise depend on whom one
 * asks. LACKS_PERMISSION: somebody who has a limit per day cannot move the day.
 */
export const consoleZoneUpdate = endpoint({
  ...roles,
  id: 'consoleZoneUpdate',
  summary: 'Set the zone of the day',
  method: 'PATCH',
  path: '/zone',
  permission: 'roles.manage',
  body: z.object({ zone: Zone }),
  responses: { 200: z.object({ zone: z.string() }) },
  errors: { 409: ['LACKS_PERMISSION'] },
})
