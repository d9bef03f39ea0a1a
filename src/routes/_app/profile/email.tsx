import { createFileRoute } from '@tanstack/react-router'
import { useFace } from '@/api/face'
import { ConsumerEmailPage } from '@/features/consumers/pages/consumer-contact-pages'
import { CorporateEmailPage } from '@/features/corporates/pages/corporate-contact-pages'

export const Route = createFileRoute('/_app/profile/email')({
  staticData: { requires: 'identity.manage' },
  component: ProfileEmailRoute,
})

function ProfileEmailRoute() {
  return useFace() === 'person' ? <ConsumerEmailPage /> : <CorporateEmailPage />
}
