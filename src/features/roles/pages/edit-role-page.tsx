import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useAccess } from '@/api/access'
import { roleQueries } from '@/api/queries/roles'
import { toast } from '@/components/feedback/toast'
import { Page } from '@/components/layout/page'
import { RoleEditor } from '../components/role-editor'
import { RoleMissing } from '../components/role-missing'
import { updateSentences } from '../messages'
import { useUpdateRole } from '../mutations'
import { whyNotEdit } from '../permissions'
import { t } from '../text'

const route = getRouteApi('/_app/roles/$roleId_/edit')

/** Changes a role; whoever has it works with the changed one at once. */
export function EditRolePage() {
  const { roleId } = route.useParams()
  const navigate = useNavigate()
  const access = useAccess()
  const update = useUpdateRole()
  const list = useQuery(roleQueries.list())
  const role = list.data?.roles.find(({ id }) => id === roleId)
  if (!role || !list.data) return <RoleMissing list={list} />
  const target = { to: '/roles/$roleId', params: { roleId } } as const
  const title = t('editTitle', { name: role.name })
  const reason = whyNotEdit(access, role)
  return (
    <Page
      key={role.id}
      title={title}
      subtitle={reason ? undefined : t('editSubtitle', { count: role.assigned })}
      back={{ ...target, label: role.name }}
      narrow
    >
      {reason ? (
        <p className="text-ink-soft">{reason}</p>
      ) : (
        <RoleEditor
          title={title}
          role={role}
          zone={list.data.zone}
          mutation={update}
          toVariables={(body) => ({ params: { role_id: roleId }, body })}
          onDone={({ name }) => {
            toast.success(t('saved', { name }))
            void navigate(target)
          }}
          submitLabel={t('editSubmit')}
          cancelTo={target}
          sentences={updateSentences()}
        />
      )}
    </Page>
  )
}
