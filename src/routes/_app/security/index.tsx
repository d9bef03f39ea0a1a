import { createFileRoute } from '@tanstack/react-router'
import { factorQueries } from '@/api/queries/factors'
import { signOutEverywhere, signOutHere } from '@/app/leave'
import { sandboxPhone } from '@/app/sandbox-phone'
import { SecurityPage } from '@/features/authentication-factors/pages/security-page'

const onSignOut = { here: signOutHere, everywhere: signOutEverywhere }

export const Route = createFileRoute('/_app/security/')({
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(factorQueries.list())
  },
  component: () => <SecurityPage onSignOut={onSignOut} phone={sandboxPhone()} />,
})
