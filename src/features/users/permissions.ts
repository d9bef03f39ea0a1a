import { useQuery } from '@tanstack/react-query'
import { covers } from '#contract/console/covers'
import { UNASSIGNED } from '#contract/console/ready-roles'
import { type ConsoleRole, consolePeopleGet } from '#contract/console/roles'
import type { User } from '#contract/users'
import { userCreate, userUpdate } from '#contract/users'
import { type MyAccess, useAccess } from '@/api/access'
import { ownReach } from '@/api/own-reach'
import { roleQueries } from '@/api/queries/roles'
import { sessionQueries } from '@/api/queries/session'
import { t } from './text'

/** Why somebody of that role may not be changed, invited or shut out. A role that is not known is the gateway's to judge. */
export function whyNotManage(
  { access, whyNot }: MyAccess,
  { name }: Pick<User, 'name'>,
  role: ConsoleRole | undefined,
): string | undefined {
  const lacking = whyNot(userUpdate.permission)
  if (lacking || !access || !role) return lacking
  return covers(ownReach(access), role) ? undefined : t('whyFurther', { name })
}

/** Why nobody can be added; undefined: somebody can. */
export function whyNotAdd({ access, whyNot }: MyAccess, roles: readonly ConsoleRole[]): string | undefined {
  const lacking = whyNot(userCreate.permission)
  const viewer = roles.find(({ id }) => id === UNASSIGNED)
  if (lacking || !access || !viewer) return lacking
  return covers(ownReach(access), viewer) ? undefined : t('whyNew')
}

/** What is known of people's roles, for those who may see roles. */
export function useRoles() {
  const { may } = useAccess()
  const enabled = may(consolePeopleGet.permission)
  const { data: people } = useQuery({ ...roleQueries.people(), enabled })
  const { data: known } = useQuery({ ...roleQueries.list(), enabled })
  const roles = known?.roles ?? []
  const personOf = (userId: string) =>
    people?.people.find(({ credentials }) => credentials.type === 'USER' && credentials.id === userId)
  const roleOf = (userId: string) => roles.find(({ id }) => id === personOf(userId)?.role.id)
  return { roles, personOf, roleOf }
}

/** Why this person may not change, invite or shut out that user. */
export function useWhyNotManage() {
  const access = useAccess()
  const { roleOf } = useRoles()
  return (user: Pick<User, 'id' | 'name'>) => whyNotManage(access, user, roleOf(user.id))
}

/** Whether that user is the person who is reading. */
export function useIsMe() {
  const { data: session } = useQuery(sessionQueries.current())
  const me = session?.person.credentials
  return ({ id }: Pick<User, 'id'>) => me?.type === 'USER' && me.id === id
}
