import { zodResolver } from '@hookform/resolvers/zod'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { toast } from '@/components/feedback/toast'
import { FormShell } from '@/components/form/form-shell'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Page } from '@/components/layout/page'
import { useReference } from '@/components/wizard/reference'
import { pageConfig } from '@/lib/page-config'
import { newAccountForm, toCreateRequest } from '../forms/account-form'
import { createSentences } from '../messages'
import { useCreateAccount } from '../mutations'
import { t } from '../text'

/** Opens an account. Step-up, where the API asks for it, happens on the way and needs nothing here. */
export function NewAccountPage() {
  const navigate = useNavigate()
  const create = useCreateAccount()
  const { currencies, profiles } = pageConfig()
  const [only] = currencies
  const form = useForm({
    resolver: zodResolver(newAccountForm),
    defaultValues: { friendlyName: '', currency: currencies.length === 1 && only ? only : '', tag: '' },
  })
  // Every visit of this page opens an account of its own, even one with the same name as the last.
  const [visit] = useState(() => crypto.randomUUID())
  const idempotencyRef = useReference([visit, useWatch({ control: form.control })])
  return (
    <Page title={t('createTitle')} subtitle={t('createSubtitle')} back={{ to: '/accounts', label: t('back') }} narrow>
      <FormShell
        title={t('createTitle')}
        form={form}
        mutation={create}
        toVariables={(values) => ({ body: toCreateRequest(values, profiles.managedAccounts), idempotencyRef })}
        onDone={(account) => {
          toast.success(t('created_', { name: account.friendlyName }))
          void navigate({ to: '/accounts/$accountId', params: { accountId: account.id } })
        }}
        submitLabel={t('createSubmit')}
        cancelTo={{ to: '/accounts' }}
        sentences={createSentences()}
      >
        <TextField
          name="friendlyName"
          label={t('name')}
          hint={t('nameHint')}
          maxLength={50}
          autoComplete="off"
          required
        />
        <SelectField
          name="currency"
          label={t('currency')}
          hint={t('currencyHint')}
          placeholder={t('chooseCurrency')}
          options={currencies.map((currency) => ({ value: currency, label: currency }))}
          required
        />
        <TextField name="tag" label={t('tag')} hint={t('tagHint')} maxLength={50} autoComplete="off" />
      </FormShell>
    </Page>
  )
}
