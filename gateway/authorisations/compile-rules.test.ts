import { describe, expect, it } from 'vitest'
import {
  type AuthorisationRule,
  firstRules,
  AuthorisationRule as Shape,
} from '../../contract/console/authorisation-rules'
import type { Asked } from './asked'
import { compileRules } from './compile-rules'
import type { Facts } from './conditions'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const one: Facts = () => ({ requests: 1, amount: 0 })
// A Thursday, 22:30 in London and 23:30 in Berlin.
const THURSDAY_NIGHT = Date.UTC(2026, 0, 15, 22, 30)

const purchase: Asked = {
  kind: 'CARD',
  credit: false,
  currency: 'EUR',
  amount: 50_00,
  instrumentId: '700',
  cardholder: 'Ada Lovelace',
  cardUserId: '900',
  party: 'Props & Wigs',
  partyId: '000000000000042',
  category: '5812',
  country: 'GB',
  at: THURSDAY_NIGHT,
}
const wire: Asked = {
  kind: 'WIRE',
  credit: false,
  currency: 'EUR',
  amount: 900_00,
  instrumentId: '300',
  party: 'Müller GmbH',
  partyId: 'DE89370400440532013000',
  at: THURSDAY_NIGHT,
}

type If = Record<string, unknown>
const rule = (kind: 'CARD' | 'WIRE', conditions: If, more: Partial<AuthorisationRule> = {}): AuthorisationRule =>
  Shape.parse({
    id: uuid(1),
    name: 'one',
    on: true,
    action: 'DECLINE',
    reason: 'because',
    kind,
    if: conditions,
    ...more,
  })
const decide = (rules: AuthorisationRule[], asked: Asked, facts = one) =>
  compileRules({ ...firstRules, rules }).decide(asked, facts)
const holds = (conditions: If, change: Partial<Asked> = {}, facts = one) => {
  const asked = { ...(change.kind === 'WIRE' ? wire : purchase), ...change }
  return decide([rule(asked.kind, conditions)], asked, facts).by === 'RULE'
}

