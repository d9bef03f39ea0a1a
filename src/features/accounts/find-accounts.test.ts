import { expect, test } from 'vitest'
import type { ManagedAccount } from '#contract/managed-accounts'
import { findAccounts } from './find-accounts'

const account = (id: number, friendlyName: string, over: Partial<ManagedAccount> = {}): ManagedAccount => ({
  id: String(id),
  profileId: '2001',
  friendlyName,
  currency: 'EUR',
  balances: { availableBalance: 0, actualBalance: 0 },
  state: { state: 'ACTIVE' },
  creationTimestamp: 0,
  ...over,
})
const accounts = [
  account(1, 'UK operating', { currency: 'GBP', tag: 'main' }),
  account(2, 'UK reserve', { currency: 'GBP', state: { state: 'BLOCKED', blockedReason: 'USER' } }),
  account(3, 'Operating', { tag: 'main' }),
]
const ids = (search: Parameters<typeof findAccounts>[1]) =>
  findAccounts({ accounts }, search).accounts.map(({ id }) => id)

test('a part of a name is enough, in any case, and the other filters hold as well', () => {
  expect(ids({ name: 'operat' })).toEqual(['1', '3'])
  expect(ids({ name: 'UK', state: 'BLOCKED' })).toEqual(['2'])
  expect(ids({ name: 'operating', currency: 'EUR', tag: 'main' })).toEqual(['3'])
  expect(ids({ name: 'payroll' })).toEqual([])
})

test('pages are cut from all that match', () => {
  const many = Array.from({ length: 60 }, (_, id) => account(id, `Shop ${id}`))
  const page = findAccounts({ accounts: many }, { name: 'shop', offset: 50 })
  expect(page.count).toBe(60)
  expect(page.accounts.map(({ id }) => id)).toEqual(['50', '51', '52', '53', '54', '55', '56', '57', '58', '59'])
})
