import { createFileRoute } from '@tanstack/react-router'
import { authorisationQueries } from '@/api/queries/authorisations'
import { DeskPage } from '@/features/authorisations/pages/desk-page'
import { toListQuery } from '@/features/authorisations/query'
import { deskSearch } from '@/features/authorisations/search'
import { localZone } from '@/lib/dates'

export const Route = createFileRoute('/_app/authorisations/')({
  validateSearch: deskSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(authorisationQueries.waiting())
    void queryClient.prefetchQuery(authorisationQueries.list(toListQuery(deps, localZone())))
  },
  component: DeskPage,
})
