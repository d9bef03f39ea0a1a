import { queryOptions } from '@tanstack/react-query'
import { eventGet, eventsGet } from '#contract/console/events'
import type { Args } from '#contract/endpoint'
import { callConsole } from '@/api/client'

export type EventListQuery = NonNullable<Args<typeof eventsGet>['query']>

/** The log of what Weavr told. The key root is the contract's section. */
export const eventQueries = {
  all: () => ['events'] as const,
  list: (query: EventListQuery) =>
    queryOptions({
      queryKey: [...eventQueries.all(), 'list', query],
      queryFn: ({ signal }) => callConsole(eventsGet, { query }, signal),
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...eventQueries.all(), 'detail', id],
      queryFn: ({ signal }) => callConsole(eventGet, { params: { id } }, signal),
    }),
}
