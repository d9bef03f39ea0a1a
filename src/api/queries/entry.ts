import { queryOptions } from '@tanstack/react-query'
import { entryGet } from '#contract/console/entry'
import { callConsole } from '@/api/client'

/** How far this browser's way in is. The key root is the contract's section. */
export const entryQueries = {
  all: () => ['entry'] as const,
  current: () =>
    queryOptions({
      queryKey: [...entryQueries.all(), 'current'],
      queryFn: ({ signal }) => callConsole(entryGet, {}, signal),
      staleTime: 0,
    }),
}
