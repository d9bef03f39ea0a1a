import { useQuery } from '@tanstack/react-query'
import { managedAccountsGet } from '#contract/managed-accounts'
import { managedCardsGet } from '#contract/managed-cards'
import { useAccess } from '@/api/access'
import { accountQueries } from '@/api/queries/accounts'
import { cardQueries } from '@/api/queries/cards'
import { useStateLabel } from '@/components/accounts/account-state'
import { TextField } from '@/components/form/text-field'
import { t } from '../text'
import { LimitFields } from './limit-fields'
import { PermissionFields } from './permission-fields'
import { type Instrument, ScopeField } from './scope-field'

/** The fields of a role of one's own, new or changed. */
export function RoleFields({ currencies, zone }: { currencies: readonly string[]; zone: string }) {
  const stateLabel = useStateLabel()
  const { access, may } = useAccess()
  const seen = { accounts: may(managedAccountsGet.permission), cards: may(managedCardsGet.permission) }
  const accounts = useQuery({ ...accountQueries.every(), enabled: seen.accounts })
  const cards = useQuery({ ...cardQueries.every(), enabled: seen.cards })
  return (
    <>
      <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={50} autoComplete="off" required />
      <TextField name="description" label={t('about')} hint={t('aboutHint')} maxLength={200} autoComplete="off" />
      <PermissionFields />
      <ScopeField
        kind="accounts"
        instruments={accounts.data?.accounts
          .filter(({ state }) => state.state !== 'DESTROYED')
          .map(
            ({ id, friendlyName, currency, state }): Instrument => ({
              id,
              name: friendlyName,
              hint: state.state === 'ACTIVE' ? currency : `${currency} · ${stateLabel(state)}`,
            }),
          )}
        unseen={seen.accounts ? undefined : t('accountsUnseen')}
        mayAll={access?.accounts === undefined}
      />
      <ScopeField
        kind="cards"
        instruments={cards.data?.cards
          .filter(({ state }) => state.state !== 'DESTROYED')
          .map(
            ({ id, friendlyName, cardNumberLastFour, nameOnCard }): Instrument => ({
              id,
              name: friendlyName,
              hint: `•••• ${cardNumberLastFour} · ${nameOnCard}`,
            }),
          )}
        unseen={seen.cards ? undefined : t('cardsUnseen')}
        mayAll={access?.cards === undefined}
      />
      <LimitFields currencies={currencies} zone={zone} />
    </>
  )
}
