import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { lostPasswordStart } from '#contract/console/entry'
import { callConsole } from '@/api/client'
import { Button } from '@/components/ui/button'
import { lostPassword } from '../lost'
import { t } from '../lost-text'
import { t as first } from '../text'
import { emailProblem, typedEmail } from '../typed'
import { EmailField } from './email-field'
import { RefusedStep } from './refused-step'

/** Sends a code to an address; the answer is the same whether it is anybody's or not. */
export function useSendCode(onSent: () => void) {
  return useMutation({
    mutationFn: (email: string) => callConsole(lostPasswordStart, { body: { email } }),
    onSuccess: () => {
      lostPassword.set({ sentAt: Date.now(), nonce: undefined })
      onSent()
    },
  })
}

/** Whose password is lost. */
export function LostAddress({ onSent }: { onSent: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const [email, setEmail] = useState(typedEmail.get)
  const [problem, setProblem] = useState<ReturnType<typeof emailProblem>>()
  const send = useSendCode(onSent)
  const type = (typed: string) => {
    setEmail(typed)
    typedEmail.set(typed)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = emailProblem(email)
    setProblem(found)
    if (found) return field.current?.focus()
    if (!send.isPending) send.mutate(email.trim())
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <RefusedStep title={t('address.failed')} error={send.error} sentences={{}} />
      <EmailField field={field} email={email} onEmail={type} error={problem && first(`email.${problem}`)} autoFocus />
      <Button type="submit" variant="primary" busy={send.isPending} className="w-full">
        {t('address.submit')}
      </Button>
    </form>
  )
}
