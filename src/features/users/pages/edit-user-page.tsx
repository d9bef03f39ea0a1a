import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useForm, useWatch } from 'react-hook-form'
import type { User } from '#contract/users'
import { userQueries } from '@/api/queries/users'
import { toast } from '@/components/feedback/toast'
import { FormShell } from '@/components/form/form-shell'
import { AbsentPage } from '@/components/layout/absent-page'
import { Page } from '@/components/layout/page'
import { useReference } from '@/components/wizard/reference'
import { countryName } from '@/lib/countries'
import { UserFields } from '../components/user-fields'
import { editUserForm, toUpdateRequest, userFormOf } from '../forms/user-form'
import { updateOwners, updateSentences } from '../messages'
import { useUpdateUser } from '../mutations'
import { fullName } from '../say'
import { t } from '../text'

const route = getRouteApi('/_app/users/$userId_/edit')

/** Changes what is known of a person. */
export function EditUserPage() {
  const { userId } = route.useParams()
  const query = useQuery(userQueries.detail(userId))
  const { data: user } = query
  const back = { to: '/users/$userId', params: { userId }, label: user ? fullName(user) : t('back') } as const
  if (!user) {
    const words = { loading: t('loading'), notFound: t('notFound'), notLoaded: t('notLoaded') }
    return <AbsentPage title={t('edit')} back={back} query={query} words={words} />
  }
  return (
    <Page title={t('editTitle', { name: fullName(user) })} back={back} narrow>
      {/* The form starts from what was read first; a later read must not change what is being typed. */}
      <EditForm key={user.id} user={user} />
    </Page>
  )
}

function EditForm({ user }: { user: User }) {
  const navigate = useNavigate()
  const update = useUpdateUser()
  const form = useForm({ resolver: zodResolver(editUserForm(user)), defaultValues: userFormOf(user) })
  const idempotencyRef = useReference(['user', user, useWatch({ control: form.control })])
  const target = { to: '/users/$userId', params: { userId: user.id } } as const
  return (
    <FormShell
      title={t('editTitle', { name: fullName(user) })}
      form={form}
      mutation={update}
      toVariables={(values) => ({ params: { user_id: user.id }, body: toUpdateRequest(values, user), idempotencyRef })}
      onDone={(saved) => {
        toast.success(t('saved', { name: fullName(saved) }))
        void navigate(target)
      }}
      submitLabel={t('editSubmit')}
      cancelTo={target}
      sentences={updateSentences()}
      owners={updateOwners}
    >
      <UserFields user={user} />
      {user.countryOfResidence && (
        <p className="text-ink-soft text-small">
          {t('country')}: {countryName(user.countryOfResidence)}. {t('countryFixed')}
        </p>
      )}
    </FormShell>
  )
}
