import { createFileRoute } from '@tanstack/react-router'
import { OnboardingPage } from '@/features/onboarding/pages/onboarding-page'

export const Route = createFileRoute('/onboarding/')({ component: OnboardingPage })
