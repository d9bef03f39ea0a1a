import { zodResolver } from '@hookform/resolvers/zod'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { toast } from '@/components/feedback/toast'
import { FormShell } from '@/components/form/form-shell'
import { Page } from '@/components/layout/page'
import { useReference } from '@/components/wizard/reference'
import { UserFields } from '../components/user-fields'
import { emptyUserForm, newUserForm, toCreateRequest } from '../forms/user-form'
import { createOwners, createSentences } from '../messages'
import { useCreateUser } from '../mutations'
import { fullName } from '../say'
import { t } from '../text'

/** Adds a person. The code, where the API asks for one, is given on the way; role and invitation follow on their page. */
export function NewUserPage() {
  const navigate = useNavigate()
  const create = useCreateUser()
  const form = useForm({ resolver: zodResolver(newUserForm), defaultValues: emptyUserForm })
  // Every visit of this page adds a person of its own.
  const [visit] = useState(() => crypto.randomUUID())
  const idempotencyRef = useReference([visit, useWatch({ control: form.control })])
  return (
    <Page title={t('createTitle')} subtitle={t('createSubtitle')} back={{ to: '/users', label: t('back') }} narrow>
      <FormShell
        title={t('createTitle')}
        form={form}
        mutation={create}
        toVariables={(values) => ({ body: toCreateRequest(values), idempotencyRef })}
        onDone={(user) => {
          toast.success(t('created', { name: fullName(user) }))
          void navigate({ to: '/users/$userId', params: { userId: user.id }, search: { added: true } })
        }}
        submitLabel={t('createSubmit')}
        cancelTo={{ to: '/users' }}
        sentences={createSentences()}
        owners={createOwners}
      >
        <UserFields />
      </FormShell>
      <section className="mt-10 border-rule border-t pt-4 text-ink-soft text-small">
        <h2 className="font-medium text-ink">{t('many')}</h2>
        <p className="mt-1 max-w-prose">
          {t('manyText')}{' '}
          <Link to="/bulks" className="text-accent underline underline-offset-4">
            {t('toBulks')}
          </Link>
        </p>
      </section>
    </Page>
  )
}
