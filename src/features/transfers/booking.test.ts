import { describe, expect, test } from 'vitest'
import type { StatementEntry, StatementV1 } from '#contract/statements'
import type { Transfer } from '#contract/transfers'
import { balanceChange, bookedAt, bookingQuery } from './booking'

const eur = (amount: number) => ({ currency: 'EUR', amount })
const entry = (id: string, over: Partial<StatementEntry> = {}): StatementEntry => ({
  transactionId: { type: 'TRANSFER', id },
  entryState: 'COMPLETED',
  transactionAmount: eur(-500),
  actualBalanceAdjustment: eur(-500),
  actualBalanceAfter: eur(9_500),
  processedTimestamp: 1_000,
  ...over,
})
const statement = (...entries: StatementEntry[]): StatementV1 => ({
  entry: entries,
  count: entries.length,
  responseCount: entries.length,
})
const transfer: Transfer = {
  id: '7',
  profileId: '3001',
  source: { id: '1', type: 'managed_accounts' },
  destination: { id: '2', type: 'managed_accounts' },
  destinationAmount: eur(500),
  state: 'COMPLETED',
  creationTimestamp: 1_000,
}

describe('when a transfer was booked', () => {
  test('at its execution, or when it was made if that is all there is', () => {
    expect(bookedAt(transfer)).toBe(1_000)
    expect(bookedAt({ ...transfer, executionTimestamp: '5000' })).toBe(5_000)
  })
  test('never, unless it is completed', () => expect(bookedAt({ ...transfer, state: 'SCHEDULED' })).toBeUndefined())
  test('the stretch asked for is around it', () =>
    expect(bookingQuery(1_000)).toMatchObject({ fromTimestamp: 750, toTimestamp: 1_250 }))
})

describe('what it did to the balance', () => {
  test('is read from its own booking among others', () =>
    expect(balanceChange(statement(entry('6'), entry('7', { actualBalanceAfter: eur(200) })), '7')).toEqual({
      before: eur(700),
      after: eur(200),
    }))
  test('is not known without the booking or its balance', () => {
    expect(balanceChange(statement(entry('6')), '7')).toBeUndefined()
    expect(balanceChange(statement(entry('7', { actualBalanceAfter: undefined })), '7')).toBeUndefined()
  })
})
