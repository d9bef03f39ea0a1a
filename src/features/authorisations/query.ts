import type { AuthorisationListQuery } from '@/api/queries/authorisations'
import { addDay, startOfDay } from '@/lib/days'
import type { DeskSearch } from './search'

export const pageSize = 25

/** Days are whole days of the person's zone and mean the day on which the request came. */
export function toListQuery(
  { kind, state, by, party, from, to, after }: DeskSearch,
  zone: string,
): AuthorisationListQuery {
  return {
    limit: pageSize,
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(by ? { by } : {}),
    ...(party ? { party } : {}),
    ...(from ? { from: startOfDay(from, zone) } : {}),
    ...(to ? { to: startOfDay(addDay(to), zone) } : {}),
    ...(after ? { after } : {}),
  }
}
