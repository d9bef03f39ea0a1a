import { Link } from '@tanstack/react-router'
import type { EveryAccount } from '@/api/queries/accounts'
import { useWhyNoAccount } from '@/api/why-no-account'
import { EmptyState } from '@/components/feedback/empty-state'
import { Money } from '@/components/feedback/money'
import { GatedLink } from '@/components/form/gated-link'
import { Section } from '@/components/layout/section'
import { buttonClass } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { useWords } from '@/lib/faces'
import { t } from '../text'
import { type CurrencyTotal, totalsByCurrency } from '../totals'

/** What there is, per currency: different currencies are never added up. */
export function Balances({ accounts, count, complete }: EveryAccount) {
  const whyNoAccount = useWhyNoAccount()
  const say = useWords(t)
  const totals = totalsByCurrency(accounts)
  if (totals.length === 0)
    return (
      <EmptyState
        title={t('noAccounts')}
        text={t('noAccountsText')}
        action={
          <GatedLink to="/accounts/new" variant="primary" reason={whyNoAccount}>
            {t('newAccount')}
          </GatedLink>
        }
      />
    )
  return (
    <Section
      title={say('balances')}
      actions={
        <Link to="/accounts" className={buttonClass({ variant: 'link', size: 'sm' })}>
          {t('allAccounts')}
        </Link>
      }
    >
      <div className={grid}>
        {totals.map((total) => (
          <Total key={total.currency} total={total} />
        ))}
      </div>
      {!complete && <p className="mt-3 text-ink-soft text-small">{t('partOnly', { shown: accounts.length, count })}</p>}
    </Section>
  )
}

const grid = 'grid gap-x-8 border-rule sm:gap-y-6 border-t sm:grid-cols-2 lg:grid-cols-3'

function Total({ total: { currency, accounts, available, actual, blocked } }: { total: CurrencyTotal }) {
  const money = (amount: number) => <Money value={{ currency, amount }} />
  return (
    <Link to="/accounts" search={{ currency }} className="group border-rule pt-4 max-sm:border-b max-sm:pb-4">
      <p className="text-ink-soft text-small group-hover:underline group-hover:underline-offset-4">
        {t('balancesOf', { currency, count: accounts })}
      </p>
      <p className="mt-1 font-medium text-page tracking-tight">{money(available)}</p>
      <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-4 text-small">
        <Line term={useWords(t)('actual')}>{money(actual)}</Line>
        {blocked !== 0 && <Line term={t('blocked')}>{money(blocked)}</Line>}
      </dl>
    </Link>
  )
}

function Line({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{term}</dt>
      <dd className="text-right">{children}</dd>
    </>
  )
}

/** Keeps the place of three currencies, the most that fits in a row. */
export function BalancesSkeleton() {
  const say = useWords(t)
  return (
    <Section title={say('balances')}>
      <p role="status" className="sr-only">
        {t('loadingBalances')}
      </p>
      <div className={grid}>
        {['first', 'second', 'third'].map((place) => (
          <div key={place} className="space-y-3 pt-4">
            <Skeleton className="w-32" />
            <Skeleton className="h-7 w-48" />
            <Skeleton className="w-full" />
          </div>
        ))}
      </div>
    </Section>
  )
}
