import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CardLevelSpendRules, SpendLimit } from '../../../../contract/spend-rules'
import { onEachEngine } from '../../../../test/postgres/engines'
import { createClock } from '../../../effects/clock'
import { type Bank, newActor, openBank } from '../../../testing/bank'
import { debitOrder, openCard, prepaidOrder } from '../../../testing/cards'
import { getCard } from '../get-card'
import { brokenRule, type Purchase } from './broken-rule'
import { effectiveSpendRules, setIdentityRules } from './effective-rules'
import { limitLeft } from './limit-left'
import { nextPeriod, periodStart } from './periods'
import { countSpend } from './spent'
import { createSpendRules, deleteSpendRules, getSpendRules, updateSpendRules } from './write-rules'

const refused = (refusal: string) => ({ ok: false, refusal })
const nothing = { ok: true, value: undefined }
const limit = (amount: number, interval: SpendLimit['interval'] = 'MONTHLY', currency = 'EUR'): SpendLimit => ({
  value: { currency, amount },
  interval,
})

onEachEngine('spend rules', (open) => {
  let bank: Bank
  let account: string
  const clock = createClock()
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
    account = await bank.account('EUR', 0)
  })
  afterAll(() => bank.close())

  const create = (id: string, rules: CardLevelSpendRules) => bank.run((ctx) => createSpendRules(ctx, id, rules))
  const update = (id: string, rules: Parameters<typeof updateSpendRules>[2]) =>
    bank.run((ctx) => updateSpendRules(ctx, id, rules))
  const get = async (id: string) => {
    const found = await bank.run((ctx) => getSpendRules(ctx, id))
    if (!found.ok) throw new Error(found.refusal)
    return found.value
  }
  const available = async (id: string) => {
    const found = await bank.run((ctx) => getCard(ctx, bank.sandbox.keys, id))
    return found.ok ? found.value.availableToSpend : undefined
  }
  const spend = (spendKey: string, authorisationId: string, amount: number) =>
    bank.run((ctx) => countSpend(ctx, { spendKey, authorisationId, amount }))

  it('are set once, changed field by field, and taken away', async () => {
    const { id } = await openCard(bank, prepaidOrder())
    const rules = { blockedMerchantCategories: ['5812'], allowAtm: false, maxTransactionAmount: 5000 }
    expect(await get(id)).toEqual({
      cardLevelSpendRules: {},
      profileLevelSpendRules: { blockedMerchantCategories: ['7995'], authForwardingEnabled: true },
      identityLevelSpendRules: {},
    })
    expect(await create(id, rules)).toEqual(nothing)
    expect(await create(id, {})).toEqual(refused('SPEND_RULE_ALREADY_SET'))
    expect(await update(id, { allowAtm: true, allowedMerchantCountries: ['MT'] })).toEqual(nothing)
    const changed = { ...rules, allowAtm: true, allowedMerchantCountries: ['MT'] }
    expect(await get(id)).toMatchObject({ ...changed, cardLevelSpendRules: changed })
    expect(await bank.run((ctx) => deleteSpendRules(ctx, id))).toEqual(nothing)
    expect(await get(id)).toMatchObject({ cardLevelSpendRules: {} })
    expect(await create(id, { rolloverPolicy: { rolloverNegative: true } })).toEqual(nothing)
  })

  it('are those of own cards only', async () => {
    const { id } = await openCard(bank)
    const as = newActor()
    for (const verb of [
      getSpendRules,
      deleteSpendRules,
      (ctx: Parameters<typeof getSpendRules>[0], card: string) => createSpendRules(ctx, card, {}),
      (ctx: Parameters<typeof getSpendRules>[0], card: string) => updateSpendRules(ctx, card, {}),
    ])
      expect(await bank.run(async (ctx) => verb({ ...ctx, actor: as }, id))).toEqual(refused('NOT_FOUND'))
  })

  it('take limits in the currency of a debit card, one for each interval', async () => {
    const prepaid = await openCard(bank)
    const debit = await openCard(bank, debitOrder(account))
    const foreign = await openCard(bank, debitOrder(account, { userCurrency: 'CHF' }))
    const attempts: [string, SpendLimit[], string][] = [
      [prepaid.id, [limit(1)], 'SPEND_LIMIT_NOT_SUPPORTED_FOR_PREPAID_MODE_CARD'],
      [debit.id, [limit(1), limit(2)], 'SPEND_LIMIT_DUPLICATE_INTERVAL'],
      [debit.id, [limit(-1)], 'SPEND_LIMIT_AMOUNT_INVALID'],
      [debit.id, [limit(1, 'DAILY', 'CHF')], 'SPEND_LIMIT_CURRENCY_DIFFERENT_FROM_CARD_CURRENCY'],
      [foreign.id, [limit(1)], 'SPEND_LIMIT_CURRENCY_DIFFERENT_FROM_USER_CURRENCY'],
    ]
    for (const [id, spendLimit, refusal] of attempts) {
      expect(await create(id, { spendLimit })).toEqual(refused(refusal))
      expect(await update(id, { spendLimit })).toEqual(refused(refusal))
    }
    expect(await create(foreign.id, { spendLimit: [limit(5, 'DAILY', 'CHF')] })).toEqual(nothing)
    expect(await available(foreign.id)).toEqual([{ value: { currency: 'CHF', amount: 5 }, interval: 'DAILY' }])
  })

  it('overwrite limits, or add to them', async () => {
    const { id } = await openCard(bank, debitOrder(account))
    await create(id, { spendLimit: [limit(100, 'ALWAYS'), limit(10, 'DAILY')] })
    const more = [limit(50, 'ALWAYS'), limit(7, 'YEARLY')]
    expect(await update(id, { spendLimit: more, updateSpendLimitMethod: 'INCREMENT' })).toEqual(nothing)
    expect((await get(id)).spendLimit).toEqual([limit(150, 'ALWAYS'), limit(10, 'DAILY'), limit(7, 'YEARLY')])
    const tooMuch = [limit(Number.MAX_SAFE_INTEGER, 'ALWAYS')]
    expect(await update(id, { spendLimit: tooMuch, updateSpendLimitMethod: 'INCREMENT' })).toEqual(
      refused('SPEND_LIMIT_AMOUNT_INVALID'),
    )
    expect(await update(id, { spendLimit: [limit(1, 'WEEKLY')] })).toEqual(nothing)
    expect((await get(id)).spendLimit).toEqual([limit(1, 'WEEKLY')])
  })

  it('leave what was not spent yet, interval by interval, also below nothing', async () => {
    const { id } = await openCard(bank, debitOrder(account))
    await create(id, { spendLimit: [limit(100, 'DAILY'), limit(150, 'ALWAYS')] })
    await spend(id, 'a', 60)
    await spend(id, 'b', 70)
    const amounts = async () => (await available(id))?.map(({ value }) => value?.amount)
    expect(await amounts()).toEqual([-30, 20])
    await spend(id, 'b', 0)
    expect(await amounts()).toEqual([40, 90])
    clock.advance(48 * 60 * 60_000)
    expect(await amounts()).toEqual([100, 90])
    await update(id, { rolloverPolicy: { rolloverNegative: true }, spendLimit: [limit(50, 'DAILY')] })
    // 60 of 50 two days ago were made up for the day after.
    expect(await amounts()).toEqual([50])
    await update(id, { spendLimit: [limit(20, 'DAILY')] })
    expect(await amounts()).toEqual([0])
  })

  it('of all levels hold for a purchase', async () => {
    const { id } = await openCard(bank)
    await create(id, { allowedMerchantIds: ['M1'], minTransactionAmount: 10 })
    await bank.run((ctx) => setIdentityRules(ctx, bank.actor.identityId, { blockedMerchantCountries: ['US'] }))
    const rules = await bank.run((ctx) => effectiveSpendRules(ctx, id))
    if (!rules) throw new Error('no rules')
    const purchase: Purchase = {
      amount: 10,
      categoryCode: '5411',
      merchantId: 'M1',
      country: 'MT',
      contactless: false,
      atm: false,
      eCommerce: true,
      cashback: false,
      credit: false,
    }
    expect(brokenRule(rules, purchase)).toBeUndefined()
    expect(brokenRule(rules, { ...purchase, amount: 9 })).toBe('MIN_TRANSACTION_AMOUNT_EXCEEDED')
    expect(brokenRule(rules, { ...purchase, merchantId: 'M2' })).toBe('MERCHANT_ID_NOT_IN_ALLOWED_LIST')
    expect(brokenRule(rules, { ...purchase, categoryCode: '7995' })).toBe('MERCHANT_CATEGORY_BLOCKED')
    expect(brokenRule(rules, { ...purchase, country: 'US' })).toBe('MERCHANT_COUNTRY_BLOCKED')
    expect(await bank.run((ctx) => effectiveSpendRules(ctx, '404'))).toBeUndefined()
  })
})

