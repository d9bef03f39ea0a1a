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

  const ids = { sourceInstrumentId: '1', destinationInstrumentId: '2' }
  const paid = { ...entry('TRANSFER', '7', 100, -500), additionalFields: ids }
  const got = { ...entry('TRANSFER', '7', 100, 500), additionalFields: ids }
  const whole = { account: { id: '1' }, to: { id: '2' }, amount: { amount: 500 } }

  test('the two sides of an own transfer are one movement, and one side is enough to know the other', () => {
    for (const [ofA, ofB] of [
      [[paid], [got]],
      [[paid], []],
      [[], [got]],
    ]) {
      const merged = mergeMovements([
        { account: a, entries: ofA ?? [] },
        { account: b, entries: ofB ?? [] },
      ])
      expect(merged).toHaveLength(1)
      expect(merged[0]).toMatchObject(whole)
    }
  })

  test('a transfer with an account that is not covered is a booking with its sign', () => {
    const [movement] = mergeMovements([{ account: a, entries: [paid] }])
    expect(movement).toMatchObject({ account: { id: '1' }, amount: { amount: -500 } })
    expect(movement?.to).toBeUndefined()
  })

  test('a transfer that was booked back is two movements', () => {
    const back = { ...entry('TRANSFER', '7', 200, 500), additionalFields: ids }
    const merged = mergeMovements([
      { account: a, entries: [back, paid] },
      { account: b, entries: [got] },
    ])
    expect(merged.map(({ amount, to }) => [amount.amount, to?.id])).toEqual([
      [500, undefined],
      [500, '2'],
    ])
  })
})
