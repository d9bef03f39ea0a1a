import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ConsoleRole } from '#contract/console/roles'
import { type MyAccess, useAccess } from '@/api/access'
import { roleQueries } from '@/api/queries/roles'
import { toast } from '@/components/feedback/toast'
import { Page } from '@/components/layout/page'
import { RoleEditor } from '../components/role-editor'
import { RoleMissing } from '../components/role-missing'
import { createSentences } from '../messages'
import { useCreateRole } from '../mutations'
import { t } from '../text'

const route = getRouteApi('/_app/roles/new')

/** A role of one's own, empty or begun as a copy. */
export function NewRolePage() {
  const { from } = route.useSearch()
  const navigate = useNavigate()
  const access = useAccess()
  const create = useCreateRole()
  const list = useQuery(roleQueries.list())
  if (!list.data) return <RoleMissing list={list} />
  const model = list.data.roles.find(({ id }) => id === from)
  return (
    <Page title={t('createTitle')} subtitle={t('createSubtitle')} back={{ to: '/roles', label: t('back') }} narrow>
      <RoleEditor
        key={from}
        title={t('createTitle')}
        role={copyOf(access, model)}
        zone={list.data.zone}
        mutation={create}
        toVariables={(body) => ({ body })}
        onDone={({ id, name }) => {
          toast.success(t('created', { name }))
          void navigate({ to: '/roles/$roleId', params: { roleId: id } })
        }}
        submitLabel={t('createSubmit')}
        cancelTo={{ to: '/roles' }}
        sentences={createSentences()}
      />
    </Page>
  )
}

/** As much of another role as the person may give. */
export function copyOf({ access, may }: MyAccess, model: ConsoleRole | undefined): Partial<ConsoleRole> {
  const within = (mine: string[] | undefined, theirs: ConsoleRole['accounts'] = 'all') => {
    if (!mine) return theirs
    return theirs === 'all' ? [] : theirs.filter((id) => mine.includes(id))
  }
  const scope = {
    accounts: within(access?.accounts, model?.accounts),
    cards: within(access?.cards, model?.cards),
  }
  if (!model) return scope
  return {
    name: t('copyOf', { name: model.name }).slice(0, 50),
    ...(model.description ? { description: model.description } : {}),
    permissions: model.permissions.filter(may),
    limits: model.limits,
    ...scope,
  }
}
