import type { ManagedAccount } from '#contract/managed-accounts'
import { Money } from '@/components/feedback/money'
import { t } from '../text'

/** What can be spent, large; what the books hold, and the difference where there is one. */
export function AccountBalances({ account: { currency, balances } }: { account: ManagedAccount }) {
  const { availableBalance, actualBalance } = balances
  const held = actualBalance - availableBalance
  return (
    <section aria-label={t('balances')} className="flex flex-wrap items-end gap-x-12 gap-y-4">
      <Figure term={t('availableLong')} amount={availableBalance} currency={currency} large />
      <Figure term={t('actualLong')} amount={actualBalance} currency={currency} />
      {held !== 0 && <Figure term={t('held')} amount={held} currency={currency} />}
    </section>
  )
}

type FigureProps = { term: string; amount: number; currency: string; large?: boolean }

function Figure({ term, amount, currency, large = false }: FigureProps) {
  return (
    <div>
      <p className="text-ink-soft text-small">{term}</p>
      <p className={large ? 'font-medium text-page tracking-tight sm:text-figure' : 'pb-0.5 text-title'}>
        <Money value={{ currency, amount }} />
      </p>
    </div>
  )
}
