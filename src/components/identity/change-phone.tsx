import type { UseMutationResult } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { Mobile } from '#contract/people'
import { FormShell } from '@/components/form/form-shell'
import { PhoneField } from '@/components/form/phone-field'
import { Checkbox } from '@/components/ui/checkbox'
import { readFailure } from '@/lib/failure'
import { noPhone } from '@/lib/phone'
import { t } from './text'
import { updateSentences } from './update-sentences'

export type PhoneChange = { mobile: Mobile; resetMobileCounter?: true }

type Props = { mutation: UseMutationResult<unknown, Error, PhoneChange>; onDone: () => void }

/** Another number. Where the count of changes is used up, whoever may change the number may begin it anew. */
export function ChangePhone({ mutation, onDone }: Props) {
  const form = useForm({ defaultValues: { mobile: noPhone, reset: false } })
  const usedUp = readFailure(mutation.error).code === 'MOBILE_NO_CHANGE_LIMIT_EXCEEDED'
  return (
    <FormShell
      title={t('phone.title')}
      form={form}
      mutation={mutation}
      toVariables={({ mobile, reset }): PhoneChange => ({ mobile, ...(reset && { resetMobileCounter: true }) })}
      onDone={onDone}
      submitLabel={t('phone.submit')}
      cancelTo={{ to: '/profile' }}
      sentences={updateSentences()}
    >
      <PhoneField name="mobile" label={t('phone.new')} hint={t('phone.newHint')} required />
      {usedUp && <Checkbox {...form.register('reset')} label={t('phone.reset')} hint={t('phone.resetHint')} />}
    </FormShell>
  )
}
