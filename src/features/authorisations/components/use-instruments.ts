import { useQuery } from '@tanstack/react-query'
import type { AuthorisationKind } from '#contract/console/authorisation-rules'
import { managedAccountsGet } from '#contract/managed-accounts'
import { managedCardsGet } from '#contract/managed-cards'
import { useAccess } from '@/api/access'
import { accountQueries } from '@/api/queries/accounts'
import { cardQueries } from '@/api/queries/cards'

export type Instrument = { id: string; name: string; hint: string; gone: boolean }

type Instruments = {
  /** Undefined while they are read, and where this person may not see them. */
  list: readonly Instrument[] | undefined
  /** They are being read, and will be there. */
  coming: boolean
  /** As people call it; its id where that is not known. */
  nameOf: (id: string) => string
}

/** The cards that pay, or the accounts that money comes in on, of the company. */
export function useInstruments(kind: AuthorisationKind): Instruments {
  const { may } = useAccess()
  const cards = useQuery({ ...cardQueries.every(), enabled: kind === 'CARD' && may(managedCardsGet.permission) })
  const accounts = useQuery({
    ...accountQueries.every(),
    enabled: kind === 'WIRE' && may(managedAccountsGet.permission),
  })
  const list: Instrument[] | undefined =
    kind === 'CARD'
      ? cards.data?.cards.map(({ id, friendlyName, cardNumberLastFour, nameOnCard, state }) => ({
          id,
          name: `${friendlyName} •••• ${cardNumberLastFour}`,
          hint: nameOnCard,
          gone: state.state === 'DESTROYED',
        }))
      : accounts.data?.accounts.map(({ id, friendlyName, currency, state }) => ({
          id,
          name: friendlyName,
          hint: `${currency} · …${id.slice(-4)}`,
          gone: state.state === 'DESTROYED',
        }))
  return {
    list,
    coming: (kind === 'CARD' ? cards : accounts).isLoading,
    nameOf: (id) => list?.find((one) => one.id === id)?.name ?? id,
  }
}
