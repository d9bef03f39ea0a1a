import { getRouteApi, Link } from '@tanstack/react-router'
import { type BulkProcessDetails, bulksTransferCreate } from '#contract/bulks'
import { managedAccountsGet } from '#contract/managed-accounts'
import { transfersGet } from '#contract/transfers'
import { usersGet } from '#contract/users'
import { useAccess } from '@/api/access'
import { ErrorView } from '@/components/feedback/error-view'
import { Notice } from '@/components/feedback/notice'
import { Page } from '@/components/layout/page'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { kindOf } from '../columns'
import { BulkControls } from '../components/bulk-controls'
import { BulkFigures } from '../components/bulk-figures'
import { BulkRows } from '../components/bulk-rows'
import { BulkState } from '../components/bulk-state'
import { FailureList } from '../components/failure-list'
import { RowSheet } from '../components/row-sheet'
import { type BulkKind, bulkKind } from '../kinds'
import { useLiveBulk, usePace, useSpokenProgress } from '../live'
import { countsOf } from '../monitor/counts'
import { sayBulk } from '../monitor/say-bulk'
import type { BulkSearch } from '../search'
import { t } from '../text'

const route = getRouteApi('/_app/bulks/$bulkId')
const count = new Intl.NumberFormat('en-GB')

/** One bulk while it waits, runs and has ended. The server has its state and the address how it is looked at. */
export function BulkPage() {
  const { bulkId } = route.useParams()
  const bulk = useLiveBulk(bulkId)
  const samples = usePace(bulk)
  useSpokenProgress(bulk.data)
  return (
    <Page
      title={t('bulkTitle', { id: bulkId })}
      back={{ to: '/bulks', label: t('backToBulks') }}
      subtitle={bulk.data && <Subtitle bulk={bulk.data} />}
    >
      {bulk.error && (
        <div className="mb-6">
          <ErrorView
            title={bulk.data ? t('notLoadedStale') : t('notLoaded')}
            error={bulk.error}
            onRetry={() => void bulk.refetch()}
            busy={bulk.isFetching}
          />
        </div>
      )}
      {bulk.data ? (
        <>
          <p className="mb-5 max-w-3xl text-lead">{sayBulk(bulk.data)}</p>
          <BulkFigures bulk={bulk.data} samples={samples} />
          <BulkControls bulk={bulk.data} />
          <NextStep bulk={bulk.data} />
          <BulkTabs bulk={bulk.data} />
        </>
      ) : (
        !bulk.error && <Skeleton className="h-40 w-full" />
      )}
    </Page>
  )
}

function Subtitle({ bulk }: { bulk: BulkProcessDetails }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <BulkState status={bulk.status} />
      <span>{kindOf(bulk.operation)}</span>
      {bulk.mode && <span>{t(`modeSaid_${bulk.mode}`)}</span>}
    </span>
  )
}

function BulkTabs({ bulk }: { bulk: BulkProcessDetails }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { FAILED } = countsOf(bulk)
  // Without a choice, what went wrong comes first; where nothing did, the rows.
  const tab = search.tab ?? (FAILED > 0 ? 'failures' : 'rows')
  const go = (next: BulkSearch) => void navigate({ search: next, resetScroll: false })
  const { row, ...unopened } = search
  return (
    <>
      <Tabs
        value={tab}
        onValueChange={(value) => go({ tab: value === 'rows' ? 'rows' : 'failures' })}
        className="mt-10"
      >
        <TabsList>
          <TabsTrigger value="failures">
            {t('tabFailures')} <span className="figures text-ink-soft">{count.format(FAILED)}</span>
          </TabsTrigger>
          <TabsTrigger value="rows">
            {t('tabRows')} <span className="figures text-ink-soft">{count.format(bulk.submittedItemsCount)}</span>
          </TabsTrigger>
        </TabsList>
        <TabsContent value="failures">
          <FailureList bulk={bulk} />
        </TabsContent>
        <TabsContent value="rows">
          <BulkRows bulk={bulk} search={search} onSearch={go} />
        </TabsContent>
      </Tabs>
      {row !== undefined && <RowSheet bulkId={bulk.bulkId} sequence={row} onClose={() => go(unopened)} />}
    </>
  )
}

function NextStep({ bulk }: { bulk: BulkProcessDetails }) {
  const kind = bulkKind(bulk.operation)
  switch (bulk.status) {
    case 'COMPLETED':
      return <Next tone="good" kind={kind} text={t('next.COMPLETED', { kind })} />
    case 'PARTIALLY_COMPLETED':
      return <Next tone="wait" kind={kind} text={t('next.PARTIALLY_COMPLETED', { kind })} />
    case 'FAILED':
      return <Next tone="bad" kind={kind} text={t('next.FAILED', { kind })} />
    case 'CANCELLED':
      return <Next tone="info" kind={kind} text={t('next.CANCELLED', { kind })} />
    default:
      return null
  }
}

type NextProps = { tone: 'good' | 'wait' | 'bad' | 'info'; kind: BulkKind; text: string }

/** Where the rows of each kind have left their marks. */
const marks = {
  transfers: [
    { to: '/accounts', label: t('toAccounts'), permission: managedAccountsGet.permission },
    { to: '/transfers', label: t('toTransfers'), permission: transfersGet.permission },
    { to: '/bulks/new', label: t('toNewBulk'), permission: bulksTransferCreate.permission },
  ],
  invitations: [{ to: '/users', label: t('toPeople'), permission: usersGet.permission }],
  rows: [],
} as const

function Next({ tone, kind, text }: NextProps) {
  const { may } = useAccess()
  return (
    <Notice tone={tone} title={text} className="mt-6 max-w-3xl">
      <span className="flex flex-wrap gap-x-5">
        {marks[kind]
          .filter(({ permission }) => may(permission))
          .map(({ to, label }) => (
            <Link key={to} to={to} className="text-accent underline underline-offset-4">
              {label}
            </Link>
          ))}
      </span>
    </Notice>
  )
}
