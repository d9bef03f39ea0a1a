import { activateCard } from '../domain/cards/physical/activate-card'
import { dispatchCard, fulfilCard, stopProduction, trackCard } from '../domain/cards/physical/manufacturing'
import { orderPhysical } from '../domain/cards/physical/order-physical'
import { blockPin } from '../domain/cards/physical/pin'
import { replaceLost } from '../domain/cards/physical/replace-card'
import { reportLost, reportStolen } from '../domain/cards/physical/report-card'
import { must } from '../worlds/world'
import type { Scenario } from './scenario'
import { type Company, DAY, HOUR, MINUTE, type Scene } from './scene'

const deliveryAddress = {
  ...{ name: 'Sam', surname: 'Stage', addressLine1: '3 Stage Door', city: 'Leeds', postCode: 'LS1 4AP', country: 'GB' },
}
const activationCode = '1234'

/** The plastic of a card is ordered; nobody makes it until somebody says so. */
async function ordered(scene: Scene, company: Company, id: string, instant: number): Promise<void> {
  const ctx = scene.as({ ...company.root, steppedUp: false }, instant)
  await must(orderPhysical(ctx, scene.keys, id, { deliveryAddress, activationCode }))
  await stopProduction(scene.at(instant), id)
}

/** A physical card in somebody's hand that holds money. */
async function inHand(scene: Scene, company: Company, amount: number): Promise<string> {
  const instant = scene.now - 10 * DAY
  const id = await scene.card(company, { instant, amount })
  await ordered(scene, company, id, instant + HOUR)
  const ctx = scene.as({ ...company.root, steppedUp: false }, instant + 2 * DAY)
  await must(activateCard(ctx, scene.keys, id, activationCode))
  return id
}

/** What is done to each of the cards that wait at a step; in production one step follows the other. */
const steps = {
  requested: [],
  sentForFulfilment: [fulfilCard],
  dispatched: [fulfilCard, dispatchCard],
  tracked: [fulfilCard, dispatchCard, trackCard],
} as const

export const cardScenarios: readonly Scenario[] = [
  {
    name: 'card-stolen-with-funds',
    title: 'Stolen card with money on it',
    what: 'A card that was reported stolen: destroyed, and its 430.00 wait for a replacement.',
    build: async (scene) => {
      const company = await scene.company()
      const card = await inHand(scene, company, 430_00)
      await must(reportStolen(company.at(scene.now - HOUR), card))
      return { signIns: [company.signIn], ids: { card } }
    },
  },
  {
    name: 'card-replaced',
    title: 'Lost card replaced',
    what: 'A lost card and the one that took its place, with its 265.00; the new one is on its way.',
    build: async (scene) => {
      const company = await scene.company()
      const card = await inHand(scene, company, 265_00)
      await must(reportLost(company.at(scene.now - 2 * HOUR), card))
      const ctx = scene.as({ ...company.root, steppedUp: false }, scene.now - HOUR)
      const { replacement } = await must(replaceLost(ctx, scene.keys, card, activationCode))
      if (!replacement) throw new Error('no card took its place')
      return { signIns: [company.signIn], ids: { card, replacement: replacement.id } }
    },
  },
  {
    name: 'card-about-to-expire',
    title: 'Card about to expire',
    what: 'A card of almost three years ago whose end has been announced.',
    build: async (scene) => {
      const company = await scene.company(3 * 365 * DAY)
      const card = await scene.card(company, { instant: scene.now - (3 * 365 - 25) * DAY })
      await scene.happens('card-warning', card, scene.now - HOUR)
      return { signIns: [company.signIn], ids: { card } }
    },
  },
  {
    name: 'physical-cards-at-every-step',
    title: 'Physical cards at every step',
    what: 'Cards that are requested, printed, on their way, on their way with a number, and delivered; none goes on by itself.',
    build: async (scene) => {
      const company = await scene.company()
      const ids: Record<string, string> = {}
      let instant = scene.now - 2 * DAY
      for (const [step, deeds] of Object.entries(steps)) {
        instant += HOUR
        const id = await scene.card(company, { instant })
        await ordered(scene, company, id, instant + MINUTE)
        for (const deed of deeds) await deed(scene.at(instant + 2 * MINUTE), id)
        await stopProduction(scene.at(instant + 3 * MINUTE), id)
        ids[step] = id
      }
      ids.delivered = await inHand(scene, company, 50_00)
      return { signIns: [company.signIn], ids }
    },
  },
  {
    name: 'card-pin-blocked',
    title: 'Blocked PIN',
    what: 'A physical card whose PIN was typed wrongly too often; it can be unblocked.',
    build: async (scene) => {
      const company = await scene.company()
      const card = await inHand(scene, company, 80_00)
      await blockPin(scene.at(scene.now - HOUR), card)
      return { signIns: [company.signIn], ids: { card } }
    },
  },
]
