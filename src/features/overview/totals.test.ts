import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ManagedAccount } from '#contract/managed-accounts'
import { needingAttention, totalsByCurrency } from './totals'

type Over = Partial<Omit<ManagedAccount, 'balances'>> & { actual?: number; available?: number }
const account = ({ actual = 0, available = actual, ...over }: Over): ManagedAccount => ({
  id: '1',
  profileId: '2001',
  friendlyName: 'A',
  currency: 'EUR',
  balances: { availableBalance: available, actualBalance: actual },
  state: { state: 'ACTIVE' },
  creationTimestamp: 0,
  ...over,
})
const blocked = { state: 'BLOCKED', blockedReason: 'USER' } as const

test('sums per currency; blocked money is held but not available; removed accounts do not count', () => {
  const totals = totalsByCurrency([
    account({ actual: 100, available: 80 }),
    account({ actual: 50, state: blocked }),
    account({ currency: 'GBP', actual: 7 }),
    account({ currency: 'USD', actual: 0, state: { state: 'DESTROYED' } }),
  ])
  expect(totals).toEqual([
    { currency: 'EUR', actual: 150, available: 80, blocked: 50, accounts: 2 },
    { currency: 'GBP', actual: 7, available: 7, blocked: 0, accounts: 1 },
  ])
})

test('sums are exact in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(10 ** 12), max: 10 ** 12 })), (amounts) => {
      const exact = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)
      const [total] = totalsByCurrency(amounts.map((actual) => account({ actual })))
      expect(BigInt(total?.actual ?? 0)).toBe(exact)
    }),
  )
})

test('a sum that would lose digits is refused', () => {
  expect(() => totalsByCurrency([account({ actual: Number.MAX_SAFE_INTEGER }), account({ actual: 1 })])).toThrow(
    RangeError,
  )
})

test('blocked accounts need attention, the fullest first', () => {
  const accounts = [
    account({ id: '1' }),
    account({ id: '2', state: blocked }),
    account({ id: '3', state: blocked, actual: 5 }),
  ]
  expect(needingAttention(accounts).map(({ id }) => id)).toEqual(['3', '2'])
})
