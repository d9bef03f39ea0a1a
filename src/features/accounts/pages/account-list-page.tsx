import { getRouteApi } from '@tanstack/react-router'
import { useWhyNoAccount } from '@/api/why-no-account'
import { DataTable } from '@/components/data-table/data-table'
import { type Filter, FilterBar } from '@/components/data-table/filter-bar'
import { Pager } from '@/components/data-table/pager'
import { EmptyState } from '@/components/feedback/empty-state'
import { GatedLink } from '@/components/form/gated-link'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { pageConfig } from '@/lib/page-config'
import { accountColumns } from '../columns'
import { useAccountPage } from '../find-accounts'
import { accountPageSize } from '../query'
import { accountListSearch, accountStates } from '../search'
import { t } from '../text'

const route = getRouteApi('/_app/accounts/')

const filters = (): Filter[] => [
  { id: 'name', label: t('name'), kind: 'text' },
  {
    id: 'state',
    label: t('state'),
    kind: 'select',
    options: accountStates.map((state) => ({ value: state, label: t(state) })),
  },
  {
    id: 'currency',
    label: t('currency'),
    kind: 'select',
    options: pageConfig().currencies.map((currency) => ({ value: currency, label: currency })),
  },
  { id: 'tag', label: t('tag'), kind: 'text' },
]

/** Every account of the company. The address holds filters and page. */
export function AccountListPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useAccountPage(search)
  const { offset = 0, ...chosen } = search
  const filtered = Object.values(chosen).some(Boolean)

  // A changed filter begins at the first page again.
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: accountListSearch({ ...chosen, ...next }), replace: true })
  const clear = () => void navigate({ search: {}, replace: true })

  return (
    <Page
      title={t('title')}
      subtitle={list.data?.count ? t(filtered ? 'subtitleFound' : 'subtitle', { count: list.data.count }) : '\u00a0'}
      actions={<NewAccount />}
    >
      {(filtered || list.data?.count !== 0) && (
        <FilterBar
          filters={filters()}
          values={chosen}
          onChange={(id, value) => change({ [id]: value })}
          onClear={clear}
        />
      )}
      <DataTable
        caption={t('caption')}
        view="accounts"
        columns={accountColumns}
        rows={list.data?.accounts ?? []}
        getRowId={({ id }) => id}
        rowLink={({ id }) => ({ to: '/accounts/$accountId', params: { accountId: id } })}
        status={list.data ? 'ready' : list.error ? 'error' : 'loading'}
        busy={list.busy}
        error={list.error}
        onRetry={() => void list.refetch()}
        filtered={filtered}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} action={<NewAccount />} />}
        noResults={
          <EmptyState
            title={t('noResults')}
            text={t('noResultsText')}
            action={<Button onClick={clear}>{t('clearFilters')}</Button>}
          />
        }
      />
      {list.searched?.complete === false && (
        <p className="pt-3 text-ink-soft text-small">
          {t('searchedPart', { shown: list.searched.accounts.length, count: list.searched.count })}
        </p>
      )}
      {list.data && list.data.count > 0 && (
        <Pager
          count={list.data.count}
          offset={offset}
          limit={accountPageSize}
          onOffset={(next) => void navigate({ search: { ...chosen, ...(next > 0 ? { offset: next } : {}) } })}
        />
      )}
    </Page>
  )
}

function NewAccount() {
  const whyNoAccount = useWhyNoAccount()
  return (
    <GatedLink to="/accounts/new" variant="primary" reason={whyNoAccount}>
      {t('newAccount')}
    </GatedLink>
  )
}
