import { createFileRoute } from '@tanstack/react-router'
import { roleQueries } from '@/api/queries/roles'
import { NewRolePage } from '@/features/roles/pages/new-role-page'
import { newRoleSearch } from '@/features/roles/search'

export const Route = createFileRoute('/_app/roles/new')({
  staticData: { requires: 'roles.manage' },
  validateSearch: newRoleSearch,
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(roleQueries.list())
  },
  component: NewRolePage,
})
