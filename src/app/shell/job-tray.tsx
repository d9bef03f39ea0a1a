import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Layers } from 'lucide-react'
import { useState } from 'react'
import type { BulkProcess, BulkProcessDetails } from '#contract/bulks'
import { bulkQueries } from '@/api/queries/bulks'
import { Progress } from '@/components/ui/progress'
import { Sheet } from '@/components/ui/sheet'
import { bulkKind } from '@/features/bulks/kinds'
import { type OpenState, useOpenBulks } from './open-bulks'
import { t } from './text'

/** What is under way, in the corner of the eye. */
export function JobTray() {
  const bulks = useOpenBulks()
  if (bulks.length === 0) return null
  return (
    <section aria-labelledby="job-tray" className="border-rule border-t px-5 py-4">
      <h2 id="job-tray" className="mb-2 font-medium text-small">
        {t('jobs.title')}
      </h2>
      <Jobs bulks={bulks} />
    </section>
  )
}

/** The same on a narrow screen, behind a button that is only there when something is. */
export function JobSheet() {
  const bulks = useOpenBulks()
  const [open, setOpen] = useState(false)
  if (bulks.length === 0) return null
  return (
    <>
      <button
        type="button"
        aria-label={t('jobs.open', { count: bulks.length })}
        onClick={() => setOpen(true)}
        className="flex h-9 items-center gap-1.5 rounded-control px-2 text-ink-soft hover:bg-sunken hover:text-ink lg:hidden"
      >
        <Layers aria-hidden className="size-4.5" />
        <span aria-hidden="true" className="figures font-medium text-small">
          {bulks.length}
        </span>
      </button>
      <Sheet open={open} onOpenChange={setOpen} title={t('jobs.title')}>
        <Jobs bulks={bulks} onChoose={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

function Jobs({ bulks, onChoose }: { bulks: BulkProcess[]; onChoose?: () => void }) {
  return (
    <ul className="grid gap-3">
      {bulks.map((bulk) => (
        <li key={bulk.bulkId}>
          <Job bulk={bulk} {...(onChoose ? { onChoose } : {})} />
        </li>
      ))}
    </ul>
  )
}

function Job({ bulk, onChoose }: { bulk: BulkProcess; onChoose?: () => void }) {
  const { bulkId, submittedItemsCount: count } = bulk
  // The stream keeps the counts true; this reads them once.
  const { data } = useQuery(bulkQueries.detail(bulkId))
  const done = data ? doneOf(data) : 0
  const status = isOpen(bulk.status) ? bulk.status : 'RUNNING'
  const what = t('jobs.name', { kind: bulkKind(bulk.operation), count })
  return (
    <Link
      to="/bulks/$bulkId"
      params={{ bulkId }}
      {...(onChoose ? { onClick: onChoose } : {})}
      className="-mx-2 block rounded-control px-2 py-1 hover:bg-paper"
    >
      <span className="flex justify-between gap-2 text-small">
        <span className="figures">{what}</span>
        <span className="text-ink-soft">{t(`jobs.${status}`)}</span>
      </span>
      {status !== 'SUBMITTED' && (
        <>
          <Progress
            className="mt-1.5"
            label={t('jobs.progressOf', { what })}
            value={count === 0 ? 0 : done / count}
            text={t('jobs.progress', { done, count })}
            tone={status === 'PAUSED' ? 'wait' : 'accent'}
          />
          <span className="figures mt-1 block text-ink-soft text-micro">{t('jobs.progress', { done, count })}</span>
        </>
      )}
    </Link>
  )
}

const isOpen = (status: string): status is OpenState =>
  status === 'RUNNING' || status === 'PAUSED' || status === 'SUBMITTED'

/** Rows that will not be touched again. */
export function doneOf({ operationStatusCounts }: BulkProcessDetails): number {
  const left = new Set(['SUBMITTED', 'RUNNING'])
  return operationStatusCounts.reduce((sum, { status, count }) => (left.has(status) ? sum : sum + count), 0)
}
