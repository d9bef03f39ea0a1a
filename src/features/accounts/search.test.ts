import { expect, test } from 'vitest'
import { toAccountListQuery, toStatementQuery } from './query'
import { accountDetailSearch, accountListSearch } from './search'

test('a wrong address shows the whole list', () => {
  const search = accountListSearch({ state: 'GONE', currency: 'euro', offset: 'x', name: ['a'] })
  expect(toAccountListQuery(search)).toEqual({ limit: 25, offset: 0 })
})

test('every filter but the name reaches the API, which knows only whole names', () => {
  const search = accountListSearch({ state: 'BLOCKED', currency: 'EUR', name: 'Pay', tag: 'ops', offset: 25 })
  expect(toAccountListQuery(search)).toEqual({
    limit: 25,
    offset: 25,
    state: 'BLOCKED',
    currency: 'EUR',
    tag: 'ops',
  })
})

test('a period covers its last day to the last millisecond', () => {
  const search = accountDetailSearch({ from: '2026-11-01', to: '2026-11-30', type: 'TRANSFER' })
  expect(toStatementQuery(search, 'UTC')).toEqual({
    limit: 20,
    offset: 0,
    orderByTimestamp: 'DESC',
    transactionType: 'TRANSFER',
    fromTimestamp: Date.UTC(2026, 10, 1),
    toTimestamp: Date.UTC(2026, 11, 1) - 1,
  })
})
