import { createFileRoute } from '@tanstack/react-router'
import { authorisationQueries } from '@/api/queries/authorisations'
import { RulesPage } from '@/features/authorisations/pages/rules-page'
import { rulesSearch } from '@/features/authorisations/search'

export const Route = createFileRoute('/_app/authorisations/rules')({
  validateSearch: rulesSearch,
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(authorisationQueries.rules())
  },
  component: RulesPage,
})
