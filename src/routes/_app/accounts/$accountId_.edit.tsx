import { createFileRoute } from '@tanstack/react-router'
import { accountQueries } from '@/api/queries/accounts'
import { EditAccountPage } from '@/features/accounts/pages/edit-account-page'

export const Route = createFileRoute('/_app/accounts/$accountId_/edit')({
  staticData: { requires: 'accounts.manage' },
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(accountQueries.detail(params.accountId))
  },
  component: EditAccountPage,
})
