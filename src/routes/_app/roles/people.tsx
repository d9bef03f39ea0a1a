import { createFileRoute } from '@tanstack/react-router'
import { roleQueries } from '@/api/queries/roles'
import { PeoplePage } from '@/features/roles/pages/people-page'

export const Route = createFileRoute('/_app/roles/people')({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(roleQueries.people())
    void queryClient.prefetchQuery(roleQueries.list())
  },
  component: PeoplePage,
})
