import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { proposalApprove } from '#contract/console/proposals'
import { useAccess } from '@/api/access'
import { proposalQueries } from '@/api/queries/proposals'
import { DataTable } from '@/components/data-table/data-table'
import { type Filter, FilterBar } from '@/components/data-table/filter-bar'
import { Pager } from '@/components/data-table/pager'
import { EmptyState } from '@/components/feedback/empty-state'
import { Button, buttonClass } from '@/components/ui/button'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { proposalColumns } from '../columns'
import { ApprovalsFrame } from '../components/approvals-frame'
import { ApproveMany } from '../components/approve-many'
import { choiceColumn } from '../components/choice'
import { proposalPageSize, toProposalListQuery } from '../query'
import { type ProposalView, proposalListSearch, proposalStates, proposalViews } from '../search'
import { t } from '../text'

const route = getRouteApi('/_app/approvals/')
const filters: Filter[] = [
  {
    id: 'state',
    label: t('state'),
    kind: 'select',
    options: proposalStates.map((state) => ({ value: state, label: t(state) })),
  },
]

/** What I may decide on, what I asked for, and everything. Who decides on nothing begins with their own. */
export function InboxPage() {
  const { may } = useAccess()
  const decides = may(proposalApprove.permission)
  const { view = decides ? 'decide' : 'mine' } = route.useSearch()
  const navigate = route.useNavigate()
  const views = proposalViews.filter((one) => one !== 'decide' || decides)
  return (
    <ApprovalsFrame>
      <Tabs
        value={view}
        onValueChange={(value) => void navigate({ search: proposalListSearch({ view: value }), replace: true })}
      >
        <TabsList aria-label={t('views')}>
          {views.map((one) => (
            <TabsTrigger key={one} value={one}>
              {t(`view_${one}`)}
            </TabsTrigger>
          ))}
        </TabsList>
        {views.map((one) => (
          <TabsContent key={one} value={one}>
            <ProposalList view={one} />
          </TabsContent>
        ))}
      </Tabs>
    </ApprovalsFrame>
  )
}

function ProposalList({ view }: { view: ProposalView }) {
  const { state, offset = 0 } = route.useSearch()
  const navigate = route.useNavigate()
  const query = toProposalListQuery({ view, state, offset }, view)
  const list = useQuery({ ...proposalQueries.list(query), placeholderData: keepPreviousData })
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const rows = list.data?.proposals ?? []
  // What somebody else has decided meanwhile is chosen no more.
  const chosen = rows.filter(({ id }) => marked.has(id))
  const toggle = (id: string) =>
    setMarked((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const columns = view === 'decide' ? [...proposalColumns, choiceColumn(marked, toggle)] : proposalColumns
  const filtered = view !== 'decide' && state !== undefined
  const clear = () => void navigate({ search: { view }, replace: true })

  return (
    <>
      {view !== 'decide' && (filtered || list.data?.count !== 0) && (
        <FilterBar
          filters={filters}
          values={{ state }}
          onChange={(_, value) => void navigate({ search: proposalListSearch({ view, state: value }), replace: true })}
          onClear={clear}
        />
      )}
      <DataTable
        caption={t(`caption_${view}`)}
        view="proposals"
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        rowLink={({ id }) => ({ to: '/approvals/$proposalId', params: { proposalId: id } })}
        status={list.data ? 'ready' : list.error ? 'error' : 'loading'}
        busy={list.isPlaceholderData}
        error={list.error}
        onRetry={() => void list.refetch()}
        filtered={filtered}
        empty={<Empty view={view} />}
        noResults={
          <EmptyState
            title={t('noResults')}
            text={t('noResultsText')}
            action={<Button onClick={clear}>{t('clearFilters')}</Button>}
          />
        }
      />
      {view === 'decide' && <ApproveMany chosen={chosen} onDone={() => setMarked(new Set())} />}
      {list.data && list.data.count > proposalPageSize && (
        <Pager
          count={list.data.count}
          offset={offset}
          limit={proposalPageSize}
          onOffset={(next) =>
            void navigate({ search: { view, ...(state && { state }), ...(next > 0 && { offset: next }) } })
          }
        />
      )}
    </>
  )
}

function Empty({ view }: { view: ProposalView }) {
  return (
    <EmptyState
      title={t(`empty_${view}`)}
      text={t(`emptyText_${view}`)}
      action={
        <Link to="/approvals/rules" className={buttonClass({})}>
          {t('toRules')}
        </Link>
      }
    />
  )
}
