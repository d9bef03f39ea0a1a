import { blockAccount } from '../domain/accounts/block-account'
import type { CardOrder } from '../domain/card-payments/card-order'
import { decidePayment } from '../domain/card-payments/decide-payment'
import { openPayment, runPurchase } from '../domain/card-payments/run-purchase'
import { blockCard } from '../domain/cards/block-card'
import { expireCard } from '../domain/cards/expiry'
import { findCard } from '../domain/cards/find-card'
import { stopProduction } from '../domain/cards/physical/manufacturing'
import { orderPhysical } from '../domain/cards/physical/order-physical'
import { blockPin } from '../domain/cards/physical/pin'
import { createSpendRules } from '../domain/cards/spend-rules/write-rules'
import { payByCard } from '../effects/pay-by-card'
import { must } from '../worlds/world'
import type { Scenario } from './scenario'
import { type Company, DAY, HOUR, MINUTE, type Scene } from './scene'

type Try = Partial<Omit<CardOrder, 'cardId' | 'amount'>> & { amount?: number }
type Stage = { scene: Scene; company: Company; card: string; instant: number }

const shop = { name: 'Props and Wigs', country: 'GB', categoryCode: '5942' }

const purchase = (card: string, { amount = 25_00, ...more }: Try): CardOrder => ({
  cardId: card,
  amount: { currency: 'EUR', amount },
  merchant: shop,
  ...more,
})

async function plastic({ scene, company, card, instant }: Stage): Promise<void> {
  const address = { addressLine1: '3 Stage Door', city: 'Leeds', postCode: 'LS1 4AP', country: 'GB' }
  const deliveryAddress = { name: 'Sam', surname: 'Stage', ...address }
  const ctx = scene.as({ ...company.root, steppedUp: false }, instant)
  await must(orderPhysical(ctx, scene.keys, card, { deliveryAddress }))
  await stopProduction(scene.at(instant), card)
}

/** What is done to a card with 200.00 on it, and what is then tried with it. The last try is the one that is declined. */
const declines: Readonly<Record<string, (stage: Stage) => Promise<Try | readonly Try[]>>> = {
  insufficientBalance: async () => ({ amount: 900_00 }),
  cardBlocked: async ({ company, card, instant }) => {
    await must(blockCard(company.at(instant), card))
    return {}
  },
  cardExpired: async ({ scene, card, instant }) => {
    const found = await findCard(scene.at(instant), card)
    if (found) await expireCard(scene.at(instant), found)
    return {}
  },
  notActivated: async (stage) => {
    await plastic(stage)
    return { cardPresent: true }
  },
  pinBlocked: async (stage) => {
    await blockPin(stage.scene.at(stage.instant), stage.card)
    return { atm: true }
  },
  wrongCvv: async () => ({ told: { cvv: false, expiry: true } }),
  cvvTriedTooOften: async () => Array.from({ length: 4 }, () => ({ told: { cvv: false, expiry: true } })),
  wrongExpiry: async () => ({ told: { cvv: true, expiry: false } }),
  categoryBlocked: async () => ({ merchant: { ...shop, name: 'Lucky Casino', categoryCode: '7995' } }),
  amountTooHigh: async ({ company, card, instant }) => {
    await must(createSpendRules(company.at(instant), card, { maxTransactionAmount: 20_00 }))
    return {}
  },
}

export const purchaseScenarios: readonly Scenario[] = [
  {
    name: 'authorisations-declined',
    title: 'Declined purchases',
    what: 'Purchases that were declined, one for each common reason, each with a card of its own.',
    build: async (scene) => {
      const company = await scene.company()
      const ids: Record<string, string> = {}
      let instant = scene.now - DAY
      for (const [reason, prepare] of Object.entries(declines)) {
        instant += HOUR / 2
        const card = await scene.card(company, { instant, amount: 200_00 })
        const tries = [await prepare({ scene, company, card, instant: instant + MINUTE })].flat()
        for (const [index, one] of tries.entries()) {
          const { id } = await runPurchase(scene.at(instant + (2 + index) * MINUTE), purchase(card, one))
          if (id !== undefined) ids[reason] = id
        }
      }
      const more = {
        spendLimit: await overLimit(scene, company),
        accountBlocked: await ofBlockedAccount(scene, company),
      }
      return { signIns: [company.signIn], ids: { ...ids, ...more, platform: await byPlatform(scene, company) } }
    },
  },
  {
    name: 'authorisation-asked',
    title: 'A card that asks the platform',
    what: 'A card whose purchases the platform decides, and one purchase that it was asked about, with whatever it said.',
    build: async (scene) => {
      const company = await scene.company()
      const instant = scene.now - HOUR
      const account = await scene.account(company, { name: 'Props', amount: 2_000_00, instant })
      return {
        signIns: [company.signIn],
        ids: { account, card: await scene.card(company, { instant, parent: account }) },
      }
    },
    afterwards: async (sandbox, { ids: { card = '' } }) => {
      const order = purchase(card, {
        amount: 80_00,
        merchant: { ...shop, name: 'Timber and Sons', categoryCode: '5211' },
      })
      await payByCard(sandbox, (ctx, asks) => openPayment(ctx, order, { credit: false, asks }))
    },
  },
]

/** A debit card that may spend ten in a month. */
async function overLimit(scene: Scene, company: Company): Promise<string> {
  const instant = scene.now - 3 * HOUR
  const parent = await scene.account(company, { name: 'Behind the card', amount: 500_00, instant })
  const card = await scene.card(company, { instant, parent })
  const limit = { value: { currency: 'EUR', amount: 10_00 }, interval: 'MONTHLY' } as const
  await must(createSpendRules(company.at(instant), card, { spendLimit: [limit] }))
  return (await runPurchase(scene.at(instant + MINUTE), purchase(card, {}))).id ?? ''
}

async function ofBlockedAccount(scene: Scene, company: Company): Promise<string> {
  const instant = scene.now - 2 * HOUR
  const parent = await scene.account(company, { name: 'Blocked behind the card', amount: 500_00, instant })
  const card = await scene.card(company, { instant, parent })
  await must(blockAccount(company.at(instant), parent))
  return (await runPurchase(scene.at(instant + MINUTE), purchase(card, {}))).id ?? ''
}

async function byPlatform(scene: Scene, company: Company): Promise<string> {
  const instant = scene.now - HOUR
  const card = await scene.card(company, { instant, amount: 200_00 })
  const opened = await openPayment(scene.at(instant + MINUTE), purchase(card, {}), { credit: false, asks: true })
  if (!('ask' in opened)) throw new Error('the platform was not asked')
  await decidePayment(scene.at(instant + MINUTE), opened.ask.id, 'DENIED')
  return opened.ask.id
}
