import { createFileRoute } from '@tanstack/react-router'
import { accountQueries } from '@/api/queries/accounts'
import { AccountListPage } from '@/features/accounts/pages/account-list-page'
import { accountListSearch, toAccountListQuery } from '@/features/accounts/search'

export const Route = createFileRoute('/_app/accounts/')({
  validateSearch: accountListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(accountQueries.list(toAccountListQuery(deps)))
  },
  component: AccountListPage,
})
