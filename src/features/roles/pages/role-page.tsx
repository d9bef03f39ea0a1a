import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type ConsoleRole, consoleRoleCreate } from '#contract/console/roles'
import { useAccess } from '@/api/access'
import { roleQueries } from '@/api/queries/roles'
import { GatedButton } from '@/components/form/gated-button'
import { GatedLink } from '@/components/form/gated-link'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { aboutRole } from '../about-role'
import { heldText } from '../columns'
import { DeleteDialog } from '../components/delete-dialog'
import { PermissionList } from '../components/permission-list'
import { RoleMissing } from '../components/role-missing'
import { ScopeFacts } from '../components/scope-facts'
import { whyNotDelete, whyNotEdit } from '../permissions'
import { t } from '../text'

const route = getRouteApi('/_app/roles/$roleId')

/** One role: what it is for, who has it, what it may do, and how far it reaches. */
export function RolePage() {
  const { roleId } = route.useParams()
  const list = useQuery(roleQueries.list())
  const role = list.data?.roles.find(({ id }) => id === roleId)
  if (!role || !list.data) return <RoleMissing list={list} />
  return (
    <Page
      key={role.id}
      title={role.name}
      subtitle={t(role.ready ? 'readySubtitle' : 'customSubtitle')}
      back={{ to: '/roles', label: t('back') }}
      actions={<Actions role={role} />}
    >
      <ScopeFacts
        reach={role}
        zone={list.data.zone}
        first={[
          { term: t('about'), description: aboutRole(role) },
          { term: t('held'), description: heldText(role) },
        ]}
      />
      <Section title={t('mayDo')}>
        <PermissionList held={role.permissions} />
      </Section>
    </Page>
  )
}

function Actions({ role }: { role: ConsoleRole }) {
  const access = useAccess()
  const [deleting, setDeleting] = useState(false)
  return (
    <>
      {!role.ready && (
        <GatedButton reason={whyNotDelete(access, role)} onClick={() => setDeleting(true)}>
          {t('delete')}
        </GatedButton>
      )}
      <GatedLink to="/roles/new" search={{ from: role.id }} reason={access.whyNot(consoleRoleCreate.permission)}>
        {t('copy')}
      </GatedLink>
      <GatedLink
        to="/roles/$roleId/edit"
        params={{ roleId: role.id }}
        variant="primary"
        reason={whyNotEdit(access, role)}
      >
        {t('edit')}
      </GatedLink>
      {deleting && <DeleteDialog role={role} onClose={() => setDeleting(false)} />}
    </>
  )
}
