import { type FormEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { SessionView } from '#contract/session'
import { signIn } from '@/api/session'
import { SecureField, type SecureHandle } from '@/components/secure/secure-field'
import { Button } from '@/components/ui/button'
import { carriedOver, dropCarried } from '../carried'
import { stepOf } from '../step-of'
import { t } from '../text'
import { emailProblem } from '../typed'
import { EmailField } from './email-field'

type Props = {
  email: string
  onEmail: (email: string) => void
  /** Where the person starts typing. */
  focus: 'email' | 'password'
  password: RefObject<SecureHandle | null>
  onSignedIn: (session: SessionView) => void
  /** The password was right, and something else comes before the session: an identity, a new password. */
  onStep: (step: 'identity' | 'password') => void
}
type Problems = { email?: string; password?: string; refused?: ReactNode }

const loadRefusal = () => import('./refusal-notice')

/** E-mail and password; the password goes from its frame to the vendor, and only its token passes through here. */
export function SignInForm({ email, onEmail, focus, password, onSignedIn, onStep }: Props) {
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
      const step = stepOf(error)
      if (step) return onStep(step)
      // A token is good for one attempt, so the field starts empty again.
      password.current?.clear()
      // Should the words not come either, the line is down.
      const refused = await loadRefusal().then(
        (words) => words.refusalNotice(error),
        () => <p role="alert">{t('unanswered')}</p>,
      )
      setProblems({ refused })
      setBusy(false)
    } finally {
      running.current = false
    }
  }
  const type = (typed: string) => {
    void loadRefusal().catch(() => undefined)
    onEmail(typed)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }

  return (
    <form noValidate onSubmit={onSubmit} className="grid gap-4">
      {problems.refused}
      <EmailField
        field={emailField}
        email={email}
        onEmail={type}
        error={problems.email}
        autoFocus={focus === 'email'}
      />
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
  const problem = emailProblem(email)
  if (problem) problems.email = t(`email.${problem}`)
  if (!password || password.isEmpty()) problems.password = t('password.missing')
  return problems
}
