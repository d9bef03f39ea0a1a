import { createFileRoute } from '@tanstack/react-router'
import { proposalQueries } from '@/api/queries/proposals'
import { InboxPage } from '@/features/proposals/pages/inbox-page'
import { proposalListSearch } from '@/features/proposals/search'

export const Route = createFileRoute('/_app/approvals/')({
  validateSearch: proposalListSearch,
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(proposalQueries.count())
  },
  component: InboxPage,
})
