import { createFileRoute } from '@tanstack/react-router'
import { useFace } from '@/api/face'
import { consumerQueries, corporateQueries, dueDiligenceQuery } from '@/api/queries/identity'
import { ConsumerPage } from '@/features/consumers/pages/consumer-page'
import { CorporatePage } from '@/features/corporates/pages/corporate-page'

export const Route = createFileRoute('/_app/profile/')({
  loader: ({ context: { queryClient, session } }) => {
    const { type } = session.identity.id
    void queryClient.prefetchQuery(dueDiligenceQuery(type))
    if (type === 'CONSUMER') void queryClient.prefetchQuery(consumerQueries.mine())
    else void queryClient.prefetchQuery(corporateQueries.mine())
  },
  component: ProfileRoute,
})

function ProfileRoute() {
  return useFace() === 'person' ? <ConsumerPage /> : <CorporatePage />
}
