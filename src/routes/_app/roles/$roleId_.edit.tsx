import { createFileRoute } from '@tanstack/react-router'
import { roleQueries } from '@/api/queries/roles'
import { EditRolePage } from '@/features/roles/pages/edit-role-page'

export const Route = createFileRoute('/_app/roles/$roleId_/edit')({
  staticData: { requires: 'roles.manage' },
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(roleQueries.list())
  },
  component: EditRolePage,
})
