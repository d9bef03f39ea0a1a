import { type FormEvent, useRef, useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { brand } from '@/lib/brand'
import { t } from '../entry-text'
import { t as first } from '../text'
import { emailProblem, typedEmail } from '../typed'
import { EmailField } from './email-field'

type Props = { busy: boolean; onAsk: (email: string) => void }

/** Whose phone is to be asked, and how a phone gets linked. */
export function PhoneAddress({ busy, onAsk }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [email, setEmail] = useState(typedEmail.get)
  const [problem, setProblem] = useState<ReturnType<typeof emailProblem>>()
  const type = (typed: string) => {
    setEmail(typed)
    typedEmail.set(typed)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = emailProblem(email)
    setProblem(found)
    if (found) return field.current?.focus()
    if (!busy) onAsk(email.trim())
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <EmailField field={field} email={email} onEmail={type} error={problem && first(`email.${problem}`)} autoFocus />
      <Button type="submit" variant="primary" busy={busy} className="w-full">
        {t('phone.ask')}
      </Button>
      <details className="border-rule border-t pt-3 text-small">
        <summary className="cursor-pointer text-accent">{t('phone.how.title')}</summary>
        <p className="mt-1.5 text-ink-soft">
          {t('phone.how.text', { name: brand().name })}{' '}
          <a href="/security" className={buttonClass({ variant: 'link', size: 'sm' })}>
            {t('phone.how.security')}
          </a>
        </p>
      </details>
    </form>
  )
}