describe('a condition', () => {
  it.each<[string, If, boolean, Partial<Asked>?]>([
    ['none at all', {}, true],
    ['this card', { cards: ['1', '700'] }, true],
    ['another card', { cards: ['701'] }, false],
    ['part of the holder’s name, whatever the capitals', { cardholder: 'LOVE' }, true],
    ['the holder’s user', { cardholder: '900' }, true],
    ['part of a user’s id', { cardholder: '90' }, false],
    ['a holder nobody knows', { cardholder: 'Ada' }, false, { cardholder: undefined, cardUserId: undefined }],
    ['the merchant’s id', { merchantId: '000000000000042' }, true],
    ['part of the merchant’s id', { merchantId: '42' }, false],
    ['part of the merchant’s name', { merchantName: 'wigs' }, true],
    ['another merchant', { merchantName: 'casino' }, false],
    ['a category', { categories: ['7995', '5812'] }, true],
    ['a range of categories, its first', { categories: ['5812-5814'] }, true],
    ['a range of categories, its last', { categories: ['5800-5812'] }, true],
    ['a range beside it', { categories: ['5813-5999'] }, false],
    ['a country', { countries: ['FR', 'GB'] }, true],
    ['a country in small letters', { countries: ['GB'] }, true, { country: 'gb' }],
    ['another country', { countries: ['FR'] }, false],
    ['no country told', { countries: ['GB'] }, false, { country: undefined }],
    ['an amount, its least', { amounts: [{ currency: 'EUR', from: 5000 }] }, true],
    ['an amount, its most', { amounts: [{ currency: 'EUR', to: 5000 }] }, true],
    ['one cent too little', { amounts: [{ currency: 'EUR', from: 5001 }] }, false],
    ['one cent too much', { amounts: [{ currency: 'EUR', to: 4999 }] }, false],
    ['another currency', { amounts: [{ currency: 'GBP', from: 0 }] }, false],
    ['one of several currencies', { amounts: [{ currency: 'GBP' }, { currency: 'EUR', from: 1 }] }, true],
    ['a purchase', { direction: 'PURCHASE' }, true],
    ['a purchase where it is a refund', { direction: 'PURCHASE' }, false, { credit: true }],
    ['a refund', { direction: 'CREDIT' }, true, { credit: true }],
    ['all of several', { countries: ['GB'], merchantName: 'wigs', cards: ['700'] }, true],
    ['all but one of several', { countries: ['GB'], merchantName: 'wigs', cards: ['701'] }, false],
    ['the account', { accounts: ['300'] }, true, { kind: 'WIRE' }],
    ['another account', { accounts: ['301'] }, false, { kind: 'WIRE' }],
    ['part of the sender’s name', { senderName: 'müller' }, true, { kind: 'WIRE' }],
    ['the sender’s IBAN with spaces', { senderAccount: 'de89 3704 0044' }, true, { kind: 'WIRE' }],
    ['the end of an IBAN', { senderAccount: '013000' }, false, { kind: 'WIRE' }],
    ['a sender without account', { senderAccount: 'DE' }, false, { kind: 'WIRE', partyId: undefined }],
  ])('%s', (_, conditions, expected, change) => {
    expect(holds(conditions, change)).toBe(expected)
  })

  it.each<[string, If, boolean]>([
    ['hours of the zone', { zone: 'Europe/London', from: '22:00', to: '23:00' }, true],
    ['the same hours elsewhere', { zone: 'Europe/Berlin', from: '22:00', to: '23:00' }, false],
    ['the first minute', { zone: 'Europe/London', from: '22:30', to: '23:00' }, true],
    ['not the last', { zone: 'Europe/London', from: '21:00', to: '22:30' }, false],
    ['over midnight, before it', { zone: 'Europe/London', from: '22:00', to: '06:00' }, true],
    ['over midnight, the day outside', { zone: 'Europe/London', from: '23:00', to: '22:00' }, false],
    ['the day', { zone: 'Europe/London', days: [4] }, true],
    ['another day', { zone: 'Europe/London', days: [5, 6, 7] }, false],
    ['the next day where it is that already', { zone: 'Asia/Tokyo', days: [5] }, true],
  ])('hours: %s', (_, hours, expected) => {
    expect(holds({ hours })).toBe(expected)
  })

  it('follows the clocks when they change to summer', () => {
    const hours = { zone: 'Europe/London', from: '09:00', to: '10:00' }
    expect(holds({ hours }, { at: Date.UTC(2026, 0, 15, 9, 30) })).toBe(true)
    expect(holds({ hours }, { at: Date.UTC(2026, 6, 15, 9, 30) })).toBe(false)
    expect(holds({ hours }, { at: Date.UTC(2026, 6, 15, 8, 30) })).toBe(true)
  })

  it.each<[string, If, { requests: number; amount: number }, boolean]>([
    ['as many as allowed', { moreThanRequests: 3 }, { requests: 3, amount: 0 }, false],
    ['one more', { moreThanRequests: 3 }, { requests: 4, amount: 0 }, true],
    ['as much as allowed', { moreThanAmount: { currency: 'EUR', amount: 500 } }, { requests: 1, amount: 500 }, false],
    ['a cent more', { moreThanAmount: { currency: 'EUR', amount: 500 } }, { requests: 1, amount: 501 }, true],
    ['another currency', { moreThanAmount: { currency: 'GBP', amount: 500 } }, { requests: 1, amount: 501 }, false],
    [
      'either of both',
      { moreThanRequests: 9, moreThanAmount: { currency: 'EUR', amount: 500 } },
      { requests: 1, amount: 501 },
      true,
    ],
  ])('velocity: %s', (_, velocity, found, expected) => {
    const asked: number[] = []
    const facts: Facts = (minutes) => {
      asked.push(minutes)
      return found
    }
    expect(holds({ velocity: { withinMinutes: 10, ...velocity } }, {}, facts)).toBe(expected)
    expect(asked).toEqual([10])
  })
})

