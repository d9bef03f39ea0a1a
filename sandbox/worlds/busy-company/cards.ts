import { blockCard } from '../../domain/cards/block-card'
import { createCard } from '../../domain/cards/create-card'
import { activateCard } from '../../domain/cards/physical/activate-card'
import { stopProduction } from '../../domain/cards/physical/manufacturing'
import { orderPhysical } from '../../domain/cards/physical/order-physical'
import { blockPin } from '../../domain/cards/physical/pin'
import { replaceDamaged, replaceLost } from '../../domain/cards/physical/replace-card'
import { reportLost, reportStolen } from '../../domain/cards/physical/report-card'
import { removeCard } from '../../domain/cards/remove-card'
import { simulateExpiry, simulateRenewal, simulateWarning } from '../../domain/cards/simulate-life'
import { createSpendRules } from '../../domain/cards/spend-rules/write-rules'
import type { Actor } from '../../domain/context'
import { programme } from '../../domain/programme'
import { must, type Site } from '../world'
import type { Accounts } from './accounts'
import { familyNames, givenNames, of } from './names'
import { MINUTE, SECOND } from './weeks'

export type Card = { id: string; mode: 'PREPAID_MODE' | 'DEBIT_MODE'; currency: 'EUR' | 'GBP'; fate: Fate }
/** What is to become of a card; those that pay have money until the end. */
export type Fate =
  | 'pays'
  | 'blocked'
  | 'removed'
  | 'expires'
  | 'renews'
  | 'warned'
  | 'in hand'
  | 'pin blocked'
  | 'lost'
  | 'stolen'
  | 'lost and replaced'
  | 'damaged'
  | 'requested'
  | 'being made'
  | 'on its way'

/** How many cards meet each fate: 390, of which ten are replaced by new ones. */
const fates: readonly (readonly [Fate, number])[] = [
  ['pays', 180],
  ['in hand', 70],
  ['blocked', 30],
  ['removed', 25],
  ['expires', 10],
  ['renews', 6],
  ['warned', 9],
  ['pin blocked', 5],
  ['lost', 8],
  ['stolen', 7],
  ['lost and replaced', 6],
  ['damaged', 4],
  ['requested', 8],
  ['being made', 8],
  ['on its way', 14],
]
/** In an order in which kinds are mixed: 7 has no factor in common with 390. */
const planned: readonly Fate[] = fates.flatMap(([fate, count]) => Array.from({ length: count }, () => fate))
export const fateOf = (index: number): Fate => of(planned, index * 7)

const address = { addressLine1: '40 Canal Wharf', city: 'Leeds', postCode: 'LS1 4AP', country: 'GB' }

/** One card for one of the staff; every other one spends an account's money. */
export async function issue(
  site: Site,
  { root, ids, staff }: { root: Actor; ids: Accounts; staff: readonly string[] },
  index: number,
  instant: number,
): Promise<Card> {
  const ctx = site.as(root, instant)
  const currency = index % 5 === 3 ? 'GBP' : 'EUR'
  const mode = index % 2 === 0 ? 'PREPAID_MODE' : 'DEBIT_MODE'
  const fate = fateOf(index)
  const holder = `${of(givenNames, index)} ${of(familyNames, index * 3)}`
  const common = {
    friendlyName: `${holder}, ${of(['travel', 'fuel', 'office', 'online'], index)}`,
    nameOnCard: holder.toUpperCase(),
    billingAddress: address,
    tag: of(['travel', 'fuel', 'office', 'online'], index),
    userId: of(staff, index),
    cardholderMobileNumber: `+44${7_700_901_000 + (index % 40)}`,
    renewalType:
      fate === 'expires' || (index % 3 === 0 && fate !== 'renews') ? ('NO_RENEW' as const) : ('RENEW' as const),
  }
  const { id } = await must(
    mode === 'PREPAID_MODE'
      ? createCard(ctx, site.keys, { ...common, mode, profileId: programme.profiles.prepaidCards, currency })
      : createCard(ctx, site.keys, {
          ...common,
          mode,
          profileId: programme.profiles.debitCards,
          parentManagedAccountId: currency === 'EUR' ? ids.operating : ids.ukOperating,
        }),
  )
  if (index % 4 === 1) await must(createSpendRules(ctx, id, rulesFor(mode, currency)))
  return { id, mode, currency, fate }
}

function rulesFor(mode: Card['mode'], currency: string) {
  const rules = { allowAtm: false, blockedMerchantCategories: ['5813'], maxTransactionAmount: 1_500_00 }
  if (mode === 'PREPAID_MODE') return rules
  return { ...rules, spendLimit: [{ value: { currency, amount: 5_000_00 }, interval: 'MONTHLY' as const }] }
}

const deliveryAddress = { ...address, name: 'Freya', surname: 'Lindqvist', contactNumber: '+447700900500' }
const activationCode = '1234'

/** What becomes of a card in the end, some minutes from an instant on. Money that it held goes where the verbs take it. */
export async function meetFate(site: Site, root: Actor, { id, fate }: Card, instant: number): Promise<void> {
  const { keys } = site
  const at = (seconds: number) => site.as(root, instant + seconds * SECOND)
  const order = () => must(orderPhysical(at(0), keys, id, { deliveryAddress, activationCode }))
  const made = async () => {
    await order()
    await site.settle(instant + 2 * MINUTE)
    await must(activateCard(at(150), keys, id, activationCode))
  }
  /** A card that stays where it is on its way: nobody goes on making it. */
  const halted = async (seconds: number) => {
    await order()
    await site.settle(instant + seconds * SECOND)
    await stopProduction(at(seconds), id)
  }
  const fates: Record<Fate, () => Promise<unknown>> = {
    pays: async () => {},
    blocked: () => must(blockCard(at(0), id)),
    removed: () => must(removeCard(at(0), id)),
    expires: () => must(simulateExpiry(at(0), id)),
    renews: () => must(simulateRenewal(at(0), id)),
    warned: () => must(simulateWarning(at(0), id)),
    'in hand': made,
    'pin blocked': async () => {
      await made()
      await blockPin(at(200), id)
    },
    lost: async () => {
      await made()
      await must(reportLost(at(200), id))
    },
    stolen: async () => {
      await made()
      await must(reportStolen(at(200), id))
    },
    'lost and replaced': async () => {
      await made()
      await must(reportLost(at(200), id))
      await must(replaceLost(at(260), keys, id, activationCode))
      await site.settle(instant + 10 * MINUTE)
    },
    damaged: async () => {
      await made()
      await must(replaceDamaged(at(200), keys, id, activationCode))
      await site.settle(instant + 10 * MINUTE)
    },
    requested: () => halted(5),
    'being made': () => halted(15),
    'on its way': () => halted(90),
  }
  await fates[fate]()
}

const lasting: ReadonlySet<Fate> = new Set(['pays', 'in hand', 'pin blocked', 'renews', 'warned'])

/** Whether a card can still pay and be paid after its fate. */
export const goesOn = ({ fate }: Card): boolean => lasting.has(fate)

/** A card that is removed must be empty: nobody puts money on it. */
export const takesMoney = ({ mode, fate }: Card): boolean => mode === 'PREPAID_MODE' && fate !== 'removed'
