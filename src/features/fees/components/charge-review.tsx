import { useRef } from 'react'
import type { ChargeFee } from '#contract/fees'
import { Money } from '@/components/feedback/money'
import { FormFailure } from '@/components/form/form-failure'
import { Definitions } from '@/components/layout/definition-list'
import { Button } from '@/components/ui/button'
import { useReference } from '@/components/wizard/reference'
import { chargeSentences } from '../messages'
import { useChargeFee } from '../mutations'
import type { Step } from '../steps'
import { feeName, t } from '../text'

type Props = {
  step: Extract<Step, { id: 'review' }>
  onBack: () => void
  onDone: (charge: ChargeFee) => void
}

/** Everything once more, and the only button here that takes money. */
export function ChargeReview({ step: { feeType, source }, onBack, onDone }: Props) {
  const charge = useChargeFee()
  const body = { feeType, source: { type: source.type, id: source.id } }
  // One reference for this content: a second press, a reload or "check again" pays only once.
  const idempotencyRef = useReference(body)
  const sending = useRef(false)
  const submit = () => {
    // A second press may come before the button has been drawn busy.
    if (sending.current) return
    sending.current = true
    charge.mutate(
      { body, idempotencyRef },
      {
        onSuccess: onDone,
        onSettled: () => {
          sending.current = false
        },
      },
    )
  }
  const { name, currency, available } = source
  return (
    <form
      aria-label={t('step_review')}
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Definitions
        items={[
          { term: t('fee'), description: feeName(feeType) },
          {
            term: t('takenFrom'),
            description: (
              <>
                {name} (<Money value={{ currency, amount: available }} />)
              </>
            ),
          },
        ]}
      />
      <p className="text-ink-soft">{t('reviewText')}</p>
      <FormFailure error={charge.error} rest={[]} sentences={chargeSentences()} onCheckAgain={submit} />
      <div className="flex flex-wrap justify-between gap-3">
        <Button variant="ghost" onClick={onBack}>
          {t('previous')}
        </Button>
        <Button variant="primary" type="submit" busy={charge.isPending}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
