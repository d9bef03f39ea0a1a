import { createFileRoute } from '@tanstack/react-router'
import { accountQueries } from '@/api/queries/accounts'
import { transferQueries } from '@/api/queries/transfers'
import { TransferListPage } from '@/features/transfers/pages/transfer-list-page'
import { toTransferListQuery } from '@/features/transfers/query'
import { transferListSearch } from '@/features/transfers/search'
import { localZone } from '@/lib/dates'

export const Route = createFileRoute('/_app/transfers/')({
  validateSearch: transferListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(accountQueries.every())
    void queryClient.prefetchQuery(transferQueries.list(toTransferListQuery(deps, localZone())))
  },
  component: TransferListPage,
})
