import { describe, expect, test } from 'vitest'
import type { ApprovalRuleInput } from '#contract/console/approval-rules'
import { sayRule } from '../say-rule'
import { ruleCurrencies, ruleForm, toRuleForm, toRuleInput } from './rule-form'

const full: ApprovalRuleInput = {
  name: 'Large',
  kinds: ['TRANSFER', 'WIRE'],
  source: 'BULK',
  amountAtLeast: [{ currency: 'EUR', amount: 1_000_50 }],
  totalAtLeast: [
    { currency: 'EUR', amount: 5 },
    { currency: 'JPY', amount: 5_000 },
  ],
  firstTimeBeneficiary: true,
}

describe('the form of a rule', () => {
  test('gives back what it was made from', () => {
    for (const rule of [full, { name: 'Everything' }])
      expect(toRuleInput(toRuleForm(rule, ruleCurrencies(rule, ['EUR', 'GBP'])))).toEqual(rule)
  })
  test('leaves out what asks nothing', () =>
    expect(toRuleInput(toRuleForm({ name: ' All ' }, ['EUR']))).toEqual({ name: 'All' }))
  test('has a field for each currency of the programme and of the rule', () =>
    expect(ruleCurrencies(full, ['GBP', 'EUR'])).toEqual(['GBP', 'EUR', 'JPY']))
  test('refuses an amount that is none, and a rule without a name', () => {
    const bad = ruleForm.safeParse({ ...toRuleForm(full, ['EUR']), name: ' ', amounts: { EUR: '1,000' } })
    expect(bad.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['amounts.EUR', 'name'])
  })
})

test('a rule is said in words', () => {
  const said = (rule: Partial<ApprovalRuleInput>) => sayRule(rule).replaceAll('\u00a0', ' ')
  expect(said({})).toBe('Every payment')
  expect(said(full)).toBe(
    'Transfers or wires in bulks of EUR 1,000.50 or more of EUR 0.05 or JPY 5,000 or more together to somebody never paid before',
  )
})
