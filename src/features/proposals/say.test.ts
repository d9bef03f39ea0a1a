import { expect, test } from 'vitest'
import type { Proposal } from '#contract/console/proposals'
import { sayLeft, sayPayee, sayPayment, sayTotal } from './say'

const HOUR = 60 * 60_000
const every = {
  accounts: [
    {
      id: '12345678',
      profileId: '1',
      friendlyName: 'Operating',
      currency: 'EUR',
      balances: { availableBalance: 0, actualBalance: 0 },
      state: { state: 'ACTIVE' as const },
      creationTimestamp: 0,
    },
  ],
  count: 1,
  complete: true,
}
const proposal: Proposal = {
  id: 'p',
  state: 'PENDING',
  operation: 'transferCreate',
  kind: 'TRANSFER',
  source: 'SINGLE',
  rows: 1,
  totals: [{ currency: 'EUR', amount: 1_000_00 }],
  largest: [{ currency: 'EUR', amount: 1_000_00 }],
  from: [{ id: '12345678', type: 'managed_accounts' }],
  to: { type: 'managed_accounts', id: '99998888' },
  maker: { id: '1', name: 'Alan' },
  createdAt: 0,
  expiresAt: 1,
  rule: { id: 'r', name: 'Large' },
  digest: '',
  mine: false,
}

test('a single payment is called by its two sides', () => {
  expect(sayPayment(proposal, every)).toBe('Operating → Account …8888')
  expect(sayPayment(proposal, undefined)).toBe('Account …5678 → Account …8888')
})

test('a bulk is called by what it is of', () => {
  const { to: _, ...rest } = proposal
  expect(sayPayment({ ...rest, source: 'BULK', rows: 3 }, every)).toBe('Bulk of 3 transfers')
  expect(sayPayment({ ...rest, source: 'BULK', kind: 'WIRE', rows: 1 }, every)).toBe('Bulk of one wire')
})

test('totals of several currencies stand beside each other; none is said not to be known', () => {
  const totals = [...proposal.totals, { currency: 'GBP', amount: 5 }]
  expect(sayTotal({ totals }).replaceAll('\u00a0', ' ')).toBe('EUR 1,000.00 + GBP 0.05')
  expect(sayTotal({ totals: [] })).toBe('Not known')
})

test('a bank account is shown in full: an approver decides by it', () => {
  expect(sayPayee({ type: 'bank', name: 'Fenwick', account: 'MT84MALT0110' }, every)).toBe('Fenwick, MT84MALT0110')
  expect(sayPayee({ type: 'beneficiary', id: '1234567' }, every)).toBe('Beneficiary …4567')
})

test('the time left is said in the largest unit that is exact enough', () => {
  expect([100 * HOUR, 72 * HOUR - 1, 90 * 60_000, 59_000].map(sayLeft)).toEqual([
    '4 days',
    '71 hours',
    '90 minutes',
    'one minute',
  ])
})
