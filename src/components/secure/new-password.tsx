import { type Ref, useImperativeHandle, useState } from 'react'
import { catalogue } from '@/lib/text'
import { newPasswordProblem } from './password-messages'
import { PasswordStrength } from './password-strength'
import { SecureFailure } from './secure-failure'
import type { SecureHandle } from './secure-field'
import { SecureFrame } from './secure-frame'
import { useSecureForm } from './use-secure-form'

const t = catalogue('new-password', {
  label: 'New password',
  again: 'The same again',
  rules:
    '8 to 30 characters, with a small letter, a capital, a digit and a special character like ! or ?. None of your last five passwords.',
  empty: 'Choose a password.',
  emptyAgain: 'Type the password again, so that a slip is noticed.',
  differs: 'This is not the same as above. Type it again.',
})

/**
 * What the owner of the fields may do with them. `tokenize` gives ONE token for the chosen password. Where the fields have
 * said themselves what is wrong it rejects with a failure that was `told`: there is nothing more to say.
 */
export type NewPasswordHandle = SecureHandle

type Props = {
  handle: Ref<NewPasswordHandle>
  /** What is wrong with what was typed, as the API said. */
  error?: string | undefined
  /** Asks whether a password would be taken (`passwordValidate`), with a token of its own. */
  validate?: ((token: string) => Promise<unknown>) | undefined
  autoFocus?: boolean
  onEnter?: () => void
}
type Problems = { password?: string | undefined; again?: string | undefined }

/** A password that is chosen, wherever one is: the rules, the field, its repetition, how strong it is. */
export function NewPassword({ handle, error, validate, autoFocus = false, onEnter }: Props) {
  const [problems, setProblems] = useState<Problems>({})
  const [strength, setStrength] = useState<number>()
  const [filled, setFilled] = useState(false)
  /** The API's complaint about what has been typed over since. */
  const [answered, setAnswered] = useState<string>()
  const password = problems.password ?? (error === answered ? undefined : error)
  const form = useSecureForm(
    [
      { name: 'password', kind: 'password', label: t('label'), autocomplete: 'new-password', error: password },
      { name: 'again', kind: 'confirmPassword', label: t('again'), error: problems.again },
    ],
    {
      autoFocus,
      onEnter,
      onStrength: setStrength,
      onChange: (name, { empty, valid }) => {
        if (name === 'password') {
          setFilled(!empty)
          if (!empty) setAnswered(error)
          setProblems(({ again }) => ({ again }))
        }
        // A repetition that is still being typed is not wrong yet; one that has become right is not any more.
        else if (valid) setProblems(({ password }) => ({ password }))
      },
    },
  )

  const refuse = (field: 'password' | 'again', code: string, sentence: string): SecureFailure => {
    setProblems({ [field]: sentence })
    form.focus(field)
    return new SecureFailure(code, sentence, true)
  }
  const take = async (): Promise<string> => {
    const tokens = await form.tokenize().catch((failure: SecureFailure) => {
      throw failure.code === 'MISMATCH' ? refuse('again', 'MISMATCH', t('differs')) : failure
    })
    if (!tokens.password) throw new SecureFailure('UNEXPECTED')
    return tokens.password
  }
  useImperativeHandle(handle, () => ({
    isEmpty: () => form.value('password').empty,
    focus: () => form.focus('password'),
    clear: form.clear,
    async tokenize() {
      setProblems({})
      setAnswered(undefined)
      if (form.state === 'ready') {
        if (form.value('password').empty) throw refuse('password', 'EMPTY', t('empty'))
        if (form.value('again').empty) throw refuse('again', 'EMPTY', t('emptyAgain'))
        if (!form.value('again').valid) throw refuse('again', 'MISMATCH', t('differs'))
      }
      const token = await take()
      if (!validate) return token
      try {
        await validate(token)
      } catch (error) {
        const problem = newPasswordProblem(error)
        if (problem) throw refuse('password', 'PASSWORD_REFUSED', problem)
        // Whatever else went wrong with the question, the deed itself will say so.
      }
      // Asking may have used the token up.
      return take()
    },
  }))

  return (
    <div className="grid gap-4">
      <div>
        <SecureFrame
          label={t('label')}
          place={form.place('password')}
          state={form.state}
          failure={form.failure}
          focused={form.focused === 'password'}
          error={password}
          hint={t('rules')}
          onLabel={() => form.focus('password')}
          onRetry={form.tryAgain}
        />
        <PasswordStrength score={filled ? strength : undefined} />
      </div>
      <SecureFrame
        label={t('again')}
        place={form.place('again')}
        state={form.state}
        focused={form.focused === 'again'}
        error={problems.again}
        onLabel={() => form.focus('again')}
        onRetry={form.tryAgain}
      />
    </div>
  )
}
