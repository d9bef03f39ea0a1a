import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { FormFailure } from '@/components/form/form-failure'
import { placeServerErrors } from '@/components/form/server-errors'
import { Button } from '@/components/ui/button'
import { useReference } from '@/components/wizard/reference'
import { readFailure } from '@/lib/failure'
import { formatMoney } from '@/lib/money'
import { pageConfig } from '@/lib/page-config'
import { toTransferRequest } from '../forms/to-request'
import { createSentences } from '../messages'
import { useCreateTransfer } from '../mutations'
import type { StepId } from '../step-ids'
import type { ReviewStep as Proof } from '../steps'
import { t } from '../text'
import { OverdrawNotice } from './overdraw-notice'
import { ReviewBalances } from './review-balances'
import { ReviewSummary } from './review-summary'
import { StepButtons } from './step-buttons'

type Props = { step: Proof; onChange: (id: StepId) => void; onDone: () => void }

/** Everything once more, and the only button here that moves money. */
export function ReviewStep({ step, onChange, onDone }: Props) {
  const { source, destination, payment } = step
  const navigate = useNavigate()
  const create = useCreateTransfer()
  const body = toTransferRequest(step, pageConfig().profiles.transfers)
  // One reference for this content: a second press, a reload or "check again" can pay only once.
  const idempotencyRef = useReference(body)
  const sending = useRef(false)
  const scheduled = payment.scheduledAt !== undefined
  const amount = formatMoney(payment.amount)

  const submit = () => {
    // A second press may come before the button has been drawn busy.
    if (sending.current) return
    sending.current = true
    create.mutate(
      { body, idempotencyRef },
      {
        onSuccess: async (made) => {
          // From here on the address carries the transfer, or what waits in its place, and the draft has done its work.
          const there = { search: { done: true }, replace: true }
          if ('proposalId' in made)
            await navigate({ to: '/approvals/$proposalId', params: { proposalId: made.proposalId }, ...there })
          else await navigate({ to: '/transfers/$transferId', params: { transferId: made.id }, ...there })
          onDone()
        },
        onError: () => {
          sending.current = false
        },
      },
    )
  }
  const { rest } = placeServerErrors(readFailure(create.error).fields, {})
  return (
    <form
      aria-label={t('step_review')}
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ReviewSummary step={step} onChange={onChange} />
      <OverdrawNotice source={source} amount={payment.amount.amount} scheduled={scheduled} />
      <ReviewBalances source={source} destination={destination} amount={payment.amount} scheduled={scheduled} />
      <FormFailure error={create.error} rest={rest} sentences={createSentences()} onCheckAgain={submit} />
      <StepButtons onBack={() => onChange('amount')}>
        <Button variant="primary" type="submit" busy={create.isPending}>
          {scheduled ? t('submitLater', { amount }) : t('submit', { amount })}
        </Button>
      </StepButtons>
    </form>
  )
}
