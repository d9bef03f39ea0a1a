import { describe, expect, test } from 'vitest'
import type { ManagedAccount } from '#contract/managed-accounts'
import type { StatementEntry } from '#contract/statements'
import { accountsToRead, mergeMovements } from './movements'

const account = (id: string, currency = 'EUR', actual = 0): ManagedAccount => ({
  id,
  profileId: '2001',
  friendlyName: id,
  currency,
  balances: { availableBalance: actual, actualBalance: actual },
  state: { state: 'ACTIVE' },
  creationTimestamp: 0,
})
const entry = (
  type: StatementEntry['transactionId']['type'],
  id: string,
  at: number,
  amount: number,
): StatementEntry => ({
  transactionId: { type, id },
  entryState: 'COMPLETED',
  transactionAmount: { currency: 'EUR', amount },
  actualBalanceAdjustment: { currency: 'EUR', amount },
  processedTimestamp: at,
})
const [a, b] = [account('1'), account('2')]

describe('accounts to read', () => {
  test('each currency in turn, largest first, removed ones never', () => {
    const accounts = [
      account('1', 'EUR', 10),
      account('2', 'EUR', 30),
      account('3', 'EUR', 20),
      account('4', 'JPY', 1),
      { ...account('5', 'USD', 99), state: { state: 'DESTROYED' as const } },
    ]
    expect(accountsToRead(accounts, 3).map(({ id }) => id)).toEqual(['2', '4', '3'])
    expect(accountsToRead(accounts)).toHaveLength(4)
    expect(accountsToRead([])).toEqual([])
  })
})

describe('merged movements', () => {
  test('newest first across accounts, cut to the number asked for', () => {
    const merged = mergeMovements(
      [
        { account: a, entries: [entry('DEPOSIT', '10', 300, 5), entry('DEPOSIT', '11', 100, 5)] },
        { account: b, entries: [entry('DEPOSIT', '12', 200, 5)] },
      ],
      2,
    )
    expect(merged.map(({ entry: { transactionId } }) => transactionId.id)).toEqual(['10', '12'])
  })

  test('the two sides of an own transfer are one movement, whichever statement comes first', () => {
    const paid = { account: a, entries: [entry('TRANSFER', '7', 100, -500)] }
    const got = { account: b, entries: [entry('TRANSFER', '7', 100, 500)] }
    for (const statements of [
      [paid, got],
      [got, paid],
    ]) {
      const merged = mergeMovements(statements)
      expect(merged).toHaveLength(1)
      expect(merged[0]).toMatchObject({ account: { id: '1' }, to: { id: '2' }, amount: { amount: 500 } })
    }
  })

  test('one side alone keeps its sign, and a transfer booked back on the same account stays apart', () => {
    const entries = [entry('TRANSFER', '7', 200, 500), entry('TRANSFER', '7', 100, -500)]
    const merged = mergeMovements([{ account: a, entries }])
    expect(merged.map(({ amount }) => amount.amount)).toEqual([500, -500])
    expect(new Set(merged.map(({ key }) => key)).size).toBe(2)
  })
})
