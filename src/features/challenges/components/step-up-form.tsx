import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { pageConfig } from '@/lib/page-config'
import { stepUpSentence } from '../messages'
import { t } from '../text'
import { useStepUp } from '../use-step-up'

type Props = {
  onDone: () => void
  onLeave: { label: string; act: () => void }
  onSignInAgain: () => void
}

/** Six digits from the person's phone. */
export function StepUpForm({ onDone, onLeave, onSignInAgain }: Props) {
  const { stepUp, state, waitSeconds } = useStepUp()
  const field = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [short, setShort] = useState(false)
  const checking = state.phase === 'checking'

  useEffect(() => {
    if (state.phase !== 'ready') return
    field.current?.focus()
    field.current?.select()
  }, [state.phase])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const complete = /^\d{6}$/.test(code)
    setShort(!complete)
    if (!complete) return field.current?.focus()
    if (await stepUp.check(code)) onDone()
  }

  if (state.phase === 'over') {
    return (
      <div className="grid gap-4">
        {state.error && <Problem text={stepUpSentence(state.error)} />}
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={onSignInAgain}>
            {t('signInAgain')}
          </Button>
          <Button variant="ghost" onClick={onLeave.act}>
            {onLeave.label}
          </Button>
        </div>
      </div>
    )
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <p role="status" className="text-ink-soft">
        {state.phase === 'sending' ? t('sending') : state.sentAt === undefined ? t('notSent') : sent()}
      </p>
      {state.error && <Problem text={stepUpSentence(state.error)} />}
      <div>
        <Label htmlFor="step-up-code">{t('code')}</Label>
        <Input
          ref={field}
          id="step-up-code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
          aria-invalid={short || state.error !== undefined}
          aria-describedby={short ? 'step-up-code-error' : undefined}
          className="figures mt-1.5 h-12 max-w-52 font-mono text-title tracking-[0.35em]"
        />
        {short && (
          <p id="step-up-code-error" className="mt-1 text-bad text-small">
            {t('code.short')}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" busy={checking}>
          {t('submit')}
        </Button>
        <Button variant="ghost" onClick={onLeave.act}>
          {onLeave.label}
        </Button>
      </div>
      {state.maySendAgain && (
        <div>
          <Button
            variant="link"
            size="sm"
            disabled={waitSeconds > 0 || state.phase !== 'ready'}
            onClick={stepUp.sendAgain}
          >
            {waitSeconds > 0 ? t('resendIn', { seconds: waitSeconds }) : t('resend')}
          </Button>
        </div>
      )}
    </form>
  )
}

function Problem({ text }: { text: string }) {
  return (
    <Notice tone="bad" title={t('error.title')}>
      {text}
    </Notice>
  )
}

/** A sandbox sends nothing, so it does not say that it did. */
const sent = () => t(pageConfig().environment === 'weavr-live' ? 'sent' : 'sandboxHint')
