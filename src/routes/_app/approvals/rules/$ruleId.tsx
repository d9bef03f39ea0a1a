import { createFileRoute } from '@tanstack/react-router'
import { proposalQueries } from '@/api/queries/proposals'
import { EditRulePage } from '@/features/proposals/pages/edit-rule-page'

export const Route = createFileRoute('/_app/approvals/rules/$ruleId')({
  staticData: { requires: 'approvals.manage' },
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(proposalQueries.rules())
  },
  component: EditRulePage,
})
