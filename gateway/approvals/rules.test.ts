import { describe, expect, test } from 'vitest'
import { type ApprovalRule, ApprovalRuleInput } from '../../contract/console/approval-rules'
import { digestOf } from './digest'
import type { Payment } from './read-payment'
import { matchingRule } from './rules'

const eur = (amount: number) => ({ currency: 'EUR', amount })
const rule = (more: Partial<ApprovalRule>): ApprovalRule => ({
  id: '1',
  name: 'A rule',
  createdAt: 0,
  changedAt: 0,
  changedBy: 'Ada',
  ...more,
})
const single = (amount: number, payee = 'p', currency = 'EUR'): Payment => ({
  facts: {
    kind: 'TRANSFER',
    source: 'SINGLE',
    rows: 1,
    totals: [{ currency, amount }],
    largest: [{ currency, amount }],
    from: [],
  },
  lines: [{ payee, currency, largest: amount }],
})
const bulk = (...lines: [payee: string, amount: number][]): Payment => ({
  facts: {
    kind: 'WIRE',
    source: 'BULK',
    rows: lines.length,
    totals: [eur(lines.reduce((sum, [, amount]) => sum + amount, 0))],
    largest: [eur(Math.max(...lines.map(([, amount]) => amount)))],
    from: [],
  },
  lines: lines.map(([payee, largest]) => ({ payee, currency: 'EUR', largest })),
})
const old = (_payee: string) => false
const fresh = (payee: string) => payee.startsWith('new')
const holds = (one: Partial<ApprovalRule>, payment: Payment, isNew = old) =>
  matchingRule([rule(one)], payment, isNew) !== undefined

describe('a rule', () => {
  test('without conditions holds everything', () => expect(holds({}, single(0))).toBe(true))
  test('of kinds holds those', () => {
    expect(holds({ kinds: ['TRANSFER'] }, single(1))).toBe(true)
    expect(holds({ kinds: ['SEND', 'WIRE'] }, single(1))).toBe(false)
  })
  test('of a source holds it', () => {
    expect(holds({ source: 'BULK' }, single(1))).toBe(false)
    expect(holds({ source: 'BULK' }, bulk(['a', 1]))).toBe(true)
  })
  test('of an amount begins at it, in its currency', () => {
    expect(holds({ amountAtLeast: [eur(100)] }, single(99))).toBe(false)
    expect(holds({ amountAtLeast: [eur(100)] }, single(100))).toBe(true)
    expect(holds({ amountAtLeast: [eur(100)] }, single(100, 'p', 'GBP'))).toBe(false)
    expect(holds({ amountAtLeast: [eur(100)] }, bulk(['a', 99], ['b', 99]))).toBe(false)
  })
  test('of a total adds the rows up', () => {
    expect(holds({ totalAtLeast: [eur(198)] }, bulk(['a', 99], ['b', 99]))).toBe(true)
    expect(holds({ totalAtLeast: [eur(199)] }, bulk(['a', 99], ['b', 99]))).toBe(false)
    expect(holds({ totalAtLeast: [eur(199)] }, single(199))).toBe(true)
  })
  test('of new payees holds what goes to one', () => {
    expect(holds({ firstTimeBeneficiary: true }, single(1, 'known'), fresh)).toBe(false)
    expect(holds({ firstTimeBeneficiary: true }, single(1, 'new'), fresh)).toBe(true)
    expect(holds({ firstTimeBeneficiary: true }, bulk(['known', 5], ['new', 1]), fresh)).toBe(true)
  })
  test('of several conditions asks all of them, of one row', () => {
    const both: Partial<ApprovalRule> = { amountAtLeast: [eur(100)], firstTimeBeneficiary: true }
    expect(holds(both, bulk(['known', 500], ['new', 1]), fresh)).toBe(false)
    expect(holds(both, bulk(['known', 500], ['new', 100]), fresh)).toBe(true)
    expect(holds({ kinds: ['WIRE'], source: 'BULK', totalAtLeast: [eur(1)] }, bulk(['a', 1]))).toBe(true)
    expect(holds({ kinds: ['SEND'], source: 'BULK', totalAtLeast: [eur(1)] }, bulk(['a', 1]))).toBe(false)
  })
  test('that might reach a bulk of unknown content does', () => {
    const { facts } = bulk(['a', 1])
    const unknown: Payment = { facts: { ...facts, totals: [], largest: [], contentUnknown: true }, lines: [] }
    expect(holds({ amountAtLeast: [eur(100_000_00)] }, unknown)).toBe(true)
    expect(holds({ kinds: ['SEND'] }, unknown)).toBe(false)
    expect(holds({ source: 'SINGLE' }, unknown)).toBe(false)
  })
})

test('of several rules any one holds, and the first is named', () => {
  const rules = [rule({ id: 'a', kinds: ['SEND'] }), rule({ id: 'b', amountAtLeast: [eur(5)] }), rule({ id: 'c' })]
  expect(matchingRule(rules, single(5), old)?.id).toBe('b')
  expect(matchingRule(rules, single(4), old)?.id).toBe('c')
  expect(matchingRule([], single(4), old)).toBeUndefined()
})

test('a rule names a currency once, and no amount below nothing', () => {
  const named = (amountAtLeast: unknown) => ApprovalRuleInput.safeParse({ name: 'x', amountAtLeast }).success
  expect(named([eur(1), { currency: 'GBP', amount: 0 }])).toBe(true)
  expect(named([eur(1), eur(2)])).toBe(false)
  expect(named([eur(-1)])).toBe(false)
  expect(named([])).toBe(false)
})

test('a digest is of the content, not of the order in which it was written', () => {
  expect(digestOf({ a: 1, b: { c: [1, 2], d: 3 } })).toBe(digestOf({ b: { d: 3, c: [1, 2] }, a: 1 }))
  expect(digestOf({ a: [1, 2] })).not.toBe(digestOf({ a: [2, 1] }))
  expect(digestOf({ a: 1 })).toMatch(/^[0-9a-f]{64}$/)
})
