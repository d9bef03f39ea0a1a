import { createFileRoute } from '@tanstack/react-router'
import { accountQueries } from '@/api/queries/accounts'
import { AccountPage } from '@/features/accounts/pages/account-page'
import { toStatementQuery } from '@/features/accounts/query'
import { accountDetailSearch } from '@/features/accounts/search'
import { localZone } from '@/lib/dates'

export const Route = createFileRoute('/_app/accounts/$accountId')({
  validateSearch: accountDetailSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, params: { accountId }, deps }) => {
    void queryClient.prefetchQuery(accountQueries.detail(accountId))
    void queryClient.prefetchQuery(accountQueries.iban(accountId))
    void queryClient.prefetchQuery(accountQueries.statement(accountId, toStatementQuery(deps, localZone())))
  },
  component: AccountPage,
})
