import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { bulksTransferCreate } from '#contract/bulks'
import { useAccess } from '@/api/access'
import { bulkQueries } from '@/api/queries/bulks'
import { DataTable } from '@/components/data-table/data-table'
import { type Filter, FilterBar } from '@/components/data-table/filter-bar'
import { Pager } from '@/components/data-table/pager'
import { EmptyState } from '@/components/feedback/empty-state'
import { GatedLink } from '@/components/form/gated-link'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { bulkColumns } from '../columns'
import { bulkPageSize, toBulkListQuery } from '../query'
import { bulkListSearch, bulkStatuses } from '../search'
import { t } from '../text'

const route = getRouteApi('/_app/bulks/')

const filters = (): Filter[] => [
  {
    id: 'status',
    label: t('state'),
    kind: 'select',
    options: bulkStatuses.map((status) => ({ value: status, label: t(status) })),
  },
]

/** Every bulk of the company, newest first. */
export function BulkListPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useQuery(bulkQueries.list(toBulkListQuery(search)))
  const { offset = 0, status } = search
  const clear = () => void navigate({ search: {}, replace: true })

  return (
    <Page
      title={t('title')}
      subtitle={list.data?.count ? t(status ? 'subtitleFound' : 'subtitle', { count: list.data.count }) : '\u00a0'}
      actions={<NewBulk />}
    >
      {(status || list.data?.count !== 0) && (
        <FilterBar
          filters={filters()}
          values={{ status }}
          onChange={(id, value) => void navigate({ search: bulkListSearch({ [id]: value }), replace: true })}
          onClear={clear}
        />
      )}
      <DataTable
        caption={t('caption')}
        view="bulks"
        columns={bulkColumns}
        rows={list.data?.bulkProcesses ?? []}
        getRowId={({ bulkId }) => bulkId}
        rowLink={({ bulkId }) => ({ to: '/bulks/$bulkId', params: { bulkId } })}
        status={list.data ? 'ready' : list.error ? 'error' : 'loading'}
        busy={list.isPlaceholderData}
        error={list.error}
        onRetry={() => void list.refetch()}
        filtered={status !== undefined}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} action={<NewBulk />} />}
        noResults={
          <EmptyState
            title={t('noResults')}
            text={t('noResultsText')}
            action={<Button onClick={clear}>{t('clearFilters')}</Button>}
          />
        }
      />
      {list.data && list.data.count > bulkPageSize && (
        <Pager
          count={list.data.count}
          offset={offset}
          limit={bulkPageSize}
          onOffset={(next) => void navigate({ search: (old) => ({ ...old, offset: next || undefined }) })}
        />
      )}
    </Page>
  )
}

function NewBulk() {
  const { whyNot } = useAccess()
  return (
    <GatedLink to="/bulks/new" variant="primary" reason={whyNot(bulksTransferCreate.permission)}>
      {t('newBulk')}
    </GatedLink>
  )
}
