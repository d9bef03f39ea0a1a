import { queryOptions } from '@tanstack/react-query'
import type { Args } from '#contract/endpoint'
import { transferGet, transfersGet } from '#contract/transfers'
import { call } from '@/api/client'

export type TransferListQuery = NonNullable<Args<typeof transfersGet>['query']>

/** States from which a transfer may still move by itself. */
const moving: readonly string[] = ['INITIALISED', 'PENDING', 'SCHEDULED']

/** Reads of transfers between the identity's own instruments. */
export const transferQueries = {
  all: () => ['transfers'] as const,
  lists: () => [...transferQueries.all(), 'list'] as const,
  list: (query: TransferListQuery) =>
    queryOptions({
      queryKey: [...transferQueries.lists(), query],
      queryFn: ({ signal }) => call(transfersGet, { query }, signal),
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...transferQueries.all(), 'detail', id],
      queryFn: ({ signal }) => call(transferGet, { params: { id } }, signal),
      refetchInterval: ({ state }) => (state.data && moving.includes(state.data.state) ? 5_000 : false),
    }),
}
