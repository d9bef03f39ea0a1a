import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { type EntryOutcome, passwordRecover } from '#contract/console/entry'
import { passwordValidate } from '#contract/passwords'
import { callConsole, callPublic } from '@/api/client'
import { NewPassword, type NewPasswordHandle } from '@/components/secure/new-password'
import { newPasswordProblem } from '@/components/secure/password-messages'
import { wasTold } from '@/components/secure/secure-failure'
import { Button } from '@/components/ui/button'
import { readFailure } from '@/lib/failure'
import { lostPassword } from '../lost'
import { t } from '../lost-text'
import { recoverSentences } from '../messages'
import { t as first } from '../text'
import { emailProblem, typedEmail } from '../typed'
import { EmailField } from './email-field'
import { MailedCode } from './mailed-code'
import { RefusedStep } from './refused-step'

type Props = { onOutcome: (outcome: EntryOutcome) => void }
type Problems = { email?: string | undefined; code?: string | undefined; chosen?: string | undefined }

/** The code from the e-mail and the new password. What was typed stays, unless it is what was refused. */
export function LostCode({ onOutcome }: Props) {
  const emailField = useRef<HTMLInputElement>(null)
  const codeField = useRef<HTMLInputElement>(null)
  const chosen = useRef<NewPasswordHandle>(null)
  // Asked for again after a reload, which forgets it.
  const [asksEmail] = useState(() => typedEmail.get() === '')
  const [email, setEmail] = useState(typedEmail.get)
  const [nonce, setNonce] = useState(() => lostPassword.get().nonce ?? '')
  const [problems, setProblems] = useState<Problems>({})
  const recover = useMutation({
    mutationFn: async () => {
      const newPassword = { value: (await chosen.current?.tokenize()) ?? '' }
      return callConsole(passwordRecover, { body: { nonce, email: email.trim(), newPassword } })
    },
    onSuccess: onOutcome,
    onError: (error) => {
      const { code } = readFailure(error)
      const problem = newPasswordProblem(error)
      if (code === 'INVALID_NONCE_OR_EMAIL') {
        setProblems({ code: recoverSentences()[code] })
        codeField.current?.focus()
        codeField.current?.select()
      } else if (problem) {
        chosen.current?.clear()
        chosen.current?.focus()
        setProblems({ chosen: problem })
      }
    },
  })
  const submit = () => {
    if (recover.isPending || recover.isSuccess) return
    const address = emailProblem(email)
    const found: Problems = {
      email: address && first(`email.${address}`),
      code: /^\d{6}$/.test(nonce) ? undefined : t('code.short'),
    }
    setProblems(found)
    if (found.email) return emailField.current?.focus()
    if (found.code) return codeField.current?.focus()
    recover.mutate()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  const type = (typed: string) => {
    setEmail(typed)
    typedEmail.set(typed)
  }
  const atField = Object.values(problems).some((problem) => problem !== undefined) || wasTold(recover.error)
  return (
    <form noValidate onSubmit={onSubmit} className="grid gap-4">
      {!atField && <RefusedStep title={t('code.failed')} error={recover.error} sentences={recoverSentences()} />}
      {asksEmail && <EmailField field={emailField} email={email} onEmail={type} error={problems.email} autoFocus />}
      <MailedCode field={codeField} code={nonce} onCode={setNonce} error={problems.code} autoFocus={!asksEmail} />
      <NewPassword handle={chosen} error={problems.chosen} validate={wouldDo} onEnter={submit} />
      <Button type="submit" variant="primary" busy={recover.isPending} className="mt-1 w-full">
        {t('code.submit')}
      </Button>
    </form>
  )
}

const wouldDo = (value: string) => callPublic(passwordValidate, { body: { password: { value } } })
