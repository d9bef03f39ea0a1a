import { createFileRoute } from '@tanstack/react-router'
import { accountQueries } from '@/api/queries/accounts'
import { NewTransferPage } from '@/features/transfers/pages/new-transfer-page'
import { newTransferSearch } from '@/features/transfers/search'

export const Route = createFileRoute('/_app/transfers/new')({
  staticData: { requires: 'transfers.create' },
  validateSearch: newTransferSearch,
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(accountQueries.every())
  },
  component: NewTransferPage,
})
