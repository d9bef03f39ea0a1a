import { expect } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { visitEach } from '../testing/scenarios'
import { accountScenarios } from './accounts'

const balances = (amount: number) => ({ availableBalance: amount, actualBalance: amount })

onEachEngine('scenarios of accounts', (open) =>
  visitEach(open, accountScenarios, {
    'account-below-its-mark': async ({ get, ids }) => {
      expect(await get(`/managed_accounts/${ids.account}`)).toMatchObject({
        lowBalanceThreshold: 500_00,
        balances: balances(120_00),
      })
    },
    'account-blocked-by-user': async ({ get, call, ids }) => {
      const account = `/managed_accounts/${ids.account}`
      const state = { state: 'BLOCKED', blockedReason: 'USER' }
      expect(await get(account)).toMatchObject({ state, balances: balances(4_200_00) })
      expect((await call('POST', `${account}/unblock`)).status).toBe(204)
    },
    'account-blocked-by-system': async ({ get, call, ids }) => {
      const account = `/managed_accounts/${ids.account}`
      const state = { state: 'BLOCKED', blockedReason: 'SYSTEM' }
      expect(await get(account)).toMatchObject({ state, balances: balances(4_200_00) })
      expect((await call('POST', `${account}/unblock`)).status).toBe(409)
    },
    'incoming-wire-rejected': async ({ get, ids }) => {
      expect(await get(`/incoming_wire_transfers/${ids.wire}`)).toMatchObject({ state: 'REJECTED' })
      expect(await get(`/managed_accounts/${ids.account}`)).toMatchObject({ balances: balances(0) })
    },
  }),
)
