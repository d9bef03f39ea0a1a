import { Link } from '@tanstack/react-router'
import type { ManagedAccount } from '#contract/managed-accounts'
import { useStateLabel } from '@/components/accounts/account-state'
import { Money } from '@/components/feedback/money'
import { Notice } from '@/components/feedback/notice'
import { t } from '../text'
import { needingAttention } from '../totals'

const most = 3

/** Blocked accounts, named: nobody should have to look for them. */
export function Attention({ accounts }: { accounts: readonly ManagedAccount[] }) {
  const stateLabel = useStateLabel()
  const blocked = needingAttention(accounts)
  if (blocked.length === 0) return null
  return (
    <Notice tone="wait" title={t('attention', { count: blocked.length })} className="mb-8">
      <p className="text-ink-soft">{t('attentionText')}</p>
      <ul className="mt-1">
        {blocked.slice(0, most).map(({ id, friendlyName, currency, balances, state }) => (
          <li key={id} className="flex flex-wrap gap-x-3 py-0.5">
            <Link
              to="/accounts/$accountId"
              params={{ accountId: id }}
              className="font-medium underline underline-offset-4"
            >
              {friendlyName}
            </Link>
            <span className="text-ink-soft">{stateLabel(state)}</span>
            <Money value={{ currency, amount: balances.actualBalance }} />
          </li>
        ))}
      </ul>
      {blocked.length > most && (
        <Link to="/accounts" search={{ state: 'BLOCKED' }} className="underline underline-offset-4">
          {t('andMore', { count: blocked.length - most })}
        </Link>
      )}
    </Notice>
  )
}
