import { createFileRoute } from '@tanstack/react-router'
import { factorQueries } from '@/api/queries/factors'
import { signOutHere } from '@/app/leave'
import { SecurityPage } from '@/features/authentication-factors/pages/security-page'

export const Route = createFileRoute('/_app/security/')({
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(factorQueries.list())
  },
  component: () => <SecurityPage onSignOut={signOutHere} />,
})
