import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type BulkProcess, bulks as bulkList } from '#contract/bulks'
import { useAccess } from '@/api/access'
import { useFace } from '@/api/face'
import { bulkQueries } from '@/api/queries/bulks'
import { StateBadge } from '@/components/feedback/state-badge'
import { Section } from '@/components/layout/section'
import { buttonClass } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { t } from '../text'

const most = 5
/** The live stream tells of bulks that somebody watches; for the others this is often enough. */
const refreshEvery = 5_000

/** Bulks that are running or paused. Quiet when there are none, and when they cannot be read: the bulk pages say why. */
export function RunningBulks() {
  const { may } = useAccess()
  const enabled = useFace() === 'company' && may(bulkList.permission)
  const running = useQuery({
    ...bulkQueries.list({ status: 'RUNNING', limit: most }),
    enabled,
    refetchInterval: refreshEvery * 2,
  })
  const paused = useQuery({ ...bulkQueries.list({ status: 'PAUSED', limit: most }), enabled })
  const bulks = [...(running.data?.bulkProcesses ?? []), ...(paused.data?.bulkProcesses ?? [])].slice(0, most)
  if (bulks.length === 0) return null
  return (
    <Section
      title={t('bulks')}
      actions={
        <Link to="/bulks" className={buttonClass({ variant: 'link', size: 'sm' })}>
          {t('allBulks')}
        </Link>
      }
    >
      <ul className="divide-y divide-rule border-rule border-y">
        {bulks.map((bulk) => (
          <RunningBulk key={bulk.bulkId} bulk={bulk} />
        ))}
      </ul>
    </Section>
  )
}

function RunningBulk({ bulk: { bulkId: id, submittedItemsCount: count, status: listed } }: { bulk: BulkProcess }) {
  const { data } = useQuery({
    ...bulkQueries.detail(id),
    refetchInterval: ({ state }) => (state.data?.status === 'PAUSED' ? false : refreshEvery),
  })
  const status = data?.status ?? listed
  const waiting = data?.operationStatusCounts.reduce(
    (sum, each) => sum + (each.status === 'SUBMITTED' || each.status === 'RUNNING' ? each.count : 0),
    0,
  )
  const done = waiting === undefined ? undefined : count - waiting
  const text = done === undefined ? undefined : t('bulkRows', { done, count })
  return (
    <li className="grid gap-2 py-3 sm:grid-cols-[minmax(0,1fr)_16rem_auto] sm:items-center sm:gap-6">
      <Link to="/bulks/$bulkId" params={{ bulkId: id }} className="truncate font-medium hover:underline">
        {t('bulkName', { id })}
      </Link>
      <Progress
        label={t('bulkProgress', { id })}
        {...(done === undefined || count === 0 ? {} : { value: done / count })}
        {...(text ? { text } : {})}
        tone={status === 'PAUSED' ? 'wait' : 'accent'}
      />
      <span className="figures flex justify-between gap-4 text-small">
        <span className="text-ink-soft">{text}</span>
        <StateBadge tone={status === 'PAUSED' ? 'wait' : 'info'}>
          {t(status === 'PAUSED' ? 'PAUSED' : 'RUNNING')}
        </StateBadge>
      </span>
    </li>
  )
}
