import type { BulkProcess } from '#contract/bulks'
import type { Column } from '@/components/data-table/column'
import { Instant } from '@/components/feedback/instant'
import { BulkProgress } from './components/bulk-progress'
import { BulkState } from './components/bulk-state'
import { bulkKind } from './kinds'
import { t } from './text'

const count = new Intl.NumberFormat('en-GB')

export function kindOf(operation: string): string {
  const kind = bulkKind(operation)
  if (kind === 'rows') return t('kindOther', { path: operation })
  return kind === 'transfers' ? t('kindTransfers') : t('kindInvitations')
}

export const bulkColumns: readonly Column<BulkProcess>[] = [
  {
    id: 'bulk',
    header: t('bulk'),
    always: true,
    priority: 1,
    cell: ({ bulkId, operation }) => (
      <>
        {kindOf(operation)} <span className="figures font-normal text-ink-soft">{bulkId}</span>
      </>
    ),
  },
  { id: 'state', header: t('state'), always: true, priority: 2, cell: ({ status }) => <BulkState status={status} /> },
  {
    id: 'progress',
    header: t('progress'),
    priority: 2,
    cell: (bulk) => <BulkProgress bulk={bulk} />,
  },
  {
    id: 'rows',
    header: t('rows'),
    align: 'end',
    priority: 2,
    cell: ({ submittedItemsCount }) => count.format(submittedItemsCount),
  },
  {
    id: 'started',
    header: t('started'),
    priority: 3,
    cell: ({ executionStart }) =>
      executionStart ? <Instant at={executionStart} /> : <span className="text-ink-soft">{t('notStarted')}</span>,
  },
  {
    id: 'ended',
    header: t('ended'),
    priority: 3,
    cell: ({ executionFinish }) => executionFinish && <Instant at={executionFinish} />,
  },
]