describe('a rule', () => {
  const purchase: Purchase = {
    amount: 100,
    categoryCode: '1',
    merchantId: '2',
    country: 'MT',
    contactless: true,
    atm: true,
    eCommerce: true,
    cashback: true,
    credit: true,
  }
  const broken = (card: CardLevelSpendRules) => brokenRule({ card, profile: {}, identity: {} }, purchase)

  it.each<[CardLevelSpendRules, string | undefined]>([
    [{}, undefined],
    [{ allowedMerchantCategories: [], minTransactionAmount: 0, maxTransactionAmount: 0, allowAtm: true }, undefined],
    [{ allowedMerchantCategories: ['1'], blockedMerchantCategories: ['1'] }, 'MERCHANT_CATEGORY_BLOCKED'],
    [{ allowedMerchantCategories: ['9'] }, 'MERCHANT_CATEGORY_NOT_IN_ALLOWED_LIST'],
    [{ blockedMerchantIds: ['2'] }, 'MERCHANT_ID_BLOCKED'],
    [{ allowedMerchantCountries: ['GB'] }, 'MERCHANT_COUNTRY_NOT_IN_ALLOWED_LIST'],
    [{ allowAtm: false }, 'ATM_NOT_ALLOWED'],
    [{ allowContactless: false }, 'CONTACTLESS_NOT_ALLOWED'],
    [{ allowECommerce: false }, 'ECOMMERCE_NOT_ALLOWED'],
    [{ allowCashback: false }, 'CASHBACK_NOT_ALLOWED'],
    [{ allowCreditAuthorisations: false }, 'CREDIT_AUTHORISATIONS_NOT_ALLOWED'],
    [{ maxTransactionAmount: 99 }, 'MAX_TRANSACTION_AMOUNT_EXCEEDED'],
  ])('%j says %s', (rules, reason) => {
    expect(broken(rules)).toBe(reason)
  })
})

