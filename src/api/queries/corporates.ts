import { queryOptions } from '@tanstack/react-query'
import { corporateGet } from '#contract/corporates'
import { call } from '@/api/client'

/** The company itself; there is one per session. */
export const corporateQueries = {
  all: () => ['corporates'] as const,
  own: () =>
    queryOptions({
      queryKey: [...corporateQueries.all(), 'own'],
      queryFn: ({ signal }) => call(corporateGet, {}, signal),
    }),
}
