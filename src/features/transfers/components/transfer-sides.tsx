import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { InstrumentId } from '#contract/common'
import type { Transfer } from '#contract/transfers'
import { accountQueries } from '@/api/queries/accounts'
import { Money } from '@/components/feedback/money'
import { Section } from '@/components/layout/section'
import { Skeleton } from '@/components/ui/skeleton'
import { balanceChange, bookedAt, bookingQuery } from '../booking'
import { t } from '../text'
import { InstrumentName } from './instrument-name'

/** Both accounts, each with what the transfer did to it. */
export function TransferSides({ transfer }: { transfer: Transfer }) {
  return (
    <Section title={t('accountsTitle')}>
      <div className="grid border-rule border-y max-sm:divide-y sm:grid-cols-2 sm:divide-x divide-rule">
        <Side label={t('from')} instrument={transfer.source} transfer={transfer} className="sm:pr-8" />
        <Side label={t('to')} instrument={transfer.destination} transfer={transfer} className="sm:pl-8" />
      </div>
    </Section>
  )
}

type SideProps = { label: string; instrument: InstrumentId; transfer: Transfer; className: string }

function Side({ label, instrument, transfer, className }: SideProps) {
  const at = bookedAt(transfer)
  return (
    <div className={`py-4 ${className}`}>
      <p className="text-ink-soft text-small">{label}</p>
      <p className="font-medium text-lead">
        {instrument.type === 'managed_accounts' ? (
          <Link
            to="/accounts/$accountId"
            params={{ accountId: instrument.id }}
            className="hover:underline hover:underline-offset-4"
          >
            <InstrumentName instrument={instrument} />
          </Link>
        ) : (
          <InstrumentName instrument={instrument} />
        )}
      </p>
      {instrument.type === 'managed_accounts' &&
        (at === undefined ? (
          <BalanceNow accountId={instrument.id} />
        ) : (
          <Change accountId={instrument.id} transferId={transfer.id} at={at} />
        ))}
    </div>
  )
}

function Change({ accountId, transferId, at }: { accountId: string; transferId: string; at: number }) {
  const { data, isPending } = useQuery(accountQueries.statement(accountId, bookingQuery(at)))
  const change = data && balanceChange(data, transferId)
  if (isPending) return <Skeleton className="mt-3 w-48" />
  // Where the books do not tell (too many bookings at that instant), what there is now has to do.
  if (!change) return <BalanceNow accountId={accountId} />
  return (
    <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-6">
      <dt className="text-ink-soft">{t('balanceBefore')}</dt>
      <dd className="text-right sm:text-left">
        <Money value={change.before} />
      </dd>
      <dt className="text-ink-soft">{t('balanceAfter')}</dt>
      <dd className="text-right font-medium sm:text-left">
        <Money value={change.after} />
      </dd>
    </dl>
  )
}

function BalanceNow({ accountId }: { accountId: string }) {
  const { data } = useQuery(accountQueries.detail(accountId))
  if (!data) return <Skeleton className="mt-3 w-48" />
  return (
    <p className="mt-2">
      <span className="text-ink-soft">{t('balanceNow')}</span>{' '}
      <Money value={{ currency: data.currency, amount: data.balances.availableBalance }} />
    </p>
  )
}
