import { createFileRoute } from '@tanstack/react-router'
import { NewAccountPage } from '@/features/accounts/pages/new-account-page'

export const Route = createFileRoute('/_app/accounts/new')({
  staticData: { requires: 'accounts.manage' },
  component: NewAccountPage,
})
