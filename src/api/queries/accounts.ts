import { queryOptions } from '@tanstack/react-query'
import type { Args } from '#contract/endpoint'
import {
  type ManagedAccount,
  managedAccountGet,
  managedAccountIBANGet,
  managedAccountStatement,
  managedAccountsGet,
} from '#contract/managed-accounts'
import type { StatementQuery, StatementV1 } from '#contract/statements'

export type { StatementQuery }

import { call } from '@/api/client'

export type AccountListQuery = NonNullable<Args<typeof managedAccountsGet>['query']>

/** Every account of the identity, or as many as is sensible to hold; `count` says how many there are. */
export type EveryAccount = { accounts: ManagedAccount[]; count: number; complete: boolean }

const pageSize = 100
const mostPages = 10

async function readEvery(signal: AbortSignal): Promise<EveryAccount> {
  const accounts: ManagedAccount[] = []
  let count = 0
  for (let page = 0; page < mostPages; page++) {
    const query = { offset: page * pageSize, limit: pageSize }
    const answer = await call(managedAccountsGet, { query }, signal)
    accounts.push(...answer.accounts)
    count = answer.count
    if (accounts.length >= count || answer.accounts.length === 0) break
  }
  // An account opened between two pages shifts the rows, so one may come twice.
  const distinct = [...new Map(accounts.map((account) => [account.id, account])).values()]
  return { accounts: distinct, count, complete: distinct.length >= count }
}

/** Without `x-api-version` the API answers the statement of 3.63.5, and this page reads no other. */
async function readStatement(id: string, query: StatementQuery, signal: AbortSignal): Promise<StatementV1> {
  const answer = await call(managedAccountStatement, { params: { id }, query }, signal)
  if ('entry' in answer) return answer
  throw new TypeError('The statement came in a form that was not asked for')
}

/** Reads of accounts: key and fetcher are one object. */
export const accountQueries = {
  all: () => ['managed-accounts'] as const,
  lists: () => [...accountQueries.all(), 'list'] as const,
  list: (query: AccountListQuery) =>
    queryOptions({
      queryKey: [...accountQueries.lists(), query],
      queryFn: ({ signal }) => call(managedAccountsGet, { query }, signal),
    }),
  /** All accounts at once, for sums, for names beside ids and for choosing one; at most a thousand. */
  every: () =>
    queryOptions({ queryKey: [...accountQueries.all(), 'every'], queryFn: ({ signal }) => readEvery(signal) }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...accountQueries.all(), 'detail', id],
      queryFn: ({ signal }) => call(managedAccountGet, { params: { id } }, signal),
    }),
  iban: (id: string) =>
    queryOptions({
      queryKey: [...accountQueries.all(), 'iban', id],
      queryFn: ({ signal }) => call(managedAccountIBANGet, { params: { id } }, signal),
      // An IBAN is given once and stays; while it is on its way it is asked for again.
      staleTime: ({ state }) => (state.data?.state === 'ALLOCATED' ? 10 * 60_000 : 0),
      refetchInterval: ({ state }) => (state.data?.state === 'PENDING_ALLOCATION' ? 3_000 : false),
    }),
  statement: (id: string, query: StatementQuery) =>
    queryOptions({
      queryKey: [...accountQueries.all(), 'statement', id, query],
      queryFn: ({ signal }) => readStatement(id, query, signal),
    }),
}
