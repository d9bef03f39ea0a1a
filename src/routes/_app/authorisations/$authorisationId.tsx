import { createFileRoute } from '@tanstack/react-router'
import { authorisationQueries } from '@/api/queries/authorisations'
import { AuthorisationPage } from '@/features/authorisations/pages/authorisation-page'

export const Route = createFileRoute('/_app/authorisations/$authorisationId')({
  loader: ({ context: { queryClient }, params: { authorisationId } }) => {
    void queryClient.prefetchQuery(authorisationQueries.detail(authorisationId))
  },
  component: AuthorisationPage,
})
