import { useQuery } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { BulkProcessDetails } from '#contract/bulks'
import { managedAccountsGet } from '#contract/managed-accounts'
import { usersGet } from '#contract/users'
import { useAccess } from '@/api/access'
import { accountQueries } from '@/api/queries/accounts'
import { bulkQueries } from '@/api/queries/bulks'
import { userQueries } from '@/api/queries/users'
import { DataTable } from '@/components/data-table/data-table'
import { FilterBar } from '@/components/data-table/filter-bar'
import { Pager } from '@/components/data-table/pager'
import { EmptyState } from '@/components/feedback/empty-state'
import { bulkKind } from '../kinds'
import { rowPageSize, toRowsQuery } from '../query'
import { rowColumns } from '../row-columns'
import { type BulkSearch, rowStatuses } from '../search'
import { t } from '../text'

type Props = { bulk: BulkProcessDetails; search: BulkSearch; onSearch: (search: BulkSearch) => void }

/** The rows of the bulk, a page at a time. Names of accounts are looked up in what the console knows of them. */
export function BulkRows({ bulk, search, onSearch }: Props) {
  const rows = useQuery({
    ...bulkQueries.operations(bulk.bulkId, toRowsQuery(search)),
    refetchInterval: bulk.status === 'RUNNING' ? 5_000 : false,
  })
  const { may } = useAccess()
  const kind = bulkKind(bulk.operation)
  const sees = kind === 'transfers' && may(managedAccountsGet.permission)
  const accounts = useQuery({ ...accountQueries.every(), enabled: sees })
  const knows = kind === 'invitations' && may(usersGet.permission)
  const users = useQuery({ ...userQueries.list({ limit: 100, offset: 0 }), enabled: knows })
  const columns = useMemo(() => {
    const named = accounts.data?.accounts.map(({ id, friendlyName }) => [id, friendlyName] as const) ?? []
    const people = users.data?.users.map(({ id, name, surname }) => [id, `${name} ${surname}`] as const) ?? []
    const names = new Map([...named, ...people])
    return rowColumns[kind]((id) => names.get(id) ?? id)
  }, [accounts.data, users.data, kind])
  const clear = () => onSearch({ tab: 'rows' })
  return (
    <div>
      <FilterBar
        filters={[
          {
            id: 'status',
            label: t('state'),
            kind: 'select',
            options: rowStatuses.map((status) => ({ value: status, label: t(`row.${status}`) })),
          },
        ]}
        values={{ status: search.status }}
        onChange={(_, value) => onSearch({ tab: 'rows', status: rowStatuses.find((status) => status === value) })}
        onClear={clear}
      />
      <DataTable
        caption={t('rowsCaption')}
        view="bulk-rows"
        columns={columns}
        rows={rows.data?.operations ?? []}
        getRowId={({ operationId }) => operationId}
        rowLink={({ sequence }): LinkProps => ({
          to: '/bulks/$bulkId',
          params: { bulkId: bulk.bulkId },
          search: { ...search, tab: 'rows', row: sequence },
          resetScroll: false,
        })}
        status={rows.data ? 'ready' : rows.error ? 'error' : 'loading'}
        busy={rows.isPlaceholderData}
        error={rows.error}
        onRetry={() => void rows.refetch()}
        filtered={search.status !== undefined}
        empty={<EmptyState title={t('rowsEmpty')} text={t('rowsEmptyText')} />}
        noResults={<EmptyState title={t('rowsNoResults')} text={t('rowsNoResultsText')} />}
      />
      {rows.data && rows.data.count > rowPageSize && (
        <Pager
          count={rows.data.count}
          offset={search.offset ?? 0}
          limit={rowPageSize}
          onOffset={(offset) => onSearch({ tab: 'rows', status: search.status, offset: offset || undefined })}
        />
      )}
    </div>
  )
}
