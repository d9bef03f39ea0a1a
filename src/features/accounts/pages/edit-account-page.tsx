import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import type { ManagedAccount } from '#contract/managed-accounts'
import { accountQueries } from '@/api/queries/accounts'
import { ErrorView } from '@/components/feedback/error-view'
import { toast } from '@/components/feedback/toast'
import { FormShell } from '@/components/form/form-shell'
import { TextField } from '@/components/form/text-field'
import { Page } from '@/components/layout/page'
import { readFailure } from '@/lib/failure'
import { AccountSkeleton } from '../components/account-skeleton'
import { editAccountForm, toUpdateRequest } from '../forms/account-form'
import { useUpdateAccount } from '../mutations'
import { t } from '../text'

const route = getRouteApi('/_app/accounts/$accountId_/edit')

export function EditAccountPage() {
  const { accountId } = route.useParams()
  const { data: account, error, refetch } = useQuery(accountQueries.detail(accountId))
  const back = { to: '/accounts/$accountId', params: { accountId }, label: account?.friendlyName ?? t('back') } as const
  return (
    <Page title={account ? t('editTitle', { name: account.friendlyName }) : t('rename')} back={back} narrow>
      {account ? (
        // The form starts from what was read first; a later read must not change what is being typed.
        <EditForm key={account.id} account={account} />
      ) : error ? (
        <ErrorView
          error={error}
          title={readFailure(error).status === 404 ? t('notFound') : t('notLoaded')}
          onRetry={() => void refetch()}
        />
      ) : (
        <AccountSkeleton />
      )}
    </Page>
  )
}

function EditForm({ account }: { account: ManagedAccount }) {
  const navigate = useNavigate()
  const update = useUpdateAccount()
  const form = useForm({
    resolver: zodResolver(editAccountForm(account)),
    defaultValues: { friendlyName: account.friendlyName, tag: account.tag ?? '' },
  })
  const target = { to: '/accounts/$accountId', params: { accountId: account.id } } as const
  return (
    <FormShell
      title={t('editTitle', { name: account.friendlyName })}
      form={form}
      mutation={update}
      toVariables={(values) => ({ params: { id: account.id }, body: toUpdateRequest(values, account) })}
      onDone={({ friendlyName }) => {
        toast.success(t('saved', { name: friendlyName }))
        void navigate(target)
      }}
      submitLabel={t('editSubmit')}
      cancelTo={target}
      sentences={{}}
    >
      <TextField name="friendlyName" label={t('name')} maxLength={50} autoComplete="off" required />
      <TextField
        name="tag"
        label={t('tag')}
        hint={account.tag ? t('tagKept') : t('tagHint')}
        maxLength={50}
        autoComplete="off"
      />
    </FormShell>
  )
}
