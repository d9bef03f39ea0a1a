import { createFileRoute } from '@tanstack/react-router'
import { roleQueries } from '@/api/queries/roles'
import { RoleListPage } from '@/features/roles/pages/role-list-page'

export const Route = createFileRoute('/_app/roles/')({
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(roleQueries.list())
  },
  component: RoleListPage,
})
