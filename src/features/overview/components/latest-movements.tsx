import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ManagedAccount, managedAccountStatement } from '#contract/managed-accounts'
import { transfersGet } from '#contract/transfers'
import { useAccess } from '@/api/access'
import { accountQueries } from '@/api/queries/accounts'
import { EmptyState } from '@/components/feedback/empty-state'
import { ErrorView } from '@/components/feedback/error-view'
import { Section } from '@/components/layout/section'
import { buttonClass } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { useWords } from '@/lib/faces'
import { accountsToRead, mergeMovements, mostMovements } from '../movements'
import { t } from '../text'
import { MovementRow } from './movement-row'

type Props = { accounts: readonly ManagedAccount[]; count: number }

/** The newest bookings across accounts; says which accounts it covers. */
export function LatestMovements({ accounts, count }: Props) {
  const say = useWords(t)
  const read = accountsToRead(accounts)
  const { may } = useAccess()
  const enabled = may(managedAccountStatement.permission)
  const statements = useQueries({
    queries: read.map(({ id }) => ({
      ...accountQueries.statement(id, { limit: mostMovements, orderByTimestamp: 'DESC' }),
      enabled,
    })),
  })
  if (read.length === 0 || !enabled) return null
  if (statements.some(({ isPending }) => isPending)) return <MovementsSkeleton />
  const failed = statements.filter(({ data }) => !data)
  const [failure] = failed
  const movements = mergeMovements(
    read.map((account, index) => ({ account, entries: statements[index]?.data?.entry ?? [] })),
  )
  const living = count - accounts.filter(({ state }) => state.state === 'DESTROYED').length
  return (
    <Section
      title={say('movements')}
      actions={
        may(transfersGet.permission) && (
          <Link to="/transfers" className={buttonClass({ variant: 'link', size: 'sm' })}>
            {t('allTransfers')}
          </Link>
        )
      }
    >
      {failure && (
        <ErrorView
          error={failure.error}
          title={t('movementsPartly', { failed: failed.length })}
          onRetry={() => void Promise.all(failed.map(({ refetch }) => refetch()))}
        />
      )}
      {movements.length === 0 ? (
        !failure && <EmptyState title={t('noMovements')} text={t('noMovementsText')} />
      ) : (
        <>
          <ul className="divide-y divide-rule border-rule border-y">
            {movements.map((movement) => (
              <MovementRow key={movement.key} movement={movement} />
            ))}
          </ul>
          <p className="mt-2 text-ink-soft text-small">
            {living > read.length
              ? t('movementsOfSome', { read: read.length, count: living })
              : t('movementsOfAll', { count: movements.length })}
          </p>
        </>
      )}
    </Section>
  )
}

/** As high as the list that follows. */
export function MovementsSkeleton() {
  const say = useWords(t)
  return (
    <Section title={say('movements')}>
      <p role="status" className="sr-only">
        {t('loadingMovements')}
      </p>
      <div aria-hidden className="divide-y divide-rule border-rule border-y">
        {Array.from({ length: mostMovements }, (_, row) => row).map((row) => (
          <div key={row} className="flex h-14 items-center justify-between gap-6">
            <Skeleton className="w-1/2" />
            <Skeleton className="w-28" />
          </div>
        ))}
      </div>
    </Section>
  )
}
