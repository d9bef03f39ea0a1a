import { expect, test } from 'vitest'
import type { ManagedAccount } from '#contract/managed-accounts'
import { transferCreate } from '#contract/transfers'
import { toTransferRequest } from './to-request'

const account = (id: string): ManagedAccount => ({
  id,
  profileId: '2001',
  friendlyName: id,
  currency: 'EUR',
  balances: { availableBalance: 0, actualBalance: 0 },
  state: { state: 'ACTIVE' },
  creationTimestamp: 0,
})
const base = { id: 'review', source: account('11'), destination: account('22') } as const

test('a plain transfer carries nothing that was not given', () => {
  const body = toTransferRequest({ ...base, payment: { amount: { currency: 'EUR', amount: 1234 } } }, '3001')
  expect(body).toEqual({
    profileId: '3001',
    source: { id: '11', type: 'managed_accounts' },
    destination: { id: '22', type: 'managed_accounts' },
    destinationAmount: { currency: 'EUR', amount: 1234 },
  })
})

test('everything given is sent in the form of the contract', () => {
  const payment = {
    amount: { currency: 'EUR', amount: 1 },
    description: 'Rent, November',
    tag: 'rent',
    scheduledAt: 1_800_000_000_000,
  }
  const body = toTransferRequest({ ...base, payment }, '3001')
  expect(body).toMatchObject({ description: 'Rent, November', tag: 'rent', scheduledTimestamp: '1800000000000' })
  expect(transferCreate.body.parse(body)).toEqual(body)
})
