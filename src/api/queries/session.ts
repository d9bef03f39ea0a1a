import { queryOptions } from '@tanstack/react-query'
import { fetchSession } from '../session'

export const sessionQueries = {
  all: () => ['session'] as const,
  /** Who is signed in. Fails with status 401 when nobody is. */
  current: () =>
    queryOptions({
      queryKey: [...sessionQueries.all(), 'current'] as const,
      queryFn: fetchSession,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
}
