import { createFileRoute } from '@tanstack/react-router'
import { OnboardingFrame } from '@/app/onboarding-frame'

export const Route = createFileRoute('/onboarding')({ component: OnboardingFrame })
