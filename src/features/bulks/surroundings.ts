import type { ManagedAccount } from '#contract/managed-accounts'
import { gatewayNow } from '@/api/session-clock'
import { localZone } from '@/lib/dates'
import { pageConfig } from '@/lib/page-config'
import type { KnownAccount } from './forms/account-book'
import type { Surroundings } from './import/protocol'

/** An account as the checks need it. */
export const toKnownAccount = ({ id, friendlyName, currency, state, balances }: ManagedAccount): KnownAccount => ({
  id,
  name: friendlyName,
  currency,
  state: state.state,
  available: balances.availableBalance,
})

/** What the worker has to be told: it neither reads the page nor calls the API. */
export const surroundingsOf = (accounts: readonly ManagedAccount[]): Surroundings => ({
  accounts: accounts.map(toKnownAccount),
  currencies: pageConfig().currencies,
  now: gatewayNow(),
  zone: localZone(),
})
