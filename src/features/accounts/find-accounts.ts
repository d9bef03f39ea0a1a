import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ManagedAccount } from '#contract/managed-accounts'
import { accountQueries, type EveryAccount } from '@/api/queries/accounts'
import { accountPageSize, toAccountListQuery } from './query'
import type { AccountListSearch } from './search'

export type AccountPage = { accounts: ManagedAccount[]; count: number }

/**
 * One page of the accounts that match. The API finds a name only when it is given whole, and nobody looks for a name that
 * way; so a name is looked for here, among all accounts, which are held for sums and names anyway.
 */
export function useAccountPage(search: AccountListSearch) {
  const byName = search.name !== undefined
  const page = useQuery({
    ...accountQueries.list(toAccountListQuery(search)),
    placeholderData: keepPreviousData,
    enabled: !byName,
  })
  const every = useQuery({ ...accountQueries.every(), enabled: byName })
  const { error, refetch, isPlaceholderData } = byName ? every : page
  const data: AccountPage | undefined = byName ? every.data && findAccounts(every.data, search) : page.data
  return { data, error, refetch, busy: isPlaceholderData, searched: byName ? every.data : undefined }
}

/** What the API would answer if it took a part of a name. */
export function findAccounts({ accounts }: Pick<EveryAccount, 'accounts'>, search: AccountListSearch): AccountPage {
  const { state, currency, tag, offset = 0 } = search
  const sought = search.name?.trim().toLowerCase() ?? ''
  const found = accounts.filter(
    (account) =>
      account.friendlyName.toLowerCase().includes(sought) &&
      (state === undefined || account.state.state === state) &&
      (currency === undefined || account.currency === currency) &&
      (tag === undefined || account.tag === tag),
  )
  return { accounts: found.slice(offset, offset + accountPageSize), count: found.length }
}
