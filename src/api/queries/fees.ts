import { queryOptions } from '@tanstack/react-query'
import type { Args } from '#contract/endpoint'
import { feesGet } from '#contract/fees'
import { readFailure } from '@/lib/failure'
import { call } from '../client'

export type FeeListQuery = NonNullable<Args<typeof feesGet>['query']>

/** The fees that were taken. The key root is the contract's section. */
export const feeQueries = {
  all: () => ['fees'] as const,
  /** `null` where the programme does not list them: the operation is newer than its API. */
  list: (query: FeeListQuery) =>
    queryOptions({
      queryKey: [...feeQueries.all(), 'list', query],
      queryFn: async ({ signal }) => {
        try {
          return await call(feesGet, { query }, signal)
        } catch (error) {
          if ([404, 405, 501].includes(readFailure(error).status)) return null
          throw error
        }
      },
    }),
}
