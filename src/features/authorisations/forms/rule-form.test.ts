import { describe, expect, it } from 'vitest'
import { AuthorisationRule } from '#contract/console/authorisation-rules'
import { describeRule } from '../describe-rule'
import { toRule, toValues } from './rule-form'

const id = '00000000-0000-4000-8000-000000000001'
const currencies = ['EUR', 'GBP']
const rule = AuthorisationRule.parse({
  id,
  kind: 'CARD',
  name: 'Nights abroad',
  on: false,
  action: 'ASK',
  reason: 'Look at it',
  if: {
    direction: 'CREDIT',
    cards: ['1', '2'],
    cardholder: 'Ada',
    merchantId: '42',
    merchantName: 'Wigs',
    categories: ['5812', '7800-7802'],
    countries: ['FR', 'GB'],
    amounts: [
      { currency: 'EUR', from: 1050 },
      { currency: 'GBP', from: 1, to: 2 },
    ],
    hours: { zone: 'Europe/London', days: [6, 7], from: '22:00', to: '06:00' },
    velocity: { withinMinutes: 10, moreThanRequests: 3, moreThanAmount: { currency: 'GBP', amount: 5000 } },
  },
})

describe('the fields of a rule', () => {
  it('say the same rule again', () => {
    expect(toRule(id, 'CARD', toValues(rule, currencies))).toEqual({ ok: true, rule })
    const wire = AuthorisationRule.parse({
      ...rule,
      kind: 'WIRE',
      if: { accounts: ['3'], senderName: 'Müller', senderAccount: 'DE89', amounts: [{ currency: 'EUR', to: 5 }] },
    })
    expect(toRule(id, 'WIRE', toValues(wire, currencies))).toEqual({ ok: true, rule: wire })
  })

  it('are empty for a rule that always holds', () => {
    const always = { ...rule, if: {} }
    expect(toRule(id, 'CARD', toValues(always, currencies))).toEqual({ ok: true, rule: always })
  })

  it.each([
    [{ name: ' ' }, ['name']],
    [{ reason: '' }, ['reason']],
    [{ categories: 'food' }, ['categories']],
    [{ countries: 'England' }, ['countries']],
    [{ instruments: 'card seven' }, ['instruments', 'instruments']],
    [{ moreAmount: '1,000' }, ['moreAmount']],
    [{ withinMinutes: '' }, ['withinMinutes']],
    [{ withinMinutes: 'ten' }, ['withinMinutes']],
    [{ fromHour: '' }, ['toHour']],
    [{ zone: 'Nowhere' }, ['zone']],
    [{ amounts: { EUR: { from: '10', to: '9' } } }, ['amounts.EUR.to']],
  ])('name what is not right: %o', (change, fields) => {
    const built = toRule(id, 'CARD', { ...toValues(rule, currencies), ...change })
    expect(built.ok ? [] : [...new Set(built.fields)]).toEqual([...new Set(fields)])
  })

  it('are told in a sentence', () => {
    expect(describeRule({ ...rule, if: {} })).toBe('Always')
    expect(describeRule(rule)).toBe(
      'a refund and one of 2 cards and cardholder “Ada” and merchant id 42 and merchant “Wigs” and category 5812, 7800-7802 and country FR, GB and EUR\u00a010.50 or more or GBP\u00a00.01 to GBP\u00a00.02 and on Sat, Sun from 22:00 to 06:00 (Europe/London) and more than 3 requests within 10 minutes or more than GBP\u00a050.00 within 10 minutes',
    )
  })
})
