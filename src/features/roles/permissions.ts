import { covers } from '#contract/console/covers'
import { OWNER } from '#contract/console/ready-roles'
import {
  type ConsolePerson,
  type ConsoleRole,
  consoleRoleAssign,
  consoleRoleDelete,
  consoleRoleUpdate,
  consoleZoneUpdate,
} from '#contract/console/roles'
import type { MyAccess } from '@/api/access'
import { ownReach } from '@/api/own-reach'
import { t } from './text'

/** Why a role may not be changed; undefined: it may. */
export function whyNotEdit({ access, whyNot }: MyAccess, role: ConsoleRole): string | undefined {
  if (role.ready) return t('whyReady')
  const lacking = whyNot(consoleRoleUpdate.permission)
  if (lacking || !access) return lacking
  if (role.id === access.role.id) return t('whyOwn')
  return covers(ownReach(access), role) ? undefined : t('whyFurther')
}

/** Why a role may not be deleted; undefined: it may. */
export function whyNotDelete({ access, whyNot }: MyAccess, role: ConsoleRole): string | undefined {
  if (role.ready) return t('whyReadyDelete')
  const lacking = whyNot(consoleRoleDelete.permission)
  if (lacking || !access) return lacking
  if (!covers(ownReach(access), role)) return t('whyFurther')
  return role.assigned > 0 ? t('whyInUse', { count: role.assigned }) : undefined
}

/** Why a person cannot be given another role; undefined: they can. */
export function whyNotAssign(
  { access, whyNot }: MyAccess,
  me: ConsolePerson['credentials'],
  person: ConsolePerson,
  roles: readonly ConsoleRole[],
): string | undefined {
  const { name, credentials } = person
  if (credentials.type === 'ROOT') return t('whyRoot', { name })
  const lacking = whyNot(consoleRoleAssign.permission)
  if (lacking || !access) return lacking
  if (credentials.id === me.id) return t('whySelf')
  const present = roles.find(({ id }) => id === person.role.id)
  return present && !covers(ownReach(access), present) ? t('whyPersonFurther', { name }) : undefined
}

/** Roles that can be given at all, each with whether this person may give it. */
export const givable = ({ access }: MyAccess, roles: readonly ConsoleRole[]) =>
  roles
    .filter(({ id }) => id !== OWNER)
    .map((role) => ({ role, may: access !== undefined && covers(ownReach(access), role) }))

/** Why the zone of the day may not be changed; undefined: it may. */
export function whyNotZone({ access, whyNot }: MyAccess): string | undefined {
  const limited = access?.limits.some(({ perDay }) => perDay !== undefined)
  return whyNot(consoleZoneUpdate.permission) ?? (limited ? t('whyZone') : undefined)
}
