import { type FormEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { SessionView } from '#contract/session'
import { signIn } from '@/api/session'
import { Notice } from '@/components/feedback/notice'
import { SecureField } from '@/components/form/secure-field'
import type { SecureHandle } from '@/components/form/secure-input'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { carriedOver, dropCarried } from '../carried'
import { refusalSentence } from '../refusal'
import { t } from '../text'

type Props = {
  email: string
  onEmail: (email: string) => void
  /** Where the person starts typing. */
  focus: 'email' | 'password'
  password: RefObject<SecureHandle | null>
  onSignedIn: (session: SessionView) => void
}
type Problems = { email?: string; password?: string; refused?: string }

/** E-mail and password; the password goes from its frame to the vendor, and only its token passes through here. */
export function SignInForm({ email, onEmail, focus, password, onSignedIn }: Props) {
  const emailField = useRef<HTMLInputElement>(null)
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problems>({})

  useLayoutEffect(() => {
    const before = carriedOver()
    if (before?.selection) {
      emailField.current?.focus()
      emailField.current?.setSelectionRange(...before.selection)
    }
    dropCarried()
  }, [])

  useEffect(() => {
    if (problems.email) emailField.current?.focus()
    else if (problems.password || problems.refused) password.current?.focus()
  }, [problems, password])

  const submit = async () => {
    if (running.current) return
    const found = check(email, password.current)
    setProblems(found)
    if (found.email || found.password) return
    running.current = true
    setBusy(true)
    try {
      const token = await password.current?.tokenize()
      onSignedIn(await signIn({ email: email.trim(), password: { value: token ?? '' } }))
    } catch (error) {
      // A token is good for one attempt, so the field starts empty again.
      password.current?.clear()
      setProblems({ refused: refusalSentence(error) })
      setBusy(false)
    } finally {
      running.current = false
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }

  return (
    <form noValidate onSubmit={onSubmit} className="grid gap-4">
      {problems.refused && (
        <Notice tone="bad" title={t('refused.title')}>
          {problems.refused}
        </Notice>
      )}
      <div>
        <Label htmlFor="sign-in-email">{t('email')}</Label>
        {/* Of type text, since an e-mail field does not tell where the caret stands. */}
        <Input
          ref={emailField}
          autoFocus={focus === 'email'}
          id="sign-in-email"
          name="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={255}
          value={email}
          onChange={(event) => onEmail(event.target.value)}
          aria-invalid={problems.email !== undefined}
          aria-describedby={problems.email ? 'sign-in-email-error' : undefined}
          className="mt-1.5"
        />
        {problems.email && (
          <p id="sign-in-email-error" className="mt-1 text-bad text-small">
            {problems.email}
          </p>
        )}
      </div>
      <SecureField
        label={t('password')}
        name="password"
        kind="password"
        handle={password}
        autoFocus={focus === 'password'}
        error={problems.password}
        onEnter={() => void submit()}
      />
      <Button type="submit" variant="primary" busy={busy} className="mt-1 w-full">
        {t('submit')}
      </Button>
    </form>
  )
}

function check(email: string, password: SecureHandle | null): Problems {
  const problems: Problems = {}
  if (email.trim() === '') problems.email = t('email.missing')
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) problems.email = t('email.malformed')
  if (!password || password.isEmpty()) problems.password = t('password.missing')
  return problems
}
