import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { EntryFrame } from '@/components/layout/entry-frame'
import { pageTitle } from '@/lib/brand'
import { OnboardingWizard } from '../components/onboarding-wizard'
import { t } from './text'
import { useConsumerSteps } from './use-consumer-steps'

const route = getRouteApi('/onboarding/consumer')

/** A person who opens an account for themselves: from nobody to an approved customer. */
export function ConsumerOnboardingPage() {
  const { step } = route.useSearch()
  const navigate = route.useNavigate()
  const { before, Provider } = useConsumerSteps()
  useEffect(() => {
    document.title = pageTitle(t('pageTitle'))
  }, [])
  return (
    <EntryFrame title={t('pageTitle')} lead={t('pageLead')} wide>
      <Provider>
        <OnboardingWizard
          type="CONSUMER"
          before={before}
          step={step}
          onStep={(id, options) => void navigate({ search: { step: id }, ...options })}
        />
      </Provider>
    </EntryFrame>
  )
}
