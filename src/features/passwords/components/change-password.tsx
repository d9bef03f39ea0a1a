import { type FormEvent, useRef, useState } from 'react'
import { failureText } from '@/components/feedback/failure-text'
import { Notice } from '@/components/feedback/notice'
import { RequestReference } from '@/components/feedback/request-reference'
import { NewPassword, type NewPasswordHandle } from '@/components/secure/new-password'
import { newPasswordProblem, passwordSentences } from '@/components/secure/password-messages'
import { SecureFailure, wasTold } from '@/components/secure/secure-failure'
import { SecureField, type SecureHandle } from '@/components/secure/secure-field'
import { Button } from '@/components/ui/button'
import { isOutcomeUnknown, readFailure, wasTurnedDown } from '@/lib/failure'
import { useChangePassword, validatePassword } from '../mutations'
import { t } from '../text'

type Problems = { old?: string; chosen?: string }

/** Old and new password, in frames of their own. A field is emptied only where what stands in it was refused. */
export function ChangePassword({ onDone }: { onDone: () => void }) {
  const old = useRef<SecureHandle>(null)
  const chosen = useRef<NewPasswordHandle>(null)
  const [problems, setProblems] = useState<Problems>({})
  const change = useChangePassword()

  const tokens = async () => {
    // The new one first: where it is no good, the present one need not be shown to anybody.
    const newPassword = await taken(chosen.current)
    return { newPassword, oldPassword: await taken(old.current) }
  }
  const refused = (error: unknown) => {
    const wrong = readFailure(error).code === 'PASSWORD_INCORRECT' ? passwordSentences().PASSWORD_INCORRECT : undefined
    const chosenWrong = newPasswordProblem(error)
    setProblems({ ...(wrong && { old: wrong }), ...(chosenWrong && { chosen: chosenWrong }) })
    const field = wrong ? old.current : chosenWrong ? chosen.current : undefined
    field?.clear()
    field?.focus()
  }
  const submit = () => {
    if (change.isPending || change.isSuccess) return
    const missing = !old.current || old.current.isEmpty()
    setProblems(missing ? { old: t('old.missing') } : {})
    if (missing) return old.current?.focus()
    change.mutate(tokens, { onSuccess: onDone, onError: refused })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <form noValidate onSubmit={onSubmit} aria-label={t('title')} className="grid max-w-md gap-6">
      <SecureField
        label={t('old')}
        name="oldPassword"
        kind="password"
        handle={old}
        autoFocus
        error={problems.old}
        onEnter={() => chosen.current?.focus()}
      />
      <NewPassword handle={chosen} error={problems.chosen} validate={validatePassword} onEnter={submit} />
      {problems.old === undefined && problems.chosen === undefined && <Problem error={change.error} />}
      <div className="border-rule border-t pt-4">
        <Button type="submit" variant="primary" busy={change.isPending}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}

async function taken(handle: SecureHandle | null): Promise<string> {
  if (!handle) throw new SecureFailure('UNEXPECTED')
  return handle.tokenize()
}

/** What no field is to blame for. */
function Problem({ error }: { error: unknown }) {
  const failure = readFailure(error)
  if (!error || wasTold(error) || wasTurnedDown(failure)) return null
  const unknown = isOutcomeUnknown(failure)
  return (
    <Notice tone={unknown ? 'wait' : 'bad'} title={t(unknown ? 'unknown' : 'failed')}>
      <p>{sentenceOf(error)}</p>
      <RequestReference value={failure.requestRef} />
    </Notice>
  )
}

function sentenceOf(error: unknown): string {
  if (error instanceof SecureFailure) return error.sentence
  const failure = readFailure(error)
  if (isOutcomeUnknown(failure)) return t('unknownText')
  // The token of a field is too old or was used up; the value still stands in the field.
  if (failure.status === 404 || failure.status === 410) return t('expired')
  return failureText(error, { sentences: passwordSentences(), write: true })
}
