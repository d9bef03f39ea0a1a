import { Link } from '@tanstack/react-router'
import { Instant } from '@/components/feedback/instant'
import { Money } from '@/components/feedback/money'
import { StateBadge } from '@/components/feedback/state-badge'
import { describeEntry } from '@/components/statement/describe-entry'
import { t as statementText } from '@/components/statement/text'
import type { Movement } from '../movements'
import { t } from '../text'

/** One movement: what it was, on which account, when, how much. A transfer leads to itself, a booking to its account. */
export function MovementRow({ movement }: { movement: Movement }) {
  const { account, amount, at, entry, to } = movement
  const words = describeEntry(entry)
  const title = to ? statementText('betweenOwn', { from: account.friendlyName, to: to.friendlyName }) : words.title
  const isTransfer = entry.transactionId.type === 'TRANSFER'
  const look = 'block truncate font-medium hover:underline hover:underline-offset-4'
  return (
    <li className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 py-2">
      <div className="min-w-0">
        {isTransfer ? (
          <Link to="/transfers/$transferId" params={{ transferId: entry.transactionId.id }} className={look}>
            {title}
          </Link>
        ) : (
          <Link to="/accounts/$accountId" params={{ accountId: account.id }} className={look}>
            {title}
          </Link>
        )}
        <p className="flex min-w-0 gap-x-1 text-ink-soft text-small">
          <Instant at={at} />
          {!to && <span className="truncate">· {account.friendlyName}</span>}
          {words.detail && <span className="truncate max-sm:hidden">· {words.detail}</span>}
        </p>
      </div>
      <div className="text-right">
        <Money value={amount} signed={!to} />
        {entry.entryState === 'PENDING' && (
          <div className="text-small">
            <StateBadge tone="wait">{t('pending')}</StateBadge>
          </div>
        )}
      </div>
    </li>
  )
}
