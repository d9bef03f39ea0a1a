import type { ManagedAccount } from '#contract/managed-accounts'
import { t } from '../text'

/** What the earlier steps decided, kept in sight. */
export function BothAccounts({ source, destination }: { source: ManagedAccount; destination: ManagedAccount }) {
  return (
    <dl className="grid grid-cols-2 divide-x divide-rule border-rule border-y">
      <div className="min-w-0 py-2 pr-4">
        <dt className="text-ink-soft text-small">{t('payFrom')}</dt>
        <dd className="truncate font-medium">{source.friendlyName}</dd>
      </div>
      <div className="min-w-0 py-2 pl-4">
        <dt className="text-ink-soft text-small">{t('payTo')}</dt>
        <dd className="truncate font-medium">{destination.friendlyName}</dd>
      </div>
    </dl>
  )
}
