import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Consumer } from '#contract/consumers'
import { toast } from '@/components/feedback/toast'
import { AddressField } from '@/components/form/address-field'
import { CountryField } from '@/components/form/country-field'
import { FormShell } from '@/components/form/form-shell'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { KeptFields } from '@/components/identity/kept-fields'
import { RootUserFields } from '@/components/identity/root-user-fields'
import { SourceFields } from '@/components/identity/source-fields'
import { t as shared } from '@/components/identity/text'
import { updateSentences } from '@/components/identity/update-sentences'
import { consumerSourceWords, occupationWords } from '@/components/identity/words'
import { Section } from '@/components/layout/section'
import { consumerForm, toConsumerChange } from '../forms/consumer-form'
import { type ConsumerChange, useUpdateConsumer } from '../mutations'
import { t } from '../text'

/** Begins with what was read first; a later read must not change what is being typed. */
export function EditConsumer({ consumer: read, fixed: readFixed }: { consumer: Consumer; fixed: boolean }) {
  const [{ consumer, fixed }] = useState({ consumer: read, fixed: readFixed })
  const navigate = useNavigate()
  const update = useUpdateConsumer((change: ConsumerChange) => change)
  const form = useForm({ defaultValues: consumerForm(consumer) })
  return (
    <FormShell
      title={shared.to('person')('editLabel')}
      form={form}
      mutation={update}
      toVariables={(values) => toConsumerChange(values, consumer, fixed)}
      onDone={() => {
        toast.success(shared('saved'))
        void navigate({ to: '/profile' })
      }}
      submitLabel={shared('save')}
      cancelTo={{ to: '/profile' }}
      sentences={updateSentences()}
    >
      <Section title={t('edit.work')}>
        <div className="space-y-6">
          <SelectField
            name="occupation"
            label={t('occupation')}
            options={occupationWords.choices()}
            {...(!consumer.rootUser.occupation && { placeholder: shared('choose') })}
          />
          <SourceFields choices={consumerSourceWords.choices()} stated={consumer.sourceOfFunds !== undefined} />
          <CountryField name="nationality" label={t('nationality')} autoComplete="off" />
          <TextField name="placeOfBirth" label={t('birthplace')} maxLength={50} autoComplete="off" />
        </div>
      </Section>
      <Section title={t('edit.account')}>
        <KeptFields identity={consumer} />
      </Section>
      {!fixed && (
        <>
          <Section title={t('edit.person')}>
            <RootUserFields rootUser={consumer.rootUser} />
          </Section>
          <AddressField name="address" label={t('edit.address')} required={consumer.rootUser.address !== undefined} />
        </>
      )}
    </FormShell>
  )
}
