import { createFileRoute } from '@tanstack/react-router'
import { bulkQueries } from '@/api/queries/bulks'
import { BulkPage } from '@/features/bulks/pages/bulk-page'
import { bulkSearch } from '@/features/bulks/search'

export const Route = createFileRoute('/_app/bulks/$bulkId')({
  validateSearch: bulkSearch,
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(bulkQueries.detail(params.bulkId))
  },
  component: BulkPage,
})
