import { createFileRoute } from '@tanstack/react-router'
import { accountQueries } from '@/api/queries/accounts'
import { transferQueries } from '@/api/queries/transfers'
import { TransferPage } from '@/features/transfers/pages/transfer-page'
import { transferDetailSearch } from '@/features/transfers/search'

export const Route = createFileRoute('/_app/transfers/$transferId')({
  validateSearch: transferDetailSearch,
  loader: ({ context: { queryClient }, params: { transferId } }) => {
    void queryClient.prefetchQuery(transferQueries.detail(transferId))
    void queryClient.prefetchQuery(accountQueries.every())
  },
  component: TransferPage,
})
