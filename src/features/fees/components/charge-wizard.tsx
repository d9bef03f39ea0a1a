import { getRouteApi } from '@tanstack/react-router'
import type { ChargeFee } from '#contract/fees'
import { useDraft } from '@/components/wizard/draft'
import { Wizard } from '@/components/wizard/wizard'
import type { Source } from '../sources'
import type { StepId } from '../step-ids'
import { emptyDraft, furthestStep } from '../steps'
import { t } from '../text'
import { ChargeReview } from './charge-review'
import { FeeStep } from './fee-step'

const route = getRouteApi('/_app/charges/new')
/** `done` stands here so that the way is seen to its end. */
const steps = (['fee', 'review', 'done'] as const).map((id) => ({ id, label: t(`step_${id}`) }))

type Props = { sources: readonly Source[]; onDone: (charge: ChargeFee, source: Source) => void }

/** What the fee is and where it comes from, everything once more, and only then the deed. */
export function ChargeWizard({ sources, onDone }: Props) {
  const { step: requested = 'fee' } = route.useSearch()
  const navigate = route.useNavigate()
  const [draft, saveDraft, forgetDraft] = useDraft('charge', emptyDraft)
  const furthest = furthestStep(draft, sources)
  const step = requested === 'review' ? furthest : ({ id: 'fee' } as const)
  const go = (id: StepId) => void navigate({ search: { step: id } })
  return (
    <Wizard
      title={t('wizard')}
      steps={steps}
      current={step.id}
      furthest={furthest.id}
      onStep={(id) => id !== 'done' && go(id)}
    >
      {step.id === 'review' ? (
        <ChargeReview
          step={step}
          onBack={() => go('fee')}
          onDone={(charge) => {
            onDone(charge, step.source)
            forgetDraft()
            void navigate({ search: {}, replace: true })
          }}
        />
      ) : (
        <FeeStep draft={draft} sources={sources} onDraft={saveDraft} onNext={() => go('review')} />
      )}
    </Wizard>
  )
}
