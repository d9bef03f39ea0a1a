import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAccess } from '@/api/access'
import { roleQueries } from '@/api/queries/roles'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/feedback/empty-state'
import { GatedButton } from '@/components/form/gated-button'
import { Section } from '@/components/layout/section'
import { roleColumns } from '../columns'
import { PermissionMatrix } from '../components/permission-matrix'
import { RolesFrame } from '../components/roles-frame'
import { ZoneDialog } from '../components/zone-dialog'
import { whyNotZone } from '../permissions'
import { t } from '../text'

/** Ready and custom roles, what each may do, and when a day begins. */
export function RoleListPage() {
  const list = useQuery(roleQueries.list())
  return (
    <RolesFrame>
      <p className="mb-4 max-w-prose text-ink-soft">{t('rolesIntro')}</p>
      <DataTable
        caption={t('caption')}
        view="roles"
        columns={roleColumns}
        rows={list.data?.roles ?? []}
        getRowId={({ id }) => id}
        rowLink={({ id }) => ({ to: '/roles/$roleId', params: { roleId: id } })}
        status={list.data ? 'ready' : list.error ? 'error' : 'loading'}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState title={t('none')} text={t('noneText')} />}
      />
      {list.data && (
        <>
          <Section title={t('matrix')}>
            <PermissionMatrix roles={list.data.roles} />
          </Section>
          <Day zone={list.data.zone} />
        </>
      )}
    </RolesFrame>
  )
}

function Day({ zone }: { zone: string }) {
  const [open, setOpen] = useState(false)
  const reason = whyNotZone(useAccess())
  return (
    <Section
      title={t('zone')}
      actions={
        <GatedButton size="sm" reason={reason} onClick={() => setOpen(true)}>
          {t('setZone')}
        </GatedButton>
      }
    >
      <p className="text-ink-soft">{t('zoneText', { zone })}</p>
      {open && <ZoneDialog zone={zone} onClose={() => setOpen(false)} />}
    </Section>
  )
}
