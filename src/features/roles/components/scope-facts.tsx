import { useQuery } from '@tanstack/react-query'
import type { Reach } from '#contract/console/covers'
import { managedAccountsGet } from '#contract/managed-accounts'
import { managedCardsGet } from '#contract/managed-cards'
import { useAccess } from '@/api/access'
import { accountQueries } from '@/api/queries/accounts'
import { cardQueries } from '@/api/queries/cards'
import { type Definition, Definitions } from '@/components/layout/definition-list'
import { limitText } from '../reach'
import { t } from '../text'

type Props = { reach: Pick<Reach, 'accounts' | 'cards' | 'limits'>; zone: string; first?: readonly Definition[] }

/** Which accounts and cards, by their names, and how much. */
export function ScopeFacts({ reach: { accounts, cards, limits }, zone, first = [] }: Props) {
  const { may } = useAccess()
  const named = {
    accounts: useQuery({
      ...accountQueries.every(),
      enabled: accounts !== 'all' && accounts.length > 0 && may(managedAccountsGet.permission),
    }).data?.accounts,
    cards: useQuery({
      ...cardQueries.every(),
      enabled: cards !== 'all' && cards.length > 0 && may(managedCardsGet.permission),
    }).data?.cards,
  }
  const names = (ids: readonly string[], known: readonly { id: string; friendlyName: string }[] | undefined) =>
    ids.length === 0 ? (
      t('noInstruments')
    ) : (
      <ul>
        {ids.map((id) => (
          <li key={id}>{known?.find((each) => each.id === id)?.friendlyName ?? t('unnamed', { id })}</li>
        ))}
      </ul>
    )
  return (
    <Definitions
      items={[
        ...first,
        { term: t('accounts'), description: accounts === 'all' ? t('allAccounts') : names(accounts, named.accounts) },
        { term: t('cards'), description: cards === 'all' ? t('allCards') : names(cards, named.cards) },
        {
          term: t('limits'),
          description:
            limits.length === 0 ? (
              t('limitNone')
            ) : (
              <>
                <ul>
                  {limits.map((limit) => (
                    <li key={limit.currency}>{limitText(limit)}</li>
                  ))}
                </ul>
                <p className="text-ink-soft text-small">{t('zoneText', { zone })}</p>
              </>
            ),
        },
      ]}
    />
  )
}
