import { useQuery } from '@tanstack/react-query'
import type { InstrumentId } from '#contract/common'
import { managedAccountsGet } from '#contract/managed-accounts'
import { useAccess } from '@/api/access'
import { accountQueries, type EveryAccount } from '@/api/queries/accounts'
import { t } from '../text'

/** The name of one side of a transfer; the API gives only its id, the accounts are held anyway. */
export function InstrumentName({ instrument }: { instrument: InstrumentId }) {
  const { may } = useAccess()
  const { data } = useQuery({ ...accountQueries.every(), enabled: may(managedAccountsGet.permission) })
  return instrumentName(instrument, data)
}

/** Cards and accounts that are not held here are called by the end of their id. */
export function instrumentName({ id, type }: InstrumentId, every: EveryAccount | undefined): string {
  const ending = `…${id.slice(-4)}`
  if (type === 'managed_cards') return t('card', { id: ending })
  return every?.accounts.find((account) => account.id === id)?.friendlyName ?? t('unknownAccount', { id: ending })
}
