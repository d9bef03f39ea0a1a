import { createFileRoute } from '@tanstack/react-router'
import { NewUserPage } from '@/features/users/pages/new-user-page'

export const Route = createFileRoute('/_app/users/new')({
  staticData: { requires: 'users.manage' },
  component: NewUserPage,
})
