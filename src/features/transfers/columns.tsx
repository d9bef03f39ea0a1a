import type { Transfer } from '#contract/transfers'
import type { Column } from '@/components/data-table/column'
import { Instant } from '@/components/feedback/instant'
import { Money } from '@/components/feedback/money'
import { InstrumentName } from './components/instrument-name'
import { TransferStateBadge } from './components/transfer-state-badge'
import { t } from './text'

export const transferColumns: readonly Column<Transfer>[] = [
  {
    id: 'route',
    header: t('route'),
    always: true,
    priority: 1,
    cell: ({ source, destination }) => (
      <span className="font-medium">
        <InstrumentName instrument={source} /> → <InstrumentName instrument={destination} />
      </span>
    ),
  },
  { id: 'state', header: t('state'), priority: 1, cell: ({ state }) => <TransferStateBadge state={state} /> },
  {
    id: 'amount',
    header: t('amount'),
    align: 'end',
    always: true,
    priority: 1,
    cell: ({ destinationAmount }) => <Money value={destinationAmount} />,
  },
  {
    id: 'created',
    header: t('created'),
    priority: 2,
    cell: ({ creationTimestamp }) => <Instant at={creationTimestamp} />,
  },
  {
    id: 'scheduled',
    header: t('scheduled'),
    priority: 2,
    cell: ({ scheduledTimestamp }) => scheduledTimestamp && <Instant at={Number(scheduledTimestamp)} />,
  },
  {
    id: 'description',
    header: t('description'),
    priority: 3,
    cell: ({ description }) =>
      description && <span className="line-clamp-1 max-w-56 text-ink-soft">{description}</span>,
  },
]
