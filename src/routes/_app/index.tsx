import { createFileRoute } from '@tanstack/react-router'
import { accountQueries } from '@/api/queries/accounts'
import { OverviewPage } from '@/features/overview/pages/overview-page'

export const Route = createFileRoute('/_app/')({
  loader: ({ context }) => {
    // Started on the way, not waited for: the page has a face for loading and one for failure.
    void context.queryClient.prefetchQuery(accountQueries.every())
  },
  component: OverviewPage,
})
