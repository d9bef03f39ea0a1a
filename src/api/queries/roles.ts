import { queryOptions } from '@tanstack/react-query'
import { consolePeopleGet, consoleRolesGet } from '#contract/console/roles'
import { callConsole } from '@/api/client'

/** The console's roles and who has which. The key root is the contract's section. */
export const roleQueries = {
  all: () => ['console-roles'] as const,
  /** All roles at once, with the zone of their days: an identity has few, and one is read with the others. */
  list: () =>
    queryOptions({
      queryKey: [...roleQueries.all(), 'list'],
      queryFn: ({ signal }) => callConsole(consoleRolesGet, {}, signal),
    }),
  people: () =>
    queryOptions({
      queryKey: [...roleQueries.all(), 'people'],
      queryFn: ({ signal }) => callConsole(consolePeopleGet, {}, signal),
    }),
}
