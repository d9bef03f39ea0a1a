import type { FeeTransaction } from '#contract/fees'
import type { Column } from '@/components/data-table/column'
import { Instant } from '@/components/feedback/instant'
import { Money } from '@/components/feedback/money'
import { StateBadge } from '@/components/feedback/state-badge'
import { TakenFrom } from './components/taken-from'
import { t } from './text'

const tones = { PENDING: 'wait', COMPLETED: 'good', CANCELLED: 'neutral', REVERSED: 'info' } as const

export const feeColumns: readonly Column<FeeTransaction>[] = [
  {
    id: 'fee',
    header: t('fee'),
    always: true,
    priority: 1,
    cell: ({ feeType, description }) => <span className="font-medium">{description ?? t(`type.${feeType}`)}</span>,
  },
  {
    id: 'status',
    header: t('status'),
    priority: 2,
    cell: ({ status }) => <StateBadge tone={tones[status]}>{t(`status.${status}`)}</StateBadge>,
  },
  {
    id: 'source',
    header: t('takenFrom'),
    priority: 2,
    cell: ({ instrument }) => <TakenFrom instrument={instrument} />,
  },
  {
    id: 'amount',
    header: t('amount'),
    align: 'end',
    always: true,
    priority: 1,
    cell: ({ amount }) => <Money value={amount} />,
  },
  { id: 'when', header: t('when'), priority: 2, cell: ({ creationTimestamp }) => <Instant at={creationTimestamp} /> },
]
