import { getRouteApi, useLocation, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { EveryAccount } from '@/api/queries/accounts'
import { gatewayNow } from '@/api/session-clock'
import { Button } from '@/components/ui/button'
import { useDraft } from '@/components/wizard/draft'
import { Wizard } from '@/components/wizard/wizard'
import { localZone } from '@/lib/dates'
import { transferResolver } from '../forms/transfer-form'
import type { StepId } from '../step-ids'
import { emptyDraft, furthestStep, stepToShow, type TransferDraft } from '../steps'
import { t } from '../text'
import { AmountStep } from './amount-step'
import { DestinationStep } from './destination-step'
import { ReviewStep } from './review-step'
import { SourceStep } from './source-step'

const route = getRouteApi('/_app/transfers/new')
/** `done` is the page of the transfer itself; it stands here so that the way is seen to its end. */
const ids = ['from', 'to', 'amount', 'review', 'done'] as const
const steps = ids.map((id) => ({ id, label: t(`step_${id}`) }))

/**
 * One form above all steps. What is typed is kept in the draft as it is typed; which step shows follows from the address
 * and from what the draft proves, so a pasted address skips nothing and a reload loses nothing.
 */
export function TransferWizard({ every }: { every: EveryAccount }) {
  const { step: requested = 'from' } = route.useSearch()
  const navigate = route.useNavigate()
  const prefill = useLocation({ select: ({ state }) => state.transferFrom })
  const [draft, saveDraft, forgetDraft] = useDraft('transfer', emptyDraft)
  const facts = { accounts: every.accounts, now: gatewayNow(), zone: localZone() }
  const currency = every.accounts.find(({ id }) => id === draft.from)?.currency
  const form = useForm<TransferDraft>({
    defaultValues: draft,
    // Complaints come with "Continue" and go as one types: one that came on leaving a field would move what is clicked.
    resolver: transferResolver(currency, facts),
  })
  const furthest = furthestStep(draft, facts)
  const step = stepToShow(requested, furthest)
  const go = (id: StepId, replace = false) => void navigate({ search: { step: id }, state: {}, replace })

  // A step that was asked for too early must not come by itself, at the first figure of an amount: the address follows.
  const router = useRouter()
  useEffect(() => {
    const left = router.latestLocation.pathname !== '/transfers/new'
    if (requested !== step.id && !left) go(step.id, true)
  })

  // The form is the one who writes; the draft follows it into session storage.
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => saveDraft({ ...values }) }),
    [form, saveDraft],
  )
  const begin = (values: TransferDraft) => {
    forgetDraft()
    saveDraft(values)
    form.reset(values)
  }
  // An account that led here begins a new transfer, once: the address is replaced so that a reload keeps what is typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when somebody comes with an account, and only then
  useEffect(() => {
    if (!prefill) return
    begin({ ...emptyDraft, from: prefill })
    go('to', true)
  }, [prefill])

  return (
    <FormProvider {...form}>
      <Wizard
        title={t('wizardTitle')}
        steps={steps}
        current={step.id}
        furthest={furthest.id}
        onStep={(id) => id !== 'done' && go(id)}
      >
        {!every.complete && (
          <p className="mb-4 text-ink-soft text-small">
            {t('partOnly', { shown: every.accounts.length, count: every.count })}
          </p>
        )}
        {step.id === 'from' ? (
          <SourceStep accounts={every.accounts} onNext={() => go('to')} />
        ) : step.id === 'to' ? (
          <DestinationStep {...step} accounts={every.accounts} onBack={() => go('from')} onNext={() => go('amount')} />
        ) : step.id === 'amount' ? (
          <AmountStep {...step} onBack={() => go('to')} onNext={() => go('review')} />
        ) : (
          <ReviewStep step={step} onChange={go} onDone={forgetDraft} />
        )}
      </Wizard>
      {draft.from !== '' && (
        <p className="mt-8 border-rule border-t pt-3">
          <Button
            variant="link"
            size="sm"
            onClick={() => {
              begin(emptyDraft)
              go('from')
            }}
          >
            {t('startOver')}
          </Button>
        </p>
      )}
    </FormProvider>
  )
}
