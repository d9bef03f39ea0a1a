import { managedAccountsGet } from '#contract/managed-accounts'
import { useAccess } from '@/api/access'
import { accountQueries } from '@/api/queries/accounts'

/** A proposal has ids of accounts; their names are held by whoever may see accounts. */
export function useAccountNames() {
  const { may } = useAccess()
  return { ...accountQueries.every(), enabled: may(managedAccountsGet.permission) }
}
