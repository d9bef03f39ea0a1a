import { createFileRoute } from '@tanstack/react-router'
import { userQueries } from '@/api/queries/users'
import { UserListPage } from '@/features/users/pages/user-list-page'
import { toUserListQuery } from '@/features/users/query'
import { userListSearch } from '@/features/users/search'

export const Route = createFileRoute('/_app/users/')({
  validateSearch: userListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(userQueries.list(toUserListQuery(deps)))
    void queryClient.prefetchQuery(userQueries.invitations())
  },
  component: UserListPage,
})
