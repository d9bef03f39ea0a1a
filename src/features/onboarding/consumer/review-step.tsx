import { Link } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { FormFailure } from '@/components/form/form-failure'
import { Button, buttonClass } from '@/components/ui/button'
import { useReference } from '@/components/wizard/reference'
import { readFailure } from '@/lib/failure'
import type { Way } from '../before'
import type { ConsumerDraft } from './draft'
import { registerSentences } from './messages'
import { useRegisterConsumer } from './mutations'
import { type Refusal, refusalOf } from './refusals'
import { ReviewSummary } from './review-summary'
import type { StepId } from './steps'
import { Terms } from './terms'
import { t } from './text'
import { toRegistration } from './to-request'

type Props = {
  draft: ConsumerDraft
  back: { label: string; onBack: () => void }
  onChange: (step: StepId) => void
  onRegistered: Way<StepId>['onRegistered']
  onRefused: (refusal: Refusal) => void
}

/** Everything once more, the terms, and the only button here that registers. */
export function ReviewStep({ draft, back, onChange, onRegistered, onRefused }: Props) {
  const body = toRegistration({ ...draft, acceptedTerms: true }, Date.now())
  // One reference for this content: a second press, a reload or "check again" registers once.
  const idempotencyRef = useReference(body)
  const register = useRegisterConsumer()
  const sending = useRef(false)
  const [missing, setMissing] = useState(false)

  const send = () => {
    // A second press may come before the button has been drawn busy.
    if (sending.current || !body) return
    sending.current = true
    register.mutate(
      { body, idempotencyRef },
      {
        onSuccess: ({ passwordAlreadySet }) => onRegistered({ email: body.rootUser.email, passwordAlreadySet }),
        onError: (error) => {
          const refusal = refusalOf(error)
          if (refusal) onRefused(refusal)
        },
        onSettled: () => {
          sending.current = false
        },
      },
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!draft.acceptedTerms)
    if (draft.acceptedTerms) send()
    else document.getElementById('accepted-terms')?.focus()
  }
  const exists = readFailure(register.error).code === 'CONSUMER_ALREADY_EXISTS'
  return (
    <form aria-label={t('step_review')} noValidate onSubmit={submit} className="grid gap-6">
      <p className="text-ink-soft">{t('reviewLead')}</p>
      <ReviewSummary draft={draft} onChange={onChange} />
      <Terms missing={missing && !draft.acceptedTerms} />
      <FormFailure error={register.error} rest={[]} sentences={registerSentences()} onCheckAgain={send} />
      {exists && (
        <div>
          <Link to="/sign-in" className={buttonClass({ variant: 'secondary' })}>
            {t('exists')}
          </Link>
        </div>
      )}
      <div className="flex flex-wrap justify-between gap-3 border-rule border-t pt-4">
        <Button variant="ghost" onClick={back.onBack}>
          {back.label}
        </Button>
        <Button variant="primary" type="submit" busy={register.isPending}>
          {t('register')}
        </Button>
      </div>
    </form>
  )
}
