import { createFileRoute } from '@tanstack/react-router'
import { useFace } from '@/api/face'
import { EditConsumerPage } from '@/features/consumers/pages/edit-consumer-page'
import { EditCorporatePage } from '@/features/corporates/pages/edit-corporate-page'

export const Route = createFileRoute('/_app/profile/edit')({
  staticData: { requires: 'identity.manage' },
  component: EditProfileRoute,
})

function EditProfileRoute() {
  return useFace() === 'person' ? <EditConsumerPage /> : <EditCorporatePage />
}
