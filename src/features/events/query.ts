import type { EventListQuery } from '@/api/queries/events'
import { addDay, startOfDay } from '@/lib/days'
import type { EventListSearch } from './search'

export const eventPageSize = 50

/** Days are whole days of the person's zone and mean the day on which the event was received. */
export function toEventListQuery(search: EventListSearch, zone: string): EventListQuery {
  const { from, to, ...rest } = search
  const asked = Object.entries(rest).filter(([, value]) => value)
  return {
    ...Object.fromEntries(asked),
    limit: eventPageSize,
    ...(from ? { from: startOfDay(from, zone) } : {}),
    ...(to ? { to: startOfDay(addDay(to), zone) } : {}),
  }
}
