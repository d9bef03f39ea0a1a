import { createFileRoute } from '@tanstack/react-router'
import { ConsumerOnboardingPage } from '@/features/onboarding/consumer/consumer-onboarding-page'
import { onboardingSearch } from '@/features/onboarding/search'

export const Route = createFileRoute('/onboarding/consumer')({
  validateSearch: onboardingSearch,
  component: ConsumerOnboardingPage,
})
