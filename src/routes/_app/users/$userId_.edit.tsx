import { createFileRoute } from '@tanstack/react-router'
import { userQueries } from '@/api/queries/users'
import { EditUserPage } from '@/features/users/pages/edit-user-page'

export const Route = createFileRoute('/_app/users/$userId_/edit')({
  staticData: { requires: 'users.manage' },
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(userQueries.detail(params.userId))
  },
  component: EditUserPage,
})
