import { useQuery } from '@tanstack/react-query'
import type { InstrumentId } from '#contract/common'
import { managedAccountsGet } from '#contract/managed-accounts'
import { managedCardsGet } from '#contract/managed-cards'
import { useAccess } from '@/api/access'
import { accountQueries } from '@/api/queries/accounts'
import { cardQueries } from '@/api/queries/cards'

/** What a fee can be taken from: it has money of its own and is not closed. */
export type Source = InstrumentId & { name: string; currency: string; available: number }

/** Accounts and prepaid cards that the person may see; a debit card has no money of its own. */
export function useSources() {
  const { may } = useAccess()
  const accounts = useQuery({ ...accountQueries.every(), enabled: may(managedAccountsGet.permission) })
  const cards = useQuery({ ...cardQueries.every(), enabled: may(managedCardsGet.permission) })
  const reads = [accounts, cards]
  const sources: Source[] = []
  for (const { id, friendlyName: name, currency, balances, state } of accounts.data?.accounts ?? []) {
    if (state.state === 'DESTROYED') continue
    sources.push({ type: 'managed_accounts', id, name, currency, available: balances.availableBalance })
  }
  for (const card of cards.data?.cards ?? []) {
    const { id, friendlyName: name, currency, balances, state } = card
    if (!balances || state.state === 'DESTROYED') continue
    sources.push({ type: 'managed_cards', id, name, currency, available: balances.availableBalance })
  }
  return {
    sources,
    loading: reads.some(({ isLoading }) => isLoading),
    error: reads.find(({ error }) => error)?.error,
    retry: () => {
      for (const read of reads) if (read.error) void read.refetch()
    },
  }
}
