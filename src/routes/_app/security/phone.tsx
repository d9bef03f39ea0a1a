import { createFileRoute } from '@tanstack/react-router'
import { factorQueries } from '@/api/queries/factors'
import { EnrolPhonePage } from '@/features/authentication-factors/pages/enrol-phone-page'

export const Route = createFileRoute('/_app/security/phone')({
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(factorQueries.list())
  },
  component: EnrolPhonePage,
})
