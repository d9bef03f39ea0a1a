import { createFileRoute } from '@tanstack/react-router'
import { roleQueries } from '@/api/queries/roles'
import { RolePage } from '@/features/roles/pages/role-page'

export const Route = createFileRoute('/_app/roles/$roleId')({
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(roleQueries.list())
  },
  component: RolePage,
})
