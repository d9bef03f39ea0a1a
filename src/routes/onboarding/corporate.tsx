import { createFileRoute } from '@tanstack/react-router'
import { CorporateOnboardingPage } from '@/features/onboarding/corporate/corporate-onboarding-page'
import { onboardingSearch } from '@/features/onboarding/search'

export const Route = createFileRoute('/onboarding/corporate')({
  validateSearch: onboardingSearch,
  component: CorporateOnboardingPage,
})
