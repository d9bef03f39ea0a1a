import { describe, expect, test } from 'vitest'
import type { StatementEntry } from '#contract/statements'
import { bookedAmount, describeEntry, entryTypeLabel } from './describe-entry'

const entry = (type: StatementEntry['transactionId']['type'], amount: number, extra = {}): StatementEntry => ({
  transactionId: { type, id: '1' },
  entryState: 'COMPLETED',
  transactionAmount: { currency: 'EUR', amount: Math.abs(amount) },
  actualBalanceAdjustment: { currency: 'EUR', amount },
  processedTimestamp: 0,
  additionalFields: extra,
})
const names = { sourceInstrumentFriendlyName: 'Operating', destinationInstrumentFriendlyName: 'Payroll' }

describe('what a row of a statement says', () => {
  test('a transfer names the other side, by its direction', () => {
    expect(describeEntry(entry('TRANSFER', -5, { ...names, description: 'Wages' }))).toEqual({
      title: 'To Payroll',
      detail: 'Wages',
    })
    expect(describeEntry(entry('TRANSFER', 5, names)).title).toBe('From Operating')
    expect(describeEntry(entry('TRANSFER', 5)).title).toBe('From another own account')
  })

  test('a deposit names who paid and their reference', () =>
    expect(describeEntry(entry('DEPOSIT', 5, { sender: 'Delft BV', senderReference: 'INV-1' }))).toEqual({
      title: 'From Delft BV',
      detail: 'INV-1',
    }))

  test('fields that are no text are not shown', () =>
    expect(describeEntry(entry('DEPOSIT', 5, { sender: 7, note: {} }))).toEqual({ title: 'Deposit' }))

  test('a kind that is newer than this program is a booking', () => expect(entryTypeLabel('BARTER')).toBe('Booking'))
})

test('the amount is what the books were changed by, signed; without it, what was transacted', () => {
  expect(bookedAmount(entry('TRANSFER', -5))).toEqual({ currency: 'EUR', amount: -5 })
  const { actualBalanceAdjustment: _, ...bare } = entry('TRANSFER', -5)
  expect(bookedAmount(bare)).toEqual({ currency: 'EUR', amount: 5 })
})
