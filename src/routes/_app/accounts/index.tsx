import { createFileRoute } from '@tanstack/react-router'
import { accountQueries } from '@/api/queries/accounts'
import { AccountListPage } from '@/features/accounts/pages/account-list-page'
import { toAccountListQuery } from '@/features/accounts/query'
import { accountListSearch } from '@/features/accounts/search'

export const Route = createFileRoute('/_app/accounts/')({
  validateSearch: accountListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    // A name is looked for among all accounts.
    if (deps.name) void context.queryClient.prefetchQuery(accountQueries.every())
    else void context.queryClient.prefetchQuery(accountQueries.list(toAccountListQuery(deps)))
  },
  component: AccountListPage,
})
