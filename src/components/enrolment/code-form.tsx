import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { describedBy } from '@/components/form/field-frame'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { catalogue } from '@/lib/text'
import type { CodeState } from './one-time-code'

const t = catalogue('code-form', {
  code: 'Six-digit code',
  short: 'The code has six digits.',
  submit: 'Confirm',
  send: 'Send the code',
  resend: 'Send a new code',
  resendIn: 'Send a new code in {seconds, plural, one {# second} other {# seconds}}',
})

type Props = {
  state: CodeState
  waitSeconds: number
  /** Where the code goes or went. */
  status: ReactNode
  /** What was wrong with the last one: a notice. */
  problem?: ReactNode
  submitLabel?: string
  sendLabel?: string
  onCode: (code: string) => void
  onSend: () => void
  /** Further buttons beside the one that sends the form. */
  actions?: ReactNode
}

/** Six digits that were sent to the person, and how to get others. Without a code that is good there is only that. */
export function CodeForm({
  state,
  waitSeconds,
  status,
  problem,
  submitLabel = t('submit'),
  sendLabel = t('send'),
  onCode,
  onSend,
  actions,
}: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const sender = useRef<HTMLButtonElement>(null)
  const [code, setCode] = useState('')
  const [short, setShort] = useState(false)
  const { phase, sentAt } = state
  const enterable = sentAt !== undefined
  const busy = phase === 'checking' || phase === 'sending'

  useEffect(() => {
    if (phase !== 'ready') return
    // Where the field has gone, the focus would be nowhere.
    if (!enterable) return sender.current?.focus()
    field.current?.focus()
    field.current?.select()
  }, [phase, enterable])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (!enterable) return onSend()
    const complete = /^\d{6}$/.test(code)
    setShort(!complete)
    if (complete) onCode(code)
    else field.current?.focus()
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <p role="status" className="text-ink-soft">
        {status}
      </p>
      {problem}
      {enterable && (
        <div>
          <Label htmlFor={id}>{t('code')}</Label>
          <Input
            ref={field}
            id={id}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            // Cut here and not by the browser, which would count the spaces of what is pasted.
            onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
            aria-invalid={short || problem !== undefined || undefined}
            aria-describedby={describedBy(id, { error: short })}
            className="figures mt-1.5 h-12 max-w-52 font-mono text-title tracking-[0.35em]"
          />
          {short && (
            <p id={`${id}-error`} className="mt-1 text-bad text-small">
              {t('short')}
            </p>
          )}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {(enterable || state.maySendAgain) && (
          <Button ref={sender} type="submit" variant="primary" busy={busy}>
            {enterable ? submitLabel : sendLabel}
          </Button>
        )}
        {actions}
      </div>
      {enterable && state.maySendAgain && (
        <div>
          <Button variant="link" size="sm" disabled={waitSeconds > 0 || busy} onClick={onSend}>
            {waitSeconds > 0 ? t('resendIn', { seconds: waitSeconds }) : t('resend')}
          </Button>
        </div>
      )}
    </form>
  )
}
