import { useState } from 'react'
import { gatewayNow } from '@/api/session-clock'
import { useDraft } from '@/components/wizard/draft'
import { pageConfig } from '@/lib/page-config'
import type { BeforeSteps } from '../before'
import { BusinessStep } from './business-step'
import { CompanyStep } from './company-step'
import { emptyDraft } from './draft'
import { mayRegister, NeedStep } from './need-step'
import type { Refusal } from './refusals'
import { ReviewStep } from './review-step'
import { RootStep } from './root-step'
import type { StepProps } from './step-props'
import { furthestStep, type StepId, stepIds } from './steps'
import { t } from './text'

/** The steps of a company up to its registration. What is typed is kept as it is typed, for the life of the tab. */
export function useCorporateBefore(): BeforeSteps<StepId> {
  const { currencies } = pageConfig()
  const [draft, save, forget] = useDraft('onboarding-corporate', emptyDraft(currencies))
  const [refusal, setRefusal] = useState<Refusal>()
  const startOver = () => {
    forget()
    setRefusal(undefined)
  }
  const facts = () => ({ now: gatewayNow(), currencies })
  return {
    steps: stepIds.map((id) => ({ id, label: t(`step_${id}`) })),
    furthest: mayRegister() ? furthestStep(draft, facts()) : 'need',
    forget,
    render: (step, { go, onRegistered }) => {
      const props: StepProps = { draft, save, facts, refusal, go }
      switch (step) {
        case 'need':
          return <NeedStep {...props} />
        case 'root':
          return <RootStep {...props} />
        case 'company':
          return <CompanyStep {...props} />
        case 'business':
          return <BusinessStep {...props} />
        case 'review':
          return <ReviewStep {...props} onRefused={setRefusal} onRegistered={onRegistered} onStartOver={startOver} />
        default:
          return step satisfies never
      }
    },
  }
}
