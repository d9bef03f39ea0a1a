import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ManagedAccount } from '#contract/managed-accounts'
import { accountQueries } from '@/api/queries/accounts'
import { DataTable } from '@/components/data-table/data-table'
import { type Filter, FilterBar } from '@/components/data-table/filter-bar'
import { Pager } from '@/components/data-table/pager'
import { EmptyState } from '@/components/feedback/empty-state'
import { Section } from '@/components/layout/section'
import { entryTypeLabel } from '@/components/statement/describe-entry'
import { Button } from '@/components/ui/button'
import { localZone } from '@/lib/dates'
import { movementColumns } from '../columns'
import { statementPageSize, toStatementQuery } from '../query'
import { accountDetailSearch, entryTypes } from '../search'
import { t } from '../text'

const route = getRouteApi('/_app/accounts/$accountId')

const filters = (): Filter[] => [
  {
    id: 'type',
    label: t('kind'),
    kind: 'select',
    options: entryTypes.map((type) => ({ value: type, label: entryTypeLabel(type) })),
  },
  { id: 'from', label: t('from'), kind: 'date' },
  { id: 'to', label: t('to'), kind: 'date' },
]

/** The statement of one account, newest first. */
export function Movements({ account: { id, friendlyName } }: { account: ManagedAccount }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = toStatementQuery(search, localZone())
  const statement = useQuery({ ...accountQueries.statement(id, query), placeholderData: keepPreviousData })
  const { offset = 0, ...chosen } = search
  const filtered = Object.values(chosen).some(Boolean)
  const go = { replace: true, resetScroll: false } as const
  const clear = () => void navigate({ search: {}, ...go })
  return (
    <div className="mt-10">
      <Section title={t('movements')}>
        {(filtered || statement.data?.count !== 0) && (
          <FilterBar
            filters={filters()}
            values={chosen}
            onChange={(name, value) =>
              void navigate({ search: accountDetailSearch({ ...chosen, [name]: value }), ...go })
            }
            onClear={clear}
          />
        )}
        <DataTable
          caption={t('movementsCaption', { name: friendlyName })}
          view="movements"
          columns={movementColumns}
          rows={statement.data?.entry ?? []}
          getRowId={({ transactionId, processedTimestamp, actualBalanceAfter }) =>
            [transactionId.type, transactionId.id, processedTimestamp, actualBalanceAfter?.amount].join('/')
          }
          status={statement.data ? 'ready' : statement.error ? 'error' : 'loading'}
          busy={statement.isPlaceholderData}
          error={statement.error}
          onRetry={() => void statement.refetch()}
          filtered={filtered}
          empty={<EmptyState title={t('noMovements')} text={t('noMovementsText')} />}
          noResults={
            <EmptyState
              title={t('noMovementsFound')}
              text={t('noMovementsFoundText')}
              action={<Button onClick={clear}>{t('clearFilters')}</Button>}
            />
          }
        />
        {statement.data && statement.data.count > 0 && (
          <Pager
            count={statement.data.count}
            offset={offset}
            limit={statementPageSize}
            onOffset={(next) =>
              void navigate({ search: { ...chosen, ...(next > 0 ? { offset: next } : {}) }, resetScroll: false })
            }
          />
        )}
      </Section>
    </div>
  )
}
