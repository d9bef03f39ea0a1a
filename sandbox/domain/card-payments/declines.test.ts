import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CardLevelSpendRules } from '../../../contract/spend-rules'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { type Bank, openBank } from '../../testing/bank'
import { buy, giveBack, moneyOn, paymentOf } from '../../testing/card-payments'
import { debitOrder, loadCard, openCard } from '../../testing/cards'
import { blockAccount } from '../accounts/block-account'
import { blockCard } from '../cards/block-card'
import { setIdentityRules } from '../cards/spend-rules/effective-rules'
import { createSpendRules } from '../cards/spend-rules/write-rules'

const DAY_MS = 24 * 60 * 60_000
type Buy = NonNullable<Parameters<typeof buy>[2]>

onEachEngine('why card payments are declined', (open) => {
  const clock = createClock()
  let bank: Bank
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  const prepaid = async (amount = 100_000, rules?: CardLevelSpendRules) => {
    const { id } = await openCard(bank)
    await loadCard(bank, id, amount)
    if (rules) await bank.run((ctx) => createSpendRules(ctx, id, rules))
    return id
  }
  const mark = (id: string, columns: { pending_activation?: 0 | 1; pin_blocked?: 0 | 1; valid_until?: number }) =>
    bank.store.db.updateTable('sandbox_card').set(columns).where('id', '=', id).execute()
  /** What the simulator answers, and what the payment says of it. */
  const outcome = async ({ code, id }: Awaited<ReturnType<typeof buy>>) => {
    const { status, events } = await paymentOf(bank, id)
    const [event] = events
    if (event?.type !== 'AUTHORISATION') throw new Error('no authorisation')
    const { declineReason, authRuleFailedReason } = event
    return [code, status, declineReason, ...(authRuleFailedReason === undefined ? [] : [authRuleFailedReason])]
  }
  const tried = async (card: string, order?: Buy) => outcome(await buy(bank, card, order))

  it('has no payment of a card that is not there, or of no money', async () => {
    expect(await buy(bank, '404')).toEqual({ code: 'DENIED_CARD_NOT_FOUND' })
    expect(await buy(bank, await prepaid(), { amount: 0 })).toEqual({ code: 'DENIED_AMOUNT_NOT_POSITIVE' })
    expect(await buy(bank, await prepaid(), { amount: -1 })).toEqual({ code: 'DENIED_AMOUNT_NOT_POSITIVE' })
    expect(await buy(bank, await prepaid(), { amount: Number.MAX_SAFE_INTEGER, currency: 'GBP' })).toEqual({
      code: 'DENIED_OTHER',
    })
  })

  it('leaves the money alone, and a line on the statement', async () => {
    const card = await prepaid(999)
    expect(await tried(card)).toEqual(['DENIED_NOT_ENOUGH_FUNDS', 'DECLINED', 'INSUFFICIENT_BALANCE'])
    expect(await moneyOn(bank, card)).toEqual({ actual: 999, available: 999 })
    const lines = await bank.store.db
      .selectFrom('sandbox_ledger_entry')
      .selectAll()
      .where('account', '=', card)
      .execute()
    const line = lines.at(-1)
    expect(line).toMatchObject({ transaction_type: 'AUTHORISATION_DECLINE', actual: 0, available: 0 })
    expect(JSON.parse(line?.additional_fields ?? '')).toMatchObject({ declineReason: 'INSUFFICIENT_BALANCE' })
    expect(await tried(card, { amount: 990, currency: 'GBP' })).toEqual([
      'DENIED_NOT_ENOUGH_FUNDS',
      'DECLINED',
      'INSUFFICIENT_BALANCE',
    ])
  })

  it('looks at the card first', async () => {
    const blocked = await prepaid()
    await bank.run((ctx) => blockCard(ctx, blocked))
    const inactive = ['DENIED_CARD_INACTIVE', 'DECLINED', 'CARD_STATUS_NOT_ALLOWED']
    expect(await tried(blocked)).toEqual(inactive)
    expect(await outcome(await giveBack(bank, blocked))).toEqual(inactive)
    const old = await prepaid()
    await mark(old, { valid_until: clock.now() - 1 })
    expect(await tried(old)).toEqual(['DENIED_CARD_EXPIRY', 'DECLINED', 'CARD_EXPIRY_CHECKS_FAILED'])
    const fresh = await prepaid()
    await mark(fresh, { pending_activation: 1 })
    const idle = ['DENIED_CARD_INACTIVE', 'DECLINED', 'PHYSICAL_NOT_ACTIVATED']
    expect(await tried(fresh, { cardPresent: true })).toEqual(idle)
    expect(await buy(bank, fresh)).toMatchObject({ code: 'APPROVED' })
    await mark(fresh, { pending_activation: 0, pin_blocked: 1 })
    expect(await tried(fresh, { atm: true })).toEqual(['DENIED_OTHER', 'DECLINED', 'PIN_RETRIES_EXCEEDED'])
    expect(await buy(bank, fresh, { cardPresent: true })).toMatchObject({ code: 'APPROVED' })
  })

  it('does not pay from an account that is blocked', async () => {
    const account = await bank.account('EUR', 5000)
    const { id } = await openCard(bank, debitOrder(account))
    await bank.run((ctx) => blockAccount(ctx, account))
    expect(await tried(id)).toEqual(['DENIED_OTHER', 'DECLINED', 'TRANSACTION_NOT_PERMITTED'])
  })

  it('believes no CVV after three wrong ones, for a day', async () => {
    const card = await prepaid()
    const wrong = ['DENIED_INCORRECT_CVV', 'DECLINED', 'CVV_CHECKS_FAILED']
    const right = { told: { cvv: true, expiry: true } }
    expect(await tried(card, { told: { cvv: true, expiry: false } })).toEqual([
      'DENIED_CARD_EXPIRY',
      'DECLINED',
      'CARD_EXPIRY_CHECKS_FAILED',
    ])
    for (let count = 0; count < 3; count += 1) {
      expect(await buy(bank, card, right)).toMatchObject({ code: 'APPROVED' })
      expect(await tried(card, { told: { cvv: false, expiry: true } })).toEqual(wrong)
    }
    expect(await tried(card, right)).toEqual(['DENIED_INCORRECT_CVV', 'DECLINED', 'CVV_RETRIES_EXCEEDED'])
    clock.advance(DAY_MS)
    expect(await buy(bank, card, right)).toMatchObject({ code: 'APPROVED' })
  })

  const shop = { cardPresent: true, amount: 6000 } as const
  it.each<[string, CardLevelSpendRules, Buy, Buy]>([
    ['MERCHANT_CATEGORY_BLOCKED', { blockedMerchantCategories: ['5942'] }, {}, { merchant: { categoryCode: '5411' } }],
    [
      'MERCHANT_CATEGORY_NOT_IN_ALLOWED_LIST',
      { allowedMerchantCategories: ['5411'] },
      {},
      { merchant: { categoryCode: '5411' } },
    ],
    ['MERCHANT_ID_BLOCKED', { blockedMerchantIds: ['BOOKS1'] }, {}, { merchant: { id: 'B2' } }],
    ['MERCHANT_ID_NOT_IN_ALLOWED_LIST', { allowedMerchantIds: ['B2'] }, {}, { merchant: { id: 'B2' } }],
    ['MERCHANT_COUNTRY_BLOCKED', { blockedMerchantCountries: ['IE'] }, {}, { merchant: { country: 'MT' } }],
    ['MERCHANT_COUNTRY_NOT_IN_ALLOWED_LIST', { allowedMerchantCountries: ['MT'] }, {}, { merchant: { country: 'MT' } }],
    ['ATM_NOT_ALLOWED', { allowAtm: false }, { atm: true }, {}],
    ['CONTACTLESS_NOT_ALLOWED', { allowContactless: false }, { ...shop, amount: 5000 }, { ...shop, amount: 5001 }],
    ['ECOMMERCE_NOT_ALLOWED', { allowECommerce: false }, {}, shop],
    ['ECOMMERCE_NOT_ALLOWED', { allowECommerce: false }, {}, { merchant: { categoryCode: '5964' } }],
    ['CASHBACK_NOT_ALLOWED', { allowCashback: false }, { ...shop, cashback: true }, shop],
    ['MIN_TRANSACTION_AMOUNT_EXCEEDED', { minTransactionAmount: 1000 }, { amount: 999 }, { amount: 1000 }],
    ['MAX_TRANSACTION_AMOUNT_EXCEEDED', { maxTransactionAmount: 1000 }, { amount: 1001 }, { amount: 1000 }],
  ])('keeps to the rules of the card: %s', async (rule, rules, against, within) => {
    const card = await prepaid(100_000, rules)
    expect(await tried(card, against)).toEqual(['DENIED_SPEND_CONTROL', 'DECLINED', 'AUTH_RULE_CHECKS_FAILED', rule])
    expect(await buy(bank, card, within)).toMatchObject({ code: 'APPROVED' })
  })

  it('keeps to the rules of profile and identity as well', async () => {
    const card = await prepaid()
    const gambling = { merchant: { categoryCode: '7995' } }
    expect((await tried(card, gambling)).at(-1)).toBe('MERCHANT_CATEGORY_BLOCKED')
    await bank.run((ctx) => setIdentityRules(ctx, bank.actor.identityId, { allowAtm: false }))
    expect((await tried(card, { atm: true })).at(-1)).toBe('ATM_NOT_ALLOWED')
    await bank.run((ctx) => setIdentityRules(ctx, bank.actor.identityId, {}))
    expect(await buy(bank, card, { atm: true })).toMatchObject({ code: 'APPROVED' })
  })

  it('takes no refund where credits are not allowed, and looks at nothing else in one', async () => {
    const strict = await prepaid(1, { allowCreditAuthorisations: false })
    expect(await outcome(await giveBack(bank, strict))).toEqual([
      'DENIED_SPEND_CONTROL',
      'DECLINED',
      'AUTH_RULE_CHECKS_FAILED',
      'CREDIT_AUTHORISATIONS_NOT_ALLOWED',
    ])
    const small = await prepaid(1, { maxTransactionAmount: 10, blockedMerchantCategories: ['5942'] })
    expect(await giveBack(bank, small)).toMatchObject({ code: 'APPROVED' })
  })

  it('gives out so much cash a day', async () => {
    const card = await prepaid(200_000)
    expect(await buy(bank, card, { atm: true, amount: 30_000 })).toMatchObject({ code: 'APPROVED' })
    const tooMuch = ['DENIED_OTHER', 'DECLINED', 'ATM_WITHDRAWAL_LIMIT_EXCEEDED']
    expect(await tried(card, { atm: true, amount: 20_001 })).toEqual(tooMuch)
    expect(await buy(bank, card, { atm: true, amount: 20_000 })).toMatchObject({ code: 'APPROVED' })
    clock.advance(DAY_MS)
    expect(await buy(bank, card, { atm: true, amount: 20_001 })).toMatchObject({ code: 'APPROVED' })
  })

  it('counts a limit down to nothing and not below', async () => {
    const account = await bank.account('EUR', 100_000)
    const { id } = await openCard(bank, debitOrder(account))
    const limits = [
      { value: { currency: 'EUR', amount: 1000 }, interval: 'DAILY' as const },
      { value: { currency: 'EUR', amount: 1500 }, interval: 'ALWAYS' as const },
    ]
    await bank.run((ctx) => createSpendRules(ctx, id, { spendLimit: limits }))
    const over = ['DENIED_SPEND_CONTROL', 'DECLINED', 'AUTH_RULE_CHECKS_FAILED', 'SPEND_LIMIT_EXCEEDED']
    expect(await tried(id, { amount: 1001 })).toEqual(over)
    expect(await buy(bank, id, { amount: 1000 })).toMatchObject({ code: 'APPROVED' })
    expect(await tried(id, { amount: 1 })).toEqual(over)
    clock.advance(DAY_MS)
    expect(await tried(id, { amount: 501 })).toEqual(over)
    expect(await buy(bank, id, { amount: 500 })).toMatchObject({ code: 'APPROVED' })
  })
})
