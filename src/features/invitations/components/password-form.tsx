import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { type EntryOutcome, invitationAccept } from '#contract/console/entry'
import { passwordValidate } from '#contract/passwords'
import type { Mobile } from '#contract/people'
import { callConsole, callPublic } from '@/api/client'
import { PhoneField } from '@/components/form/phone-field'
import { NewPassword, type NewPasswordHandle } from '@/components/secure/new-password'
import { newPasswordProblem } from '@/components/secure/password-messages'
import { wasTold } from '@/components/secure/secure-failure'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { noPhone } from '@/lib/phone'
import { t } from '../text'
import { Refused } from './refused'

type Props = { userId: string; code: string; onOutcome: (outcome: EntryOutcome) => void }

/** Sets the first password, perhaps with another number than the company has, and signs in. */
export function PasswordForm({ userId, code, onOutcome }: Props) {
  const password = useRef<NewPasswordHandle>(null)
  const [problem, setProblem] = useState<string>()
  const [otherPhone, setOtherPhone] = useState(false)
  const form = useForm<{ mobile: Mobile }>({ defaultValues: { mobile: noPhone } })
  const accept = useMutation({
    mutationFn: async () => {
      const value = (await password.current?.tokenize()) ?? ''
      const mobile = otherPhone ? { mobile: form.getValues('mobile') } : {}
      const body = { inviteCode: code, password: { value }, ...mobile }
      return callConsole(invitationAccept, {
        params: { user_id: userId },
        body,
        // A token is good once, so that each attempt is a request of its own.
        idempotencyRef: crypto.randomUUID(),
      })
    },
    onSuccess: onOutcome,
    onError: (error) => {
      const said = newPasswordProblem(error)
      setProblem(said)
      if (!said) return
      password.current?.clear()
      password.current?.focus()
    },
  })
  const submit = async () => {
    if (accept.isPending || accept.isSuccess) return
    setProblem(undefined)
    if (otherPhone && !(await form.trigger('mobile', { shouldFocus: true }))) return
    accept.mutate()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  const atField = problem !== undefined || wasTold(accept.error)
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={onSubmit} className="grid gap-5">
        {!atField && <Refused error={accept.error} />}
        <p className="text-ink-soft">{t('chooseText')}</p>
        <NewPassword
          handle={password}
          error={problem}
          validate={(token) => callPublic(passwordValidate, { body: { password: { value: token } } })}
          autoFocus
          onEnter={() => void submit()}
        />
        <Checkbox
          checked={otherPhone}
          onChange={(event) => setOtherPhone(event.target.checked)}
          label={t('otherPhone')}
        />
        {otherPhone && <PhoneField name="mobile" label={t('mobile')} hint={t('mobileHint')} required />}
        <Button type="submit" variant="primary" busy={accept.isPending} className="w-full">
          {t('accept')}
        </Button>
      </form>
    </FormProvider>
  )
}
