import { createFileRoute } from '@tanstack/react-router'
import { proposalQueries } from '@/api/queries/proposals'
import { RuleListPage } from '@/features/proposals/pages/rule-list-page'

export const Route = createFileRoute('/_app/approvals/rules/')({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(proposalQueries.rules())
  },
  component: RuleListPage,
})
