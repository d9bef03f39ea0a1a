import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ManagedAccount, managedAccountsGet } from '#contract/managed-accounts'
import { transferCreate } from '#contract/transfers'
import { useAccess } from '@/api/access'
import { accountQueries } from '@/api/queries/accounts'
import { transferQueries } from '@/api/queries/transfers'
import { DataTable } from '@/components/data-table/data-table'
import { type Filter, FilterBar } from '@/components/data-table/filter-bar'
import { Pager } from '@/components/data-table/pager'
import { EmptyState } from '@/components/feedback/empty-state'
import { GatedLink } from '@/components/form/gated-link'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { localZone } from '@/lib/dates'
import { transferColumns } from '../columns'
import { toTransferListQuery, transferPageSize } from '../query'
import { transferListSearch, transferStates } from '../search'
import { t } from '../text'

const route = getRouteApi('/_app/transfers/')

const filters = (accounts: readonly ManagedAccount[]): Filter[] => [
  {
    id: 'state',
    label: t('state'),
    kind: 'select',
    options: transferStates.map((state) => ({ value: state, label: t(state) })),
  },
  {
    id: 'account',
    label: t('account'),
    kind: 'select',
    options: accounts.map(({ id, friendlyName, currency }) => ({ value: id, label: `${friendlyName} (${currency})` })),
  },
  { id: 'from', label: t('createdFrom'), kind: 'date' },
  { id: 'to', label: t('createdTo'), kind: 'date' },
]

/** Transfers between own accounts. The address holds filters and page. */
export function TransferListPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { may } = useAccess()
  const every = useQuery({ ...accountQueries.every(), enabled: may(managedAccountsGet.permission) })
  const query = toTransferListQuery(search, localZone())
  const list = useQuery({ ...transferQueries.list(query), placeholderData: keepPreviousData })
  const { offset = 0, ...chosen } = search
  const filtered = Object.values(chosen).some(Boolean)
  const clear = () => void navigate({ search: {}, replace: true })

  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={<NewTransfer />}>
      {(filtered || list.data?.count !== 0) && (
        <FilterBar
          filters={filters(every.data?.accounts ?? [])}
          values={chosen}
          // A changed filter begins at the first page again.
          onChange={(id, value) =>
            void navigate({ search: transferListSearch({ ...chosen, [id]: value }), replace: true })
          }
          onClear={clear}
        />
      )}
      <DataTable
        caption={t('caption')}
        view="transfers"
        columns={transferColumns}
        rows={list.data?.transfer ?? []}
        getRowId={({ id }) => id}
        rowLink={({ id }) => ({ to: '/transfers/$transferId', params: { transferId: id } })}
        status={list.data ? 'ready' : list.error ? 'error' : 'loading'}
        busy={list.isPlaceholderData}
        error={list.error}
        onRetry={() => void list.refetch()}
        filtered={filtered}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} action={<NewTransfer />} />}
        noResults={
          <EmptyState
            title={t('noResults')}
            text={t('noResultsText')}
            action={<Button onClick={clear}>{t('clearFilters')}</Button>}
          />
        }
      />
      {list.data && list.data.count > 0 && (
        <Pager
          count={list.data.count}
          offset={offset}
          limit={transferPageSize}
          onOffset={(next) => void navigate({ search: { ...chosen, ...(next > 0 ? { offset: next } : {}) } })}
        />
      )}
    </Page>
  )
}

function NewTransfer() {
  const { whyNot } = useAccess()
  return (
    <GatedLink to="/transfers/new" variant="primary" reason={whyNot(transferCreate.permission)}>
      {t('newTransfer')}
    </GatedLink>
  )
}
