import { createFileRoute } from '@tanstack/react-router'
import { userQueries } from '@/api/queries/users'
import { PersonRole } from '@/features/roles/components/person-role'
import { UserPage } from '@/features/users/pages/user-page'
import { userSearch } from '@/features/users/search'

export const Route = createFileRoute('/_app/users/$userId')({
  validateSearch: userSearch,
  loader: ({ context: { queryClient }, params: { userId } }) => {
    void queryClient.prefetchQuery(userQueries.detail(userId))
    void queryClient.prefetchQuery(userQueries.invitations())
  },
  component: User,
})

function User() {
  const { userId } = Route.useParams()
  return <UserPage role={<PersonRole userId={userId} />} />
}
