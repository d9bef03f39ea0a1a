import type { Proposal } from '#contract/console/proposals'
import type { Column } from '@/components/data-table/column'
import { Instant } from '@/components/feedback/instant'
import { Money } from '@/components/feedback/money'
import { PaymentName } from './components/payment-name'
import { ProposalStateBadge } from './components/proposal-state'
import { t } from './text'

export const proposalColumns: readonly Column<Proposal>[] = [
  {
    id: 'payment',
    header: t('payment'),
    always: true,
    priority: 1,
    cell: (proposal) => (
      <span className="font-medium">
        <PaymentName proposal={proposal} />
      </span>
    ),
  },
  { id: 'state', header: t('state'), priority: 2, cell: ({ state }) => <ProposalStateBadge state={state} /> },
  {
    id: 'amount',
    header: t('amount'),
    align: 'end',
    always: true,
    priority: 1,
    cell: ({ totals }) =>
      totals.length === 0 ? (
        <span className="text-ink-soft">{t('unknownAmount')}</span>
      ) : (
        totals.map((total) => (
          <span key={total.currency} className="block">
            <Money value={total} />
          </span>
        ))
      ),
  },
  { id: 'maker', header: t('maker'), priority: 2, cell: ({ maker }) => maker.name },
  { id: 'asked', header: t('asked'), priority: 3, cell: ({ createdAt }) => <Instant at={createdAt} /> },
  {
    id: 'expires',
    header: t('expires'),
    priority: 2,
    cell: ({ state, expiresAt }) => state === 'PENDING' && <Instant at={expiresAt} />,
  },
]
