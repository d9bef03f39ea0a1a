import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { formatTime } from '@/lib/dates'
import { pageConfig } from '@/lib/page-config'
import { codeLifetime } from '../issued'
import { stepUpSentence } from '../messages'
import { t } from '../text'
import { triesText } from '../tries'
import type { useStepUp } from '../use-step-up'

type Props = ReturnType<typeof useStepUp> & { onDone: () => void; actions: ReactNode }

/** Six digits from the person's phone. */
export function CodeEntry({ stepUp, state, waitSeconds, expired, onDone, actions }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [short, setShort] = useState(false)
  const { phase, error, sentAt, maySendAgain } = state

  useEffect(() => {
    if (phase !== 'ready') return
    field.current?.focus()
    field.current?.select()
  }, [phase])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const complete = /^\d{6}$/.test(code)
    setShort(!complete)
    if (!complete) return field.current?.focus()
    if (await stepUp.check(code)) onDone()
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <p role="status" className="text-ink-soft">
        {phase === 'sending' ? t('sending') : sentAt === undefined ? t('notSent') : sentText(sentAt, expired)}
      </p>
      {error && (
        <Notice tone="bad" title={t('error.title')}>
          {stepUpSentence(error)} {error.code === 'VERIFICATION_CODE_INVALID' && triesText(state.wrong)}
        </Notice>
      )}
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
          aria-invalid={short || error !== undefined}
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
        <Button type="submit" variant="primary" busy={phase === 'checking'}>
          {t('submit')}
        </Button>
        {actions}
      </div>
      {maySendAgain ? (
        <div>
          <Button variant="link" size="sm" disabled={waitSeconds > 0 || phase !== 'ready'} onClick={stepUp.sendAgain}>
            {waitSeconds > 0 ? t('resendIn', { seconds: waitSeconds }) : t('resend')}
          </Button>
        </div>
      ) : (
        <p className="text-ink-soft text-small">{t('lastCode')}</p>
      )}
    </form>
  )
}

/** A sandbox sends nothing, so it does not say that it did. */
function sentText(sentAt: number, expired: boolean): string {
  if (expired) return t('sentExpired')
  const time = formatTime(sentAt + codeLifetime)
  return t(pageConfig().environment === 'weavr-live' ? 'sent' : 'sandboxHint', { time })
}
