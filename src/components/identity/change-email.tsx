import type { UseMutationResult } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { ProveEmail } from '@/components/enrolment/prove-email'
import { toast } from '@/components/feedback/toast'
import { FormShell } from '@/components/form/form-shell'
import { TextField } from '@/components/form/text-field'
import { Section } from '@/components/layout/section'
import { t } from './text'
import { emailProblem } from './typed'
import { updateSentences } from './update-sentences'

type Props = {
  email: string
  proved: boolean
  mutation: UseMutationResult<unknown, Error, string>
  /** Sends a code to the present address. */
  send: () => Promise<unknown>
  verify: (code: string) => Promise<unknown>
  onProved: () => void
}

/** An address is changed first and proved then. One that is not proved yet is the first thing to do. */
export function ChangeEmail({ email, proved, mutation, send, verify, onProved }: Props) {
  const form = useForm({ defaultValues: { email: '' } })
  const change = (
    <FormShell
      title={t('email.other')}
      form={form}
      mutation={mutation}
      toVariables={({ email: typed }) => typed.trim()}
      // The page shows the new address with the code that is asked for.
      onDone={() => form.reset()}
      submitLabel={t('email.submit')}
      secondary={!proved}
      cancelTo={{ to: '/profile' }}
      sentences={updateSentences()}
    >
      <TextField
        name="email"
        type="email"
        label={t('email.new')}
        hint={t('email.newHint')}
        validate={emailProblem(email)}
        autoComplete="email"
        maxLength={255}
        required
      />
    </FormShell>
  )
  if (proved) return change
  const done = () => {
    toast.success(t('email.confirmed'))
    onProved()
  }
  return (
    <>
      <Section title={t('email.confirm', { email })}>
        <ProveEmail email={email} send={send} verify={verify} onDone={done} atOnce={mutation.isSuccess} />
      </Section>
      <Section title={t('email.other')}>{change}</Section>
    </>
  )
}
