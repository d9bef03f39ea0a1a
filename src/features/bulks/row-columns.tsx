import type { BulkProcessOperation } from '#contract/bulks'
import type { Column } from '@/components/data-table/column'
import { Money } from '@/components/feedback/money'
import { RowState } from './components/bulk-state'
import type { BulkKind } from './kinds'
import { rowSentences } from './messages'
import { failureCode } from './monitor/failures'
import { readRow } from './monitor/read-row'
import { t } from './text'

type RowColumns = readonly Column<BulkProcessOperation>[]
/** The name of an account or a person; the id where none is known. */
type NameOf = (id: string) => string

const sequence: Column<BulkProcessOperation> = {
  id: 'sequence',
  header: t('sequence'),
  always: true,
  priority: 1,
  cell: ({ sequence }) => <span className="figures">{sequence}</span>,
}
const outcome: Column<BulkProcessOperation> = {
  id: 'outcome',
  header: t('outcome'),
  always: true,
  priority: 2,
  cell: (row) => <Outcome row={row} />,
}

const transferColumns = (nameOf: NameOf): RowColumns => [
  sequence,
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
  outcome,
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

const invitationColumns = (nameOf: NameOf): RowColumns => [
  sequence,
  { id: 'person', header: t('person'), priority: 1, cell: ({ path }) => nameOf(invited(path)) },
  outcome,
]

/** The user in the path of the call that a row stands for, `/users/7/invite`. */
const invited = (path: string): string => /\/users\/([^/]+)\/invite$/.exec(path)?.[1] ?? path

/** What there is to say of a row, by what the bulk is of. */
export const rowColumns: Record<BulkKind, (nameOf: NameOf) => RowColumns> = {
  transfers: transferColumns,
  invitations: invitationColumns,
  rows: () => [sequence, outcome],
}

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
