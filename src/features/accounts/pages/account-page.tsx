import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { accountQueries } from '@/api/queries/accounts'
import { AccountState } from '@/components/accounts/account-state'
import { AbsentPage } from '@/components/layout/absent-page'
import { Page } from '@/components/layout/page'
import { AccountActions } from '../components/account-actions'
import { AccountBalances } from '../components/account-balances'
import { AccountFacts } from '../components/account-facts'
import { AccountSkeleton } from '../components/account-skeleton'
import { IbanPanel } from '../components/iban-panel'
import { Movements } from '../components/movements'
import { StateNotice } from '../components/state-notice'
import { t } from '../text'

const route = getRouteApi('/_app/accounts/$accountId')

/** One account: what is on it, whether it can be used, how money gets to it, what moved. */
export function AccountPage() {
  const { accountId } = route.useParams()
  const query = useQuery(accountQueries.detail(accountId))
  const { data: account } = query
  const back = { to: '/accounts', label: t('back') } as const
  if (!account) {
    const words = { loading: t('loadingAccount'), notFound: t('notFound'), notLoaded: t('notLoaded') }
    return (
      <AbsentPage title={t('accountTitle')} back={back} query={query} words={words} skeleton={<AccountSkeleton />} />
    )
  }
  return (
    <Page
      key={account.id}
      title={account.friendlyName}
      subtitle={<AccountState state={account.state} />}
      back={back}
      actions={<AccountActions account={account} />}
    >
      <StateNotice account={account} />
      <AccountBalances account={account} />
      <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-2">
        {account.state.state !== 'DESTROYED' && (
          <div className="min-w-0">
            <IbanPanel account={account} />
          </div>
        )}
        <div className="min-w-0">
          <AccountFacts account={account} />
        </div>
      </div>
      <Movements account={account} />
    </Page>
  )
}
