import type { Authorisation } from '#contract/console/authorisations'
import type { Column } from '@/components/data-table/column'
import { Instant } from '@/components/feedback/instant'
import { Money } from '@/components/feedback/money'
import { Decision, howText, tookText } from './components/decision'
import { t } from './text'

export const authorisationColumns: readonly Column<Authorisation>[] = [
  {
    id: 'payment',
    header: t('payment'),
    always: true,
    priority: 1,
    cell: ({ party, kind, credit }) => <span className="font-medium">{party || t(credit ? 'credit' : kind)}</span>,
  },
  { id: 'decision', header: t('decision'), priority: 1, cell: ({ state }) => <Decision state={state} /> },
  {
    id: 'amount',
    header: t('amount'),
    align: 'end',
    always: true,
    priority: 1,
    cell: ({ amount }) => <Money value={amount} />,
  },
  { id: 'how', header: t('how'), priority: 2, cell: (row) => <span className="text-ink-soft">{howText(row)}</span> },
  {
    id: 'reason',
    header: t('reason'),
    priority: 2,
    cell: ({ reason }) => reason && <span className="line-clamp-1 max-w-56 text-ink-soft">{reason}</span>,
  },
  { id: 'when', header: t('when'), priority: 2, cell: ({ at }) => <Instant at={at} /> },
  {
    id: 'took',
    header: t('took'),
    align: 'end',
    priority: 3,
    cell: (row) => <span className="figures whitespace-nowrap text-ink-soft">{tookText(row)}</span>,
  },
  {
    id: 'kind',
    header: t('kind'),
    priority: 3,
    cell: ({ kind, credit }) => <span className="whitespace-nowrap">{t(credit ? 'credit' : kind)}</span>,
  },
]
