import type {
  consoleRoleAssign,
  consoleRoleCreate,
  consoleRoleDelete,
  consoleRoleUpdate,
  consoleZoneUpdate,
} from '#contract/console/roles'
import type { Conflict } from '#contract/endpoint'
import { sentences } from '@/lib/sentences'

/*
 * A sentence for every documented refusal. The page keeps most of them from happening; they are left for what somebody
 * else has changed meanwhile.
 */

export const createSentences = sentences('roles.create', {
  ROLE_NAME_TAKEN: 'There is a role of this name already. Choose another name.',
  LACKS_PERMISSION: 'This role would reach further than your own, which has changed meanwhile. Reload the page.',
} as const satisfies Record<Conflict<typeof consoleRoleCreate>, string>)

export const updateSentences = sentences('roles.update', {
  READY_ROLE: 'This role is the same for every company and cannot be changed. Make a new one from it.',
  OWN_ROLE: 'This is your own role. Ask somebody else who manages roles to change it.',
  ROLE_NAME_TAKEN: 'There is a role of this name already. Choose another name.',
  LACKS_PERMISSION: 'This role reaches further than your own. Ask somebody whose role reaches as far to change it.',
} as const satisfies Record<Conflict<typeof consoleRoleUpdate>, string>)

export const deleteSentences = sentences('roles.delete', {
  READY_ROLE: 'This role is the same for every company and cannot be deleted.',
  ROLE_IN_USE: 'Somebody has this role. Give them another one first.',
  LACKS_PERMISSION: 'This role reaches further than your own. Ask somebody whose role reaches as far to delete it.',
} as const satisfies Record<Conflict<typeof consoleRoleDelete>, string>)

export const assignSentences = sentences('roles.assign', {
  ROOT_IS_OWNER: 'The root user is always the Owner, and nobody else is.',
  OWN_ROLE: 'Nobody changes their own role. Ask somebody else who manages roles.',
  LACKS_PERMISSION: 'One of the two roles reaches further than your own. Ask somebody whose role reaches as far.',
} as const satisfies Record<Conflict<typeof consoleRoleAssign>, string>)

export const zoneSentences = sentences('roles.zone', {
  LACKS_PERMISSION: 'Your own role has a limit per day, so you may not move the day. Ask somebody without one.',
} as const satisfies Record<Conflict<typeof consoleZoneUpdate>, string>)
