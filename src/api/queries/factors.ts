import { queryOptions } from '@tanstack/react-query'
import { authFactorsGet } from '#contract/authentication-factors'
import { call } from '@/api/client'

/** The ways in which the person can prove who they are. The key root is the contract's section. */
export const factorQueries = {
  all: () => ['authentication-factors'] as const,
  list: () =>
    queryOptions({
      queryKey: [...factorQueries.all(), 'list'],
      queryFn: ({ signal }) => call(authFactorsGet, {}, signal),
    }),
}
