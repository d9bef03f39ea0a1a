import { expect } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { visitEach } from '../testing/scenarios'
import { cardScenarios } from './cards'

const balances = (amount: number) => ({ availableBalance: amount, actualBalance: amount })

onEachEngine('scenarios of cards', (open) =>
  visitEach(open, cardScenarios, {
    'card-stolen-with-funds': async ({ get, ids }) => {
      expect(await get(`/managed_cards/${ids.card}`)).toMatchObject({
        state: { state: 'DESTROYED', destroyedReason: 'STOLEN' },
        balances: balances(430_00),
      })
    },
    'card-replaced': async ({ get, ids }) => {
      expect(await get(`/managed_cards/${ids.card}`)).toMatchObject({
        state: { state: 'DESTROYED', destroyedReason: 'LOST' },
        balances: balances(0),
        replacement: { id: ids.replacement, reason: 'LOST_STOLEN' },
      })
      expect(await get(`/managed_cards/${ids.replacement}`)).toMatchObject({
        state: { state: 'ACTIVE' },
        balances: balances(265_00),
        physicalCardDetails: { pendingActivation: true },
      })
    },
    'card-about-to-expire': async ({ door, get, ids }) => {
      const card = await get(`/managed_cards/${ids.card}`)
      const { expiryMmyy: mmyy, state } = card as { expiryMmyy: string; state: unknown }
      const end = Date.UTC(2000 + Number(mmyy.slice(2)), Number(mmyy.slice(0, 2)))
      expect(end - door.clock.now()).toBeLessThan(60 * 24 * 60 * 60_000)
      expect(end).toBeGreaterThan(door.clock.now())
      expect(state).toEqual({ state: 'ACTIVE' })
    },
    'physical-cards-at-every-step': async ({ get, ids }) => {
      const step = async (name: string) => {
        const { physicalCardDetails: details } = (await get(`/managed_cards/${ids[name]}`)) as {
          physicalCardDetails: Record<string, unknown>
        }
        return [details.manufacturingState, details.pendingActivation, details.deliveryTrackingCode !== undefined]
      }
      expect(await step('requested')).toEqual(['REQUESTED', true, false])
      expect(await step('sentForFulfilment')).toEqual(['SENT_FOR_FULFILLMENT', true, false])
      expect(await step('dispatched')).toEqual(['DISPATCHED', true, false])
      expect(await step('tracked')).toEqual(['DISPATCHED', true, true])
      expect(await step('delivered')).toEqual(['DELIVERED', false, false])
    },
    'card-pin-blocked': async ({ get, call, ids }) => {
      const card = `/managed_cards/${ids.card}`
      expect(await get(card)).toMatchObject({ physicalCardDetails: { pinBlocked: true } })
      expect((await call('PATCH', `${card}/physical/pin/unblock`)).status).toBe(204)
      expect(await get(card)).toMatchObject({ physicalCardDetails: { pinBlocked: false } })
    },
  }),
)
