import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import type { IdentityId } from '#contract/common'
import { passwordValidate } from '#contract/passwords'
import { callPublic } from '@/api/client'
import { failureText } from '@/components/feedback/failure-text'
import { Notice } from '@/components/feedback/notice'
import { RequestReference } from '@/components/feedback/request-reference'
import { NewPassword, type NewPasswordHandle } from '@/components/secure/new-password'
import { newPasswordProblem, passwordSentences } from '@/components/secure/password-messages'
import { SecureFailure, wasTold } from '@/components/secure/secure-failure'
import { Button, buttonClass } from '@/components/ui/button'
import { faceOf } from '@/lib/faces'
import { readFailure } from '@/lib/failure'
import { GiveUp } from '../components/give-up'
import { useEntering } from '../entering'
import { passwordStepSentences } from '../messages'
import { useRereadEntry, useSetPassword } from '../mutations'
import { words } from '../text'

type Props = { type: IdentityId['type']; email: string }

/** Codes after which this registration cannot be gone on with here. */
const over = new Set(['ENTRY_OVER', 'PASSWORD_ALREADY_CREATED', 'PASSWORD_KEY_ALREADY_IN_USE'])

/** The first password, which signs in. It is typed into frames of another origin and never touches this page. */
export function PasswordStep({ type, email }: Props) {
  const t = words.to(faceOf(type))
  const navigate = useNavigate()
  const { enter } = useEntering()
  const handle = useRef<NewPasswordHandle>(null)
  const set = useSetPassword()
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const refused = newPasswordProblem(failure)
  const { code, requestRef } = readFailure(failure)

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      const token = await handle.current?.tokenize()
      if (token === undefined) return
      const outcome = await set.mutateAsync(token)
      if ('session' in outcome) enter(outcome.session)
      else await navigate({ to: '/sign-in' })
    } catch (error) {
      if (!wasTold(error)) setFailure(error)
      if (newPasswordProblem(error)) handle.current?.focus()
    } finally {
      setBusy(false)
    }
  }
  if (over.has(code)) return <Over type={type} email={email} code={code} />
  const sentences = { ...passwordSentences(), ...passwordStepSentences() }
  return (
    <form aria-label={t('step_password')} noValidate onSubmit={(event) => void submit(event)} className="grid gap-6">
      <div className="space-y-2">
        <p>{t('passwordText', { email })}</p>
        <p className="text-ink-soft">{t('passwordWrongAddress')}</p>
      </div>
      <NewPassword
        handle={handle}
        error={refused}
        validate={(value) => callPublic(passwordValidate, { body: { password: { value } } })}
        autoFocus
        onEnter={() => void submit()}
      />
      {failure !== undefined && !refused && (
        <Notice tone="bad" title={t('passwordNotSet')}>
          <p>
            {failure instanceof SecureFailure ? failure.sentence : failureText(failure, { sentences, write: true })}
          </p>
          <RequestReference value={requestRef} />
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3 border-rule border-t pt-4">
        <Button type="submit" variant="primary" busy={busy}>
          {t('passwordSet')}
        </Button>
        <GiveUp type={type} />
      </div>
    </form>
  )
}

/** Somewhere else it went on, or too much time has passed: three ways on. */
function Over({ type, email, code }: Props & { code: string }) {
  const t = words.to(faceOf(type))
  const reread = useRereadEntry()
  const exists = code !== 'ENTRY_OVER'
  return (
    <Notice
      tone="wait"
      title={t('overTitle')}
      actions={
        <>
          <Link to="/sign-in" className={buttonClass({ variant: exists ? 'primary' : 'secondary' })}>
            {t('signIn')}
          </Link>
          <Link
            to="/onboarding/email"
            search={{ email, cons: type === 'CONSUMER' || undefined }}
            className={buttonClass({ variant: 'secondary' })}
          >
            {t('overCode')}
          </Link>
          <Button variant={exists ? 'ghost' : 'primary'} onClick={() => void reread()}>
            {t('overRegister')}
          </Button>
        </>
      }
    >
      <p>{exists ? passwordSentences()[code] : t('overText')}</p>
    </Notice>
  )
}
