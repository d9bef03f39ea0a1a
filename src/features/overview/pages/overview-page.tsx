import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { accountQueries } from '@/api/queries/accounts'
import { ErrorView } from '@/components/feedback/error-view'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { Attention } from '../components/attention'
import { Balances, BalancesSkeleton } from '../components/balances'
import { LatestMovements, MovementsSkeleton } from '../components/latest-movements'
import { RunningBulks } from '../components/running-bulks'
import { t } from '../text'

/** Where things stand: what needs a person, what there is, what moved, what is running. */
export function OverviewPage() {
  const every = useQuery(accountQueries.every())
  return (
    <Page title={t('title')} actions={<QuickActions />}>
      {every.data ? (
        <>
          <Attention accounts={every.data.accounts} />
          <Balances {...every.data} />
          <RunningBulks />
          <LatestMovements accounts={every.data.accounts} count={every.data.count} />
        </>
      ) : every.error ? (
        <ErrorView error={every.error} onRetry={() => void every.refetch()} busy={every.isFetching} />
      ) : (
        <>
          <BalancesSkeleton />
          <MovementsSkeleton />
        </>
      )}
    </Page>
  )
}

function QuickActions() {
  return (
    <>
      <Link to="/accounts/new" className={buttonClass({ variant: 'ghost', className: 'max-sm:hidden' })}>
        {t('newAccount')}
      </Link>
      <Link to="/bulks/new" className={buttonClass({})}>
        {t('newBulk')}
      </Link>
      <Link to="/transfers/new" className={buttonClass({ variant: 'primary' })}>
        {t('newTransfer')}
      </Link>
    </>
  )
}
