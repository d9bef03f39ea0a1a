import { queryOptions } from '@tanstack/react-query'
import { userIdentities } from '#contract/access'
import { call } from '@/api/client'
import { ApiError } from '../client/api-error'

/** The identities that the person's sign-in opens. The key root is the contract's section. */
export const userIdentityQueries = {
  all: () => ['access'] as const,
  mine: () =>
    queryOptions({
      queryKey: [...userIdentityQueries.all(), 'identities'],
      queryFn: async ({ signal }) => {
        try {
          return (await call(userIdentities, { query: { limit: 100 } }, signal)).identities
        } catch (error) {
          // Of some kinds of identity nobody has more than one, and then there is no list.
          if (error instanceof ApiError && error.code === 'IDENTITY_TYPE_NOT_SUPPORTED') return []
          throw error
        }
      },
      staleTime: 5 * 60_000,
    }),
}
