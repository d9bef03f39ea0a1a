import { Link } from '@tanstack/react-router'
import type { ManagedAccount } from '#contract/managed-accounts'
import type { StatementEntry } from '#contract/statements'
import { AccountState } from '@/components/accounts/account-state'
import type { Column } from '@/components/data-table/column'
import { Instant } from '@/components/feedback/instant'
import { Money } from '@/components/feedback/money'
import { StateBadge } from '@/components/feedback/state-badge'
import { bookedAmount, describeEntry, entryTypeLabel } from '@/components/statement/describe-entry'
import { IbanState } from './components/iban-state'
import { t } from './text'

export const accountColumns: readonly Column<ManagedAccount>[] = [
  {
    id: 'name',
    header: t('name'),
    always: true,
    priority: 1,
    cell: ({ friendlyName }) => <span className="font-medium">{friendlyName}</span>,
  },
  { id: 'state', header: t('state'), priority: 1, cell: ({ state }) => <AccountState state={state} /> },
  {
    id: 'available',
    header: t('available'),
    align: 'end',
    always: true,
    priority: 1,
    cell: ({ currency, balances }) => <Money value={{ currency, amount: balances.availableBalance }} />,
  },
  {
    id: 'actual',
    header: t('actual'),
    align: 'end',
    priority: 2,
    cell: ({ currency, balances }) => <Money value={{ currency, amount: balances.actualBalance }} />,
  },
  { id: 'iban', header: t('iban'), priority: 2, cell: (account) => <IbanState account={account} /> },
  {
    id: 'tag',
    header: t('tag'),
    priority: 3,
    cell: ({ tag }) => tag && <span className="text-ink-soft">{tag}</span>,
  },
]

export const movementColumns: readonly Column<StatementEntry>[] = [
  {
    id: 'movement',
    header: t('movement'),
    always: true,
    priority: 1,
    cell: (entry) => <MovementCell entry={entry} />,
  },
  {
    id: 'date',
    header: t('date'),
    always: true,
    priority: 2,
    cell: ({ processedTimestamp }) => <Instant at={processedTimestamp} />,
  },
  {
    id: 'kind',
    header: t('kind'),
    priority: 3,
    cell: ({ transactionId }) => <span className="text-ink-soft">{entryTypeLabel(transactionId.type)}</span>,
  },
  {
    id: 'amount',
    header: t('amount'),
    align: 'end',
    always: true,
    priority: 1,
    cell: (entry) => <Money value={bookedAmount(entry)} signed />,
  },
  {
    id: 'balance',
    header: t('balanceAfter'),
    align: 'end',
    priority: 2,
    cell: ({ actualBalanceAfter, balanceAfter }) => {
      const after = actualBalanceAfter ?? balanceAfter
      return after && <Money value={after} />
    },
  },
]

function MovementCell({ entry }: { entry: StatementEntry }) {
  const { title, detail } = describeEntry(entry)
  return (
    <span className="block min-w-0">
      {entry.transactionId.type === 'TRANSFER' ? (
        <Link
          to="/transfers/$transferId"
          params={{ transferId: entry.transactionId.id }}
          className="underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
        >
          {title}
        </Link>
      ) : (
        title
      )}
      {entry.entryState === 'PENDING' && (
        <StateBadge tone="wait" className="ml-3">
          {t('pending')}
        </StateBadge>
      )}
      {detail && <span className="block font-normal text-ink-soft text-small">{detail}</span>}
    </span>
  )
}