describe('periods', () => {
  const at = (text: string) => Date.parse(`${text}Z`)

  it.each([
    ['DAILY', '2028-02-29T23:59:59', '2028-02-29T00:00', '2028-03-01T00:00'],
    ['WEEKLY', '2026-11-22T12:00', '2026-11-16T00:00', '2026-11-23T00:00'],
    ['WEEKLY', '2026-11-23T00:00', '2026-11-23T00:00', '2026-11-30T00:00'],
    ['MONTHLY', '2027-02-28T12:00', '2027-02-01T00:00', '2027-03-01T00:00'],
    ['QUARTERLY', '2027-03-31T12:00', '2027-01-01T00:00', '2027-04-01T00:00'],
    ['YEARLY', '2027-06-30T12:00', '2027-01-01T00:00', '2028-01-01T00:00'],
  ] as const)('%s of %s begin at %s and end at %s', (interval, instant, start, next) => {
    expect(periodStart(interval, at(instant))).toBe(at(start))
    expect(nextPeriod(interval, at(start))).toBe(at(next))
  })

  it('count from the start of a limit, and carry what was overspent until it is made up for', () => {
    const now = at('2026-11-20T12:00')
    const spends = [
      { at: at('2026-11-17T10:00'), amount: 250 },
      { at: at('2026-11-20T10:00'), amount: 30 },
    ]
    expect(limitLeft(limit(100, 'DAILY'), spends, now, false)).toBe(70)
    // 150 too much on the 17th: 100 made up for on the 18th, 50 on the 19th.
    expect(limitLeft(limit(100, 'DAILY'), spends, now, true)).toBe(70)
    expect(limitLeft(limit(60, 'DAILY'), spends, now, true)).toBe(-40)
    const late = { ...limit(1000, 'MONTHLY'), startTimestamp: at('2026-11-18T00:00') }
    expect(limitLeft(late, spends, now, false)).toBe(970)
    expect(limitLeft(limit(1000, 'ALWAYS'), spends, now, true)).toBe(720)
  })
})
