import { createFileRoute } from '@tanstack/react-router'
import { ConfirmAddressPage } from '@/features/onboarding/pages/confirm-address-page'
import { confirmAddressSearch } from '@/features/onboarding/search'

/** Where the link in the e-mail leads: `?email=&nonce=&cons=`. */
export const Route = createFileRoute('/onboarding/email')({
  validateSearch: confirmAddressSearch,
  component: ConfirmAddressPage,
})
