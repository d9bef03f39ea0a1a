import { useRef } from 'react'
import { FormFailure } from '@/components/form/form-failure'
import { placeServerErrors } from '@/components/form/server-errors'
import { useReference } from '@/components/wizard/reference'
import { readFailure } from '@/lib/failure'
import type { Way } from '../before'
import type { CorporateDraft } from './draft'
import { registerSentences } from './messages'
import { useRegisterCorporate } from './mutations'
import { type Refusal, refusalOf } from './refusals'
import { StartOver } from './start-over'
import { StepForm } from './step-form'
import type { StepProps } from './step-props'
import type { StepId } from './steps'
import { Summary } from './summary'
import { Terms } from './terms'
import { t } from './text'
import { toRegistration } from './to-request'

type Props = StepProps & {
  onRefused: (refusal: Refusal | undefined) => void
  onRegistered: Way<StepId>['onRegistered']
  onStartOver: () => void
}

/** Everything once more, the terms, and the only button that registers. */
export function ReviewStep({ onRefused, onRegistered, onStartOver, ...props }: Props) {
  const { draft, facts, go } = props
  const register = useRegisterCorporate()
  const sending = useRef(false)
  // One reference for this content: a second press, a reload or "check again" can register only once.
  const idempotencyRef = useReference(toRegistration({ ...draft, acceptedTerms: true }, facts()) ?? null)

  const send = (values: CorporateDraft) => {
    const body = toRegistration(values, facts())
    // A second press may come before the button has been drawn busy.
    if (!body || sending.current) return
    sending.current = true
    onRefused(undefined)
    register.mutate(
      { body, idempotencyRef },
      {
        onSuccess: ({ passwordAlreadySet }) => onRegistered({ email: body.rootUser.email, passwordAlreadySet }),
        onError: (error) => {
          const refusal = refusalOf(error, values)
          onRefused(refusal)
          if (refusal && refusal.step !== 'review') go(refusal.step)
        },
        onSettled: () => {
          sending.current = false
        },
      },
    )
  }
  const { rest } = placeServerErrors(readFailure(register.error).fields, draft)
  return (
    <StepForm {...props} step="review" onValid={send} submitLabel={t('register')} busy={register.isPending}>
      <p>{t('reviewLead')}</p>
      <Summary draft={draft} now={facts().now} go={go} />
      <Terms />
      <FormFailure
        error={register.error}
        rest={rest}
        sentences={registerSentences()}
        onCheckAgain={() => send({ ...draft, acceptedTerms: true })}
      />
      <StartOver
        onConfirm={() => {
          onStartOver()
          go('need')
        }}
      />
    </StepForm>
  )
}
