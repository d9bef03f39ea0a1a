import { expect } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { runDue } from '../domain/due/run-due'
import { visitEach } from '../testing/scenarios'
import { wireScenarios } from './wires'

const DAY = 24 * 60 * 60_000
const balances = (amount: number) => ({ balances: { availableBalance: amount, actualBalance: amount } })

onEachEngine('scenarios of wires', (open) =>
  visitEach(open, wireScenarios, {
    'wire-waiting-for-payee-confirmation': async ({ get, call, ids }) => {
      const wire = `/outgoing_wire_transfers/${ids.wire}`
      expect(await get(wire)).toMatchObject({
        state: 'PENDING_CONFIRMATION',
        validationOutcomes: [{ categoryResult: { match: 'CLOSE_MATCH', accountName: 'Wardrobe GmbH Ltd' } }],
      })
      expect(await call('POST', `${wire}/confirm`)).toMatchObject({ status: 200, body: { state: 'PENDING_CHALLENGE' } })
    },
    'wire-returned': async ({ get, ids }) => {
      expect(await get(`/outgoing_wire_transfers/${ids.wire}`)).toMatchObject({ state: 'RETURNED' })
      expect(await get(`/managed_accounts/${ids.source}`)).toMatchObject(balances(3_000_00 - 20))
    },
    'wire-rejected': async ({ get, ids }) => {
      expect(await get(`/outgoing_wire_transfers/${ids.wire}`)).toMatchObject({ state: 'REJECTED' })
      expect(await get(`/managed_accounts/${ids.source}`)).toMatchObject(balances(3_000_00))
    },
    'wire-scheduled-without-funds': async ({ door, get, ids, signIns }) => {
      const visitor = async (signIn?: { email: string }) => {
        const token = await door.enter(signIn?.email ?? '')
        return async (path: string) => (await door.call('GET', path, { token })).body
      }
      const wire = `/outgoing_wire_transfers/${ids.wire}`
      expect(await get(wire)).toMatchObject({ state: 'SCHEDULED' })
      expect(await get(`/managed_accounts/${ids.source}`)).toMatchObject(balances(100_00))
      door.clock.advance(DAY)
      while (await door.sandbox.run(runDue));
      // The session of yesterday is over.
      expect(await (await visitor(signIns[0]))(wire)).toMatchObject({ state: 'FAILED' })
    },
  }),
)
