import { useQuery } from '@tanstack/react-query'
import type { InstrumentId } from '#contract/common'
import { managedAccountsGet } from '#contract/managed-accounts'
import { useAccess } from '@/api/access'
import { accountQueries } from '@/api/queries/accounts'
import { t } from '../text'

/** The account by its name where the person may see it. */
export function TakenFrom({ instrument }: { instrument: InstrumentId }) {
  const { may } = useAccess()
  const isAccount = instrument.type === 'managed_accounts'
  const { data } = useQuery({ ...accountQueries.every(), enabled: isAccount && may(managedAccountsGet.permission) })
  const account = data?.accounts.find(({ id }) => id === instrument.id)
  return account?.friendlyName ?? t(isAccount ? 'anAccount' : 'aCard')
}
