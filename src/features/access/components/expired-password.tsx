import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { type EntryOutcome, entryPasswordChange } from '#contract/console/entry'
import { passwordValidate } from '#contract/passwords'
import { callConsole, callPublic } from '@/api/client'
import { NewPassword, type NewPasswordHandle } from '@/components/secure/new-password'
import { newPasswordProblem } from '@/components/secure/password-messages'
import { wasTold } from '@/components/secure/secure-failure'
import { SecureField, type SecureHandle } from '@/components/secure/secure-field'
import { Button } from '@/components/ui/button'
import { readFailure } from '@/lib/failure'
import { t } from '../entry-text'
import { passwordSentences } from '../messages'
import { RefusedStep } from './refused-step'

type Props = { onOutcome: (outcome: EntryOutcome) => void; onOver: () => void }
type Problems = { old?: string; chosen?: string }

/** Replaces a password that is too old. A field is emptied only where what stands in it was refused. */
export function ExpiredPassword({ onOutcome, onOver }: Props) {
  const old = useRef<SecureHandle>(null)
  const chosen = useRef<NewPasswordHandle>(null)
  const [problems, setProblems] = useState<Problems>({})
  const change = useMutation({
    mutationFn: async () => {
      const [oldPassword, newPassword] = [await old.current?.tokenize(), await chosen.current?.tokenize()]
      const body = { oldPassword: { value: oldPassword ?? '' }, newPassword: { value: newPassword ?? '' } }
      return callConsole(entryPasswordChange, { body })
    },
    onSuccess: onOutcome,
    onError: (error) => {
      const { code } = readFailure(error)
      const problem = newPasswordProblem(error)
      if (code === 'PASSWORD_INCORRECT') {
        old.current?.clear()
        old.current?.focus()
        setProblems({ old: passwordSentences()[code] ?? code })
      } else if (problem) {
        chosen.current?.clear()
        chosen.current?.focus()
        setProblems({ chosen: problem })
      }
    },
  })
  const submit = () => {
    if (change.isPending || change.isSuccess) return
    const found: Problems = {}
    if (!old.current || old.current.isEmpty()) found.old = t('password.old.missing')
    setProblems(found)
    if (found.old) return old.current?.focus()
    change.mutate()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  const atField = problems.old !== undefined || problems.chosen !== undefined || wasTold(change.error)
  return (
    <form noValidate onSubmit={onSubmit} className="grid gap-4">
      {!atField && (
        <RefusedStep
          title={t('failed.password')}
          error={change.error}
          sentences={passwordSentences()}
          onOver={onOver}
        />
      )}
      <SecureField
        label={t('password.old')}
        name="oldPassword"
        kind="password"
        handle={old}
        autoFocus
        error={problems.old}
        onEnter={() => chosen.current?.focus()}
      />
      <NewPassword handle={chosen} error={problems.chosen} validate={wouldDo} onEnter={submit} />
      <Button type="submit" variant="primary" busy={change.isPending} className="mt-1 w-full">
        {t('password.submit')}
      </Button>
    </form>
  )
}

const wouldDo = (value: string) => callPublic(passwordValidate, { body: { password: { value } } })
