import { describe, expect, test } from 'vitest'
import type { ManagedAccount } from '#contract/managed-accounts'
import { destinationProblem, emptyDraft, type Facts, furthestStep, readPayment, stepToShow } from './steps'

const account = (id: string, over: Partial<ManagedAccount> = {}): ManagedAccount => ({
  id,
  profileId: '2001',
  friendlyName: `Account ${id}`,
  currency: 'EUR',
  balances: { availableBalance: 100_00, actualBalance: 100_00 },
  state: { state: 'ACTIVE' },
  creationTimestamp: 0,
  ...over,
})

const now = Date.UTC(2026, 10, 20, 12)
const facts: Facts = {
  accounts: [
    account('1'),
    account('2'),
    account('3', { currency: 'GBP' }),
    account('4', { state: { state: 'BLOCKED', blockedReason: 'USER' } }),
  ],
  now,
  zone: 'Europe/Malta',
}
const full = { ...emptyDraft, from: '1', to: '2', amount: '12.34' }

describe('furthest step', () => {
  test('an empty draft begins at the source', () => expect(furthestStep(emptyDraft, facts)).toEqual({ id: 'from' }))

  test('an unknown or blocked source proves nothing', () => {
    expect(furthestStep({ ...full, from: '9' }, facts).id).toBe('from')
    expect(furthestStep({ ...full, from: '4' }, facts).id).toBe('from')
  })

  test('a destination that cannot take the money stops there, with the source proved', () => {
    for (const to of ['', '1', '3', '4'])
      expect(furthestStep({ ...full, to }, facts)).toEqual({ id: 'to', source: facts.accounts[0] })
  })

  test('a bad amount stops at the amount', () => {
    for (const amount of ['', '0', '-5', '1e3', '1,000', '12.345'])
      expect(furthestStep({ ...full, amount }, facts).id).toBe('amount')
  })

  test('a complete draft reaches the review with an integer amount', () => {
    expect(furthestStep(full, facts)).toMatchObject({
      id: 'review',
      source: { id: '1' },
      destination: { id: '2' },
      payment: { amount: { currency: 'EUR', amount: 1234 } },
    })
  })

  test('more than the available balance is not refused here: the server decides', () => {
    expect(furthestStep({ ...full, amount: '1000000' }, facts).id).toBe('review')
  })
})

describe('step to show', () => {
  const review = furthestStep(full, facts)

  test('an address cannot skip what is not proved', () =>
    expect(stepToShow('review', furthestStep({ ...full, amount: '' }, facts)).id).toBe('amount'))

  test('going back keeps what the step needs', () => {
    expect(stepToShow('from', review)).toEqual({ id: 'from' })
    expect(stepToShow('to', review)).toEqual({ id: 'to', source: facts.accounts[0] })
    expect(stepToShow('amount', review)).toMatchObject({ id: 'amount', destination: { id: '2' } })
    expect(stepToShow('review', review)).toBe(review)
  })
})

describe('why a destination is off', () => {
  const [source] = facts.accounts
  test('same account, other currency, blocked', () => {
    const problems = facts.accounts.map((candidate) => source && destinationProblem(source, candidate))
    expect(problems).toEqual(['SAME', undefined, 'CURRENCY', 'BLOCKED'])
  })
})

describe('reading the payment', () => {
  const problemsOf = (over: object) => {
    const read = readPayment({ ...full, ...over }, 'EUR', facts)
    return read.ok ? {} : read.problems
  }

  test('each field has its own complaint', () => {
    expect(problemsOf({ amount: '0.00', description: 'a|b', tag: 'two words', when: 'later' })).toEqual({
      amount: 'ZERO',
      description: 'CHARACTERS',
      tag: 'CHARACTERS',
      at: 'EMPTY',
    })
    expect(problemsOf({ description: 'x'.repeat(256), tag: 'x'.repeat(51) })).toEqual({
      description: 'TOO_LONG',
      tag: 'TOO_LONG',
    })
  })

  test('a schedule is read in the zone of the person and must lie ahead', () => {
    // Malta is one hour ahead of UTC in November: 13:01 there is one minute after `now`.
    expect(readPayment({ ...full, when: 'later', at: '2026-11-20T13:01' }, 'EUR', facts)).toMatchObject({
      ok: true,
      payment: { scheduledAt: now + 60_000 },
    })
    expect(problemsOf({ when: 'later', at: '2026-11-20T13:00' })).toEqual({ at: 'PAST' })
  })

  test('a time typed and then not wanted is not sent', () => {
    const read = readPayment({ ...full, when: 'now', at: '2020-01-01T00:00' }, 'EUR', facts)
    expect(read).toEqual({ ok: true, payment: { amount: { currency: 'EUR', amount: 1234 } } })
  })
})
