import { createFileRoute } from '@tanstack/react-router'
import { eventQueries } from '@/api/queries/events'
import { EventPage } from '@/features/events/pages/event-page'

export const Route = createFileRoute('/_app/events/$eventId')({
  loader: ({ context: { queryClient }, params: { eventId } }) => {
    void queryClient.prefetchQuery(eventQueries.detail(eventId))
  },
  component: EventPage,
})
