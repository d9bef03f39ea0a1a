import { createFileRoute } from '@tanstack/react-router'
import { bulkQueries } from '@/api/queries/bulks'
import { BulkListPage } from '@/features/bulks/pages/bulk-list-page'
import { toBulkListQuery } from '@/features/bulks/query'
import { bulkListSearch } from '@/features/bulks/search'

export const Route = createFileRoute('/_app/bulks/')({
  validateSearch: bulkListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(bulkQueries.list(toBulkListQuery(deps)))
  },
  component: BulkListPage,
})
