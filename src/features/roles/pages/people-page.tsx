import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConsolePerson } from '#contract/console/roles'
import { roleQueries } from '@/api/queries/roles'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/feedback/empty-state'
import { AssignDialog } from '../components/assign-dialog'
import { PeopleActions } from '../components/people-actions'
import { RolesFrame } from '../components/roles-frame'
import { peopleColumns } from '../people-columns'
import { t } from '../text'

/** Everybody who can sign in, each with their role. */
export function PeoplePage() {
  const people = useQuery(roleQueries.people())
  const { data: known } = useQuery(roleQueries.list())
  const [changing, setChanging] = useState<ConsolePerson>()
  return (
    <RolesFrame>
      <p className="mb-4 max-w-prose text-ink-soft">{t('peopleIntro')}</p>
      <PeopleActions value={{ roles: known?.roles ?? [], onChange: setChanging }}>
        <DataTable
          caption={t('peopleCaption')}
          view="people"
          columns={peopleColumns}
          rows={people.data?.people ?? []}
          getRowId={({ credentials }) => `${credentials.type} ${credentials.id}`}
          status={people.data ? 'ready' : people.error ? 'error' : 'loading'}
          error={people.error}
          onRetry={() => void people.refetch()}
          empty={<EmptyState title={t('peopleNone')} text={t('peopleNoneText')} />}
        />
      </PeopleActions>
      {changing && known && (
        <AssignDialog person={changing} roles={known.roles} onClose={() => setChanging(undefined)} />
      )}
    </RolesFrame>
  )
}
