import { useQuery } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { BulkProcessDetails, BulkProcessOperation } from '#contract/bulks'
import { managedAccountsGet } from '#contract/managed-accounts'
import { useAccess } from '@/api/access'
import { accountQueries } from '@/api/queries/accounts'
import { bulkQueries } from '@/api/queries/bulks'
import type { Column } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { FilterBar } from '@/components/data-table/filter-bar'
import { Pager } from '@/components/data-table/pager'
import { EmptyState } from '@/components/feedback/empty-state'
import { Money } from '@/components/feedback/money'
import { rowSentences } from '../messages'
import { failureCode } from '../monitor/failures'
import { readRow } from '../monitor/read-row'
import { type BulkSearch, rowPageSize, rowStatuses, toRowsQuery } from '../search'
import { t } from '../text'
import { RowState } from './bulk-state'

type Props = { bulk: BulkProcessDetails; search: BulkSearch; onSearch: (search: BulkSearch) => void }

/** The rows of the bulk, a page at a time. Names of accounts are looked up in what the console knows of them. */
export function BulkRows({ bulk, search, onSearch }: Props) {
  const rows = useQuery({
    ...bulkQueries.operations(bulk.bulkId, toRowsQuery(search)),
    refetchInterval: bulk.status === 'RUNNING' ? 5_000 : false,
  })
  const { may } = useAccess()
  const accounts = useQuery({ ...accountQueries.every(), enabled: may(managedAccountsGet.permission) })
  const columns = useMemo(() => {
    const names = new Map(accounts.data?.accounts.map(({ id, friendlyName }) => [id, friendlyName]))
    return rowColumns((id) => names.get(id) ?? id)
  }, [accounts.data])
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

const rowColumns = (nameOf: (id: string) => string): readonly Column<BulkProcessOperation>[] => [
  {
    id: 'sequence',
    header: t('sequence'),
    always: true,
    priority: 1,
    cell: ({ sequence }) => <span className="figures">{sequence}</span>,
  },
  {
    id: 'from',
    header: t('from'),
    priority: 2,
    cell: (row) => {
      const { order } = readRow(row)
      return order && nameOf(order.source.id)
    },
  },
  {
    id: 'to',
    header: t('to'),
    priority: 2,
    cell: (row) => {
      const { order } = readRow(row)
      return order && nameOf(order.destination.id)
    },
  },
  {
    id: 'description',
    header: t('description'),
    priority: 3,
    cell: (row) => <span className="text-ink-soft">{readRow(row).order?.description}</span>,
  },
  { id: 'outcome', header: t('outcome'), always: true, priority: 2, cell: (row) => <Outcome row={row} /> },
  {
    id: 'amount',
    header: t('amount'),
    align: 'end',
    priority: 1,
    cell: (row) => {
      const { order } = readRow(row)
      return order && <Money value={order.destinationAmount} />
    },
  },
]

function Outcome({ row }: { row: BulkProcessOperation }) {
  if (row.status !== 'FAILED') return <RowState status={row.status} />
  const code = failureCode(row.responsePayload)
  return (
    <span>
      <RowState status={row.status} />
      <span className="block text-ink-soft text-small">{rowSentences()[code] ?? t('failureUnknown', { code })}</span>
    </span>
  )
}
