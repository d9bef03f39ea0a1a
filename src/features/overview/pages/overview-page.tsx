import { useQuery } from '@tanstack/react-query'
import { bulksTransferCreate } from '#contract/bulks'
import { managedAccountsGet } from '#contract/managed-accounts'
import { transferCreate } from '#contract/transfers'
import { useAccess } from '@/api/access'
import { useFace } from '@/api/face'
import { accountQueries } from '@/api/queries/accounts'
import { useWhyNoAccount } from '@/api/why-no-account'
import { ErrorView } from '@/components/feedback/error-view'
import { GatedLink } from '@/components/form/gated-link'
import { Page } from '@/components/layout/page'
import { useWords } from '@/lib/faces'
import { Attention } from '../components/attention'
import { Balances, BalancesSkeleton } from '../components/balances'
import { LatestMovements, MovementsSkeleton } from '../components/latest-movements'
import { RunningBulks } from '../components/running-bulks'
import { t } from '../text'

/** Where things stand: what needs a person, what there is, what moved, what is running. */
export function OverviewPage() {
  const { whyNot } = useAccess()
  const say = useWords(t)
  const unseen = whyNot(managedAccountsGet.permission)
  const every = useQuery({ ...accountQueries.every(), enabled: unseen === undefined })
  return (
    <Page title={say('title')} actions={<QuickActions />}>
      {unseen ? (
        <>
          <p className="mb-8 max-w-prose text-ink-soft">{unseen}</p>
          <RunningBulks />
        </>
      ) : every.data ? (
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
  const { whyNot } = useAccess()
  const whyNoAccount = useWhyNoAccount()
  const say = useWords(t)
  const face = useFace()
  return (
    <>
      <GatedLink to="/accounts/new" variant="ghost" className="max-sm:hidden" reason={whyNoAccount}>
        {t('newAccount')}
      </GatedLink>
      {face === 'company' && (
        <GatedLink to="/bulks/new" reason={whyNot(bulksTransferCreate.permission)}>
          {t('newBulk')}
        </GatedLink>
      )}
      <GatedLink to="/transfers/new" variant="primary" reason={whyNot(transferCreate.permission)}>
        {say('newTransfer')}
      </GatedLink>
    </>
  )
}
