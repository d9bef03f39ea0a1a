import { expect, test } from 'vitest'
import { toTransferListQuery } from './query'
import { newTransferSearch, transferListSearch } from './search'

test('an account id survives as text, all its digits', () => {
  const search = transferListSearch({
    account: '114250163584761856123',
    state: 'SCHEDULED',
    from: '2026-11-20',
  })
  expect(toTransferListQuery(search, 'UTC')).toEqual({
    limit: 25,
    offset: 0,
    state: 'SCHEDULED',
    instrumentId: { id: '114250163584761856123', type: 'managed_accounts' },
    createdFrom: Date.UTC(2026, 10, 20),
  })
})

test('an id that was read as a number too long to hold filters nothing', () => {
  const search = transferListSearch({ account: 114250163584761860000 })
  expect(toTransferListQuery(search, 'UTC')).toEqual({ limit: 25, offset: 0 })
})

test('an unknown step is no step', () => {
  expect(newTransferSearch({ step: 'pay-now' }).step).toBeUndefined()
  expect(newTransferSearch({ step: 'review' }).step).toBe('review')
})
