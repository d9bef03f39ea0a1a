import { createFileRoute } from '@tanstack/react-router'
import { accountQueries } from '@/api/queries/accounts'
import { NewBulkPage } from '@/features/bulks/pages/new-bulk-page'
import { newBulkSearch } from '@/features/bulks/search'

export const Route = createFileRoute('/_app/bulks/new')({
  staticData: { requires: 'bulks.submit' },
  validateSearch: newBulkSearch,
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(accountQueries.every())
  },
  component: NewBulkPage,
})
