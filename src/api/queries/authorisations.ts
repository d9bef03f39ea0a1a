import { queryOptions } from '@tanstack/react-query'
import {
  listAuthorisations,
  readAuthorisation,
  readAuthorisationRules,
  waitingAuthorisations,
} from '#contract/console/authorisations'
import type { Args } from '#contract/endpoint'
import { callConsole } from '@/api/client'

export type AuthorisationListQuery = NonNullable<Args<typeof listAuthorisations>['query']>

/** Payments that Weavr asks about. The key root is the contract's section. */
export const authorisationQueries = {
  all: () => ['authorisations'] as const,
  list: (query: AuthorisationListQuery) =>
    queryOptions({
      queryKey: [...authorisationQueries.all(), 'list', query],
      queryFn: ({ signal }) => callConsole(listAuthorisations, { query }, signal),
    }),
  waiting: () =>
    queryOptions({
      queryKey: [...authorisationQueries.all(), 'waiting'],
      queryFn: async ({ signal }) => {
        const { now, authorisations } = await callConsole(waitingAuthorisations, {}, signal)
        // The console's clock and this machine's are seldom the same.
        return { ahead: now - Date.now(), authorisations }
      },
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...authorisationQueries.all(), 'detail', id],
      queryFn: ({ signal }) => callConsole(readAuthorisation, { params: { id } }, signal),
    }),
  rules: () =>
    queryOptions({
      queryKey: [...authorisationQueries.all(), 'rules'],
      queryFn: ({ signal }) => callConsole(readAuthorisationRules, {}, signal),
    }),
}
