import { createFileRoute } from '@tanstack/react-router'
import { proposalQueries } from '@/api/queries/proposals'
import { ProposalPage } from '@/features/proposals/pages/proposal-page'
import { proposalDetailSearch } from '@/features/proposals/search'

export const Route = createFileRoute('/_app/approvals/$proposalId')({
  validateSearch: proposalDetailSearch,
  loader: ({ context: { queryClient }, params: { proposalId } }) => {
    void queryClient.prefetchQuery(proposalQueries.detail(proposalId))
  },
  component: ProposalPage,
})
