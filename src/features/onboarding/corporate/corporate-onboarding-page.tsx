import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { EntryFrame } from '@/components/layout/entry-frame'
import { pageTitle } from '@/lib/brand'
import { OnboardingWizard } from '../components/onboarding-wizard'
import { t } from './text'
import { useCorporateBefore } from './use-corporate-before'

const route = getRouteApi('/onboarding/corporate')

/** A company becomes a customer: from nobody to an approved one. */
export function CorporateOnboardingPage() {
  const { step } = route.useSearch()
  const navigate = route.useNavigate()
  const before = useCorporateBefore()
  useEffect(() => {
    document.title = pageTitle(t('pageTitle'))
  }, [])
  return (
    <EntryFrame title={t('pageTitle')} lead={t('pageLead')} wide>
      <OnboardingWizard
        type="CORPORATE"
        before={before}
        step={step}
        onStep={(id, options) => void navigate({ search: { step: id }, ...options })}
      />
    </EntryFrame>
  )
}
