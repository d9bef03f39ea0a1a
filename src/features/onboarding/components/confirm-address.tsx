import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useForm } from 'react-hook-form'
import type { IdentityId } from '#contract/common'
import { sessionQueries } from '@/api/queries/session'
import { proveEmailSentences } from '@/components/enrolment/prove-email-messages'
import { failureText } from '@/components/feedback/failure-text'
import { FormShell } from '@/components/form/form-shell'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { isEmail } from '@/lib/email'
import { resumeSentences } from '../messages'
import { addressProof, useRereadCustomer, useRereadEntry, useResume } from '../mutations'
import { words as t } from '../text'
import type { Confirmed } from './address-confirmed'

type Typed = { type: IdentityId['type']; email: string; code: string }
type Props = { given: Typed; onConfirmed: (confirmed: Confirmed) => void }

/**
 * Address and code, from the link or by hand. Without a session the registration goes on here on the word of the code;
 * whoever is signed in only proves the address.
 */
export function ConfirmAddress({ given, onConfirmed }: Props) {
  const form = useForm<Typed>({ defaultValues: given })
  const { data: session } = useQuery(sessionQueries.current())
  const resume = useResume()
  const rereadEntry = useRereadEntry()
  const reread = { CORPORATE: useRereadCustomer('CORPORATE'), CONSUMER: useRereadCustomer('CONSUMER') }
  const send = useMutation({ mutationFn: ({ type, email }: Typed) => addressProof(type, email.trim()).send() })
  const top = useRef<HTMLDivElement>(null)
  // With everything at hand there is one thing to press.
  useEffect(() => {
    if (given.email && given.code) top.current?.querySelector<HTMLElement>('button[type=submit]')?.focus()
  }, [given])

  const confirm = useMutation({
    mutationFn: async ({ type, email, code }: Typed): Promise<Confirmed> => {
      const address = email.trim()
      if (!session) {
        const { next } = await resume.mutateAsync({ type, email: address, verificationCode: code })
        await rereadEntry()
        return { type, next }
      }
      await addressProof(type, address).verify(code)
      await reread[type]()
      const mine = session.identity.id.type === type && session.person.email.toLowerCase() === address.toLowerCase()
      return { type, next: mine ? 'signed-in' : 'sign-in' }
    },
  })
  const again = async () => {
    if (await form.trigger('email', { shouldFocus: true })) send.mutate(form.getValues())
  }
  return (
    <div ref={top} className="grid gap-6">
      <FormShell
        title={t('linkTitle')}
        form={form}
        mutation={confirm}
        toVariables={(values) => ({ ...values, code: values.code.replace(/\D/g, '') })}
        onDone={onConfirmed}
        submitLabel={t('linkSubmit')}
        sentences={{ ...proveEmailSentences(), ...resumeSentences() }}
        aliases={{ verificationCode: 'code' }}
        mayLeave
      >
        <SelectField
          name="type"
          label={t('linkWho')}
          required
          options={[
            { value: 'CORPORATE', label: t('linkCompany') },
            { value: 'CONSUMER', label: t('linkPerson') },
          ]}
        />
        <TextField
          name="email"
          label={t('linkEmail')}
          type="email"
          autoComplete="email"
          required
          validate={(typed) => (isEmail(String(typed)) ? undefined : t('emailInvalid'))}
        />
        <TextField
          name="code"
          label={t('linkCode')}
          hint={t('linkCodeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          className="figures max-w-52 font-mono tracking-[0.35em]"
          required
          validate={(typed) => (/^\d{6}$/.test(String(typed).replace(/\s/g, '')) ? undefined : t('linkCodeInvalid'))}
        />
      </FormShell>
      <div>
        <Button variant="link" size="sm" busy={send.isPending} onClick={() => void again()}>
          {t('linkSend')}
        </Button>
        <p role="status" className="mt-1 text-ink-soft text-small">
          {send.isSuccess && t('linkSent')}
          {send.error && failureText(send.error, { sentences: proveEmailSentences() })}
        </p>
      </div>
    </div>
  )
}
