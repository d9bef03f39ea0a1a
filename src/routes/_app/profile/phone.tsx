import { createFileRoute } from '@tanstack/react-router'
import { useFace } from '@/api/face'
import { ConsumerPhonePage } from '@/features/consumers/pages/consumer-contact-pages'
import { CorporatePhonePage } from '@/features/corporates/pages/corporate-contact-pages'

export const Route = createFileRoute('/_app/profile/phone')({
  staticData: { requires: 'identity.manage' },
  component: ProfilePhoneRoute,
})

function ProfilePhoneRoute() {
  return useFace() === 'person' ? <ConsumerPhonePage /> : <CorporatePhonePage />
}