describe('a list', () => {
  const all = (n: number, more: Partial<AuthorisationRule> = {}) => rule('CARD', {}, { id: uuid(n), ...more })

  it('lets the first that matches decide, and says which', () => {
    const rules = [
      rule('CARD', { countries: ['FR'] }, { id: uuid(1) }),
      all(2, { action: 'ASK', name: 'second', reason: 'look' }),
      all(3),
    ]
    expect(decide(rules, purchase)).toEqual({
      by: 'RULE',
      action: 'ASK',
      rule: { id: uuid(2), name: 'second', action: 'ASK', position: 2 },
      reason: 'look',
    })
  })

  it('passes over rules that are off, and over those of the other kind', () => {
    expect(decide([all(1, { on: false }), all(2)], purchase)).toMatchObject({ rule: { id: uuid(2), position: 2 } })
    const rules = [rule('WIRE', {}, { id: uuid(1) }), all(2, { action: 'APPROVE' })]
    expect(decide(rules, purchase)).toMatchObject({ action: 'APPROVE', rule: { id: uuid(2), position: 1 } })
    expect(decide(rules, wire)).toMatchObject({ action: 'DECLINE', rule: { id: uuid(1), position: 1 } })
  })

  it('falls back on the default of the kind', () => {
    const rules = compileRules({
      rules: [],
      defaults: {
        CARD: { unmatched: 'DECLINE', unanswered: 'APPROVE' },
        WIRE: { unmatched: 'APPROVE', unanswered: 'APPROVE' },
      },
    })
    expect(rules.decide(purchase, one)).toEqual({ by: 'UNMATCHED', action: 'DECLINE' })
    expect(rules.decide(wire, one)).toEqual({ by: 'UNMATCHED', action: 'APPROVE' })
  })

  it('changes nothing for anybody before there are rules', () => {
    expect(compileRules(firstRules).decide(purchase, one).action).toBe('APPROVE')
    expect(compileRules(firstRules).decide(wire, one).action).toBe('APPROVE')
  })

  it('is the first match of any order: a rule that is put before the match may change the outcome, one behind never', () => {
    let seed = 7
    const random = (n: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((seed / 2 ** 32) * n)
    }
    let several = 0
    const conditions: If[] = [{}, { countries: ['GB'] }, { countries: ['FR'] }, { cards: ['700'] }, { cards: ['1'] }]
    const actions = ['APPROVE', 'DECLINE', 'ASK'] as const
    for (let round = 0; round < 300; round++) {
      const rules = Array.from({ length: random(8) }, (_, n) =>
        rule('CARD', conditions[random(conditions.length)] ?? {}, {
          id: uuid(n),
          on: random(4) > 0,
          action: actions[random(3)] ?? 'ASK',
        }),
      )
      const first = rules.find((one) => one.on && decide([one], purchase).by === 'RULE')
      several += rules.filter((one) => one.on && decide([one], purchase).by === 'RULE').length > 1 ? 1 : 0
      const outcome = decide(rules, purchase)
      expect(outcome.by === 'RULE' ? outcome.rule.id : undefined).toBe(first?.id)
      const behind = decide([...rules, rule('CARD', {}, { id: uuid(99) })], purchase)
      if (first) expect(behind).toEqual(outcome)
      else expect(behind).toMatchObject({ rule: { id: uuid(99) } })
      expect(decide([rule('CARD', {}, { id: uuid(98) }), ...rules], purchase)).toMatchObject({ rule: { id: uuid(98) } })
    }
    expect(several, 'rounds in which the order mattered').toBeGreaterThan(50)
  })

  it('asks for each window of time once', () => {
    const fast = (n: number, withinMinutes: number) =>
      rule('CARD', { velocity: { withinMinutes, moreThanRequests: n } }, { id: uuid(n) })
    const rules = compileRules({ ...firstRules, rules: [fast(1, 10), fast(2, 60), fast(3, 10)] })
    expect(rules.windows).toEqual({ CARD: [10, 60], WIRE: [] })
  })
})

describe('what is no rule', () => {
  it.each<[string, If]>([
    ['an amount that ends before it begins', { amounts: [{ currency: 'EUR', from: 2, to: 1 }] }],
    ['a zone that there is not', { hours: { zone: 'Europe/Atlantis' } }],
    ['an hour without the other', { hours: { zone: 'UTC', from: '09:00' } }],
    ['a velocity of nothing', { velocity: { withinMinutes: 5 } }],
    ['an empty list, which nothing could match', { cards: [] }],
    ['a category that is none', { categories: ['58'] }],
  ])('%s', (_, conditions) => {
    expect(() => rule('CARD', conditions)).toThrow()
  })
})
