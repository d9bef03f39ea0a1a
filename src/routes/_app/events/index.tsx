import { createFileRoute } from '@tanstack/react-router'
import { eventQueries } from '@/api/queries/events'
import { EventListPage } from '@/features/events/pages/event-list-page'
import { toEventListQuery } from '@/features/events/query'
import { eventListSearch } from '@/features/events/search'
import { localZone } from '@/lib/dates'

export const Route = createFileRoute('/_app/events/')({
  validateSearch: eventListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(eventQueries.list(toEventListQuery(deps, localZone())))
  },
  component: EventListPage,
})
