import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Corporate } from '#contract/corporates'
import { toast } from '@/components/feedback/toast'
import { AddressField } from '@/components/form/address-field'
import { FormShell } from '@/components/form/form-shell'
import { SelectField } from '@/components/form/select-field'
import { KeptFields } from '@/components/identity/kept-fields'
import { RootUserFields } from '@/components/identity/root-user-fields'
import { SourceFields } from '@/components/identity/source-fields'
import { t as shared } from '@/components/identity/text'
import { updateSentences } from '@/components/identity/update-sentences'
import { corporateSourceWords, industryWords } from '@/components/identity/words'
import { Section } from '@/components/layout/section'
import { corporateAliases, corporateForm, toCorporateChange } from '../forms/corporate-form'
import { type CorporateChange, useUpdateCorporate } from '../mutations'
import { t } from '../text'

/** Begins with what was read first; a later read must not change what is being typed. */
export function EditCorporate({ corporate: read, fixed: readFixed }: { corporate: Corporate; fixed: boolean }) {
  const [{ corporate, fixed }] = useState({ corporate: read, fixed: readFixed })
  const navigate = useNavigate()
  const update = useUpdateCorporate((change: CorporateChange) => change)
  const form = useForm({ defaultValues: corporateForm(corporate) })
  return (
    <FormShell
      title={shared.to('company')('editLabel')}
      form={form}
      mutation={update}
      toVariables={(values) => toCorporateChange(values, corporate, fixed)}
      onDone={() => {
        toast.success(shared('saved'))
        void navigate({ to: '/profile' })
      }}
      submitLabel={shared('save')}
      cancelTo={{ to: '/profile' }}
      sentences={updateSentences()}
      aliases={corporateAliases}
    >
      <Section title={t('edit.business')}>
        <div className="space-y-6">
          <SelectField
            name="industry"
            label={t('industry')}
            options={industryWords.choices()}
            {...(!corporate.industry && { placeholder: shared('choose') })}
          />
          <SourceFields choices={corporateSourceWords.choices()} stated={corporate.sourceOfFunds !== undefined} />
        </div>
      </Section>
      <Section title={t('edit.account')}>
        <KeptFields identity={corporate} />
      </Section>
      {!fixed && (
        <>
          <Section title={t('edit.person')}>
            <RootUserFields rootUser={corporate.rootUser} />
          </Section>
          <AddressField
            name="businessAddress"
            label={t('edit.address')}
            required={corporate.company.businessAddress !== undefined}
          />
        </>
      )}
    </FormShell>
  )
}
