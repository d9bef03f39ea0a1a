import { afterAll, beforeAll, expect, it } from 'vitest'
import { CardPayment } from '../../../contract/card-payment'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { type Bank, openBank } from '../../testing/bank'
import { buy, giveBack, moneyOn, paymentOf, settleDue } from '../../testing/card-payments'
import { debitOrder, loadCard, openCard, toldOf } from '../../testing/cards'
import { findCard } from '../cards/find-card'
import { availableToSpend } from '../cards/spend-rules/available-to-spend'
import { createSpendRules } from '../cards/spend-rules/write-rules'
import { programme } from '../programme'
import { releasePayment } from './release-payment'
import { type Clearing, settlePayment } from './settle-payment'

const { settledAfterMs, expiresAfterMs } = programme.cardPayments
const hotel = { merchant: { name: 'Grand Hotel', id: 'HOTEL1', categoryCode: '7011' } }

onEachEngine('what card payments do to money', (open) => {
  const clock = createClock()
  let bank: Bank
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  const prepaid = async (amount: number) => {
    const { id } = await openCard(bank)
    await loadCard(bank, id, amount)
    return id
  }
  const settle = (id = '', clearing?: Clearing) => bank.run((ctx) => settlePayment(ctx, id, clearing))
  const later = async (ms: number) => {
    clock.advance(ms)
    await settleDue(bank)
  }
  const brief = async (id?: string) => {
    const { status, displayAmount, events } = await paymentOf(bank, id)
    return [status, displayAmount.amount, ...events.map((event) => (event.reversal ? `-${event.type}` : event.type))]
  }

  it('holds what is bought, and lets the shop have it a little later', async () => {
    const card = await prepaid(5000)
    const { code, id } = await buy(bank, card)
    expect(code).toBe('APPROVED')
    expect(await moneyOn(bank, card)).toEqual({ actual: 5000, available: 4000 })
    expect(await brief(id)).toEqual(['SETTLEMENT_IN_PROGRESS', 1000, 'AUTHORISATION'])
    await later(settledAfterMs - 1000)
    expect(await moneyOn(bank, card)).toEqual({ actual: 5000, available: 4000 })
    await later(1000)
    expect(await moneyOn(bank, card)).toEqual({ actual: 4000, available: 4000 })
    const payment = await paymentOf(bank, id)
    expect(CardPayment.parse(payment)).toEqual(payment)
    expect(payment).toMatchObject({
      id,
      type: 'PURCHASE',
      status: 'SETTLED',
      card: { id: card, type: 'managed_cards', mode: 'prepaid', nameOnCard: 'Ada Byron' },
      merchant: { id: 'BOOKS1', name: 'Corner Books', categoryCode: '5942', country: 'IE' },
      displayAmount: { currency: 'EUR', amount: 1000 },
      events: [
        {
          id,
          type: 'AUTHORISATION',
          subtype: 'sale_purchases',
          result: 'APPROVED',
          authorisationCategory: 'FINAL_AUTH',
        },
        { type: 'SETTLEMENT', settlementState: 'COMPLETED', billingAmount: { currency: 'EUR', amount: 1000 } },
      ],
    })
  })

  it("takes a debit card's purchases from its account, within its limits", async () => {
    const account = await bank.account('EUR', 10_000)
    const { id: card } = await openCard(bank, debitOrder(account))
    const limit = { value: { currency: 'EUR', amount: 3000 }, interval: 'DAILY' } as const
    await bank.run((ctx) => createSpendRules(ctx, card, { spendLimit: [limit] }))
    const left = async () => {
      const row = await bank.run((ctx) => findCard(ctx, card))
      return row && (await bank.run((ctx) => availableToSpend(ctx, row)))[0]?.value.amount
    }
    const first = await buy(bank, card, { amount: 2000 })
    expect(await left()).toBe(1000)
    expect(await buy(bank, card, { amount: 1001 })).toMatchObject({ code: 'DENIED_SPEND_CONTROL' })
    expect(await moneyOn(bank, account)).toEqual({ actual: 10_000, available: 8000 })
    expect(await settle(first.id, { amount: 2500 })).toMatchObject({ ok: true })
    expect(await left()).toBe(500)
    expect(await moneyOn(bank, account)).toEqual({ actual: 7500, available: 7500 })
    expect(await moneyOn(bank, card)).toEqual({ actual: 0, available: 0 })
    const second = await buy(bank, card, { amount: 500 })
    await bank.run((ctx) => releasePayment(ctx, second.id ?? '', 'REVERSAL'))
    expect(await left()).toBe(500)
  })

  it('waits for a hotel to say what it takes: a part, more parts, and the rest is free again', async () => {
    const card = await prepaid(10_000)
    const { id } = await buy(bank, card, { ...hotel, amount: 6000 })
    await later(settledAfterMs)
    expect(await brief(id)).toEqual(['SETTLEMENT_IN_PROGRESS', 6000, 'AUTHORISATION'])
    await settle(id, { amount: 1000, moreToCome: true })
    expect(await moneyOn(bank, card)).toEqual({ actual: 9000, available: 4000 })
    expect(await brief(id)).toEqual(['SETTLEMENT_IN_PROGRESS', 6000, 'AUTHORISATION', 'SETTLEMENT'])
    await settle(id, { amount: 3000 })
    expect(await moneyOn(bank, card)).toEqual({ actual: 6000, available: 6000 })
    expect(await brief(id)).toEqual(['SETTLED', 4000, 'AUTHORISATION', 'SETTLEMENT', 'SETTLEMENT'])
    expect(await settle(id)).toEqual({ ok: false, refusal: 'STATE_INVALID' })
  })

  it('never takes more than there is, whatever the shop wants', async () => {
    const card = await prepaid(1000)
    const { id } = await buy(bank, card, { ...hotel, amount: 800 })
    expect(await settle(id, { amount: 1001 })).toEqual({ ok: false, refusal: 'FUNDS_INSUFFICIENT' })
    expect(await settle(id, { amount: 0 })).toEqual({ ok: false, refusal: 'AMOUNT_INVALID' })
    expect(await settle('404')).toEqual({ ok: false, refusal: 'NOT_FOUND' })
    expect(await moneyOn(bank, card)).toEqual({ actual: 1000, available: 200 })
    expect(await settle(id, { amount: 1000 })).toMatchObject({ ok: true })
    expect(await moneyOn(bank, card)).toEqual({ actual: 0, available: 0 })
  })

  it('releases what nobody asks for in time, and what the shop calls off', async () => {
    const card = await prepaid(1000)
    const forgotten = await buy(bank, card, { ...hotel, amount: 600 })
    const reversed = await buy(bank, card, { amount: 100 })
    const cancelled = await buy(bank, card, { amount: 200 })
    expect(await moneyOn(bank, card)).toEqual({ actual: 1000, available: 100 })
    const release = (id = '', by: 'REVERSAL' | 'CANCELLATION', reason?: string) =>
      bank.run((ctx) => releasePayment(ctx, id, by, reason))
    expect(await release(reversed.id, 'REVERSAL')).toMatchObject({ ok: true })
    expect(await release(cancelled.id, 'CANCELLATION', 'asked by phone')).toMatchObject({ ok: true })
    expect(await release(cancelled.id, 'REVERSAL')).toEqual({ ok: false, refusal: 'STATE_INVALID' })
    expect(await release('404', 'REVERSAL')).toEqual({ ok: false, refusal: 'NOT_FOUND' })
    await later(settledAfterMs)
    expect(await moneyOn(bank, card)).toEqual({ actual: 1000, available: 400 })
    await later(expiresAfterMs)
    expect(await moneyOn(bank, card)).toEqual({ actual: 1000, available: 1000 })
    expect(await brief(forgotten.id)).toEqual(['EXPIRED', 600, 'AUTHORISATION', '-AUTHORISATION'])
    expect(await brief(reversed.id)).toEqual(['CANCELLED', 100, 'AUTHORISATION', '-AUTHORISATION'])
    expect((await paymentOf(bank, cancelled.id)).events[1]).toMatchObject({ cancellationReason: 'asked by phone' })
  })

  it('keeps a payment settled whose rest expires', async () => {
    const card = await prepaid(1000)
    const { id } = await buy(bank, card, { amount: 900 })
    await settle(id, { amount: 300, moreToCome: true })
    await later(expiresAfterMs)
    expect(await brief(id)).toEqual(['SETTLED', 300, 'AUTHORISATION', 'SETTLEMENT', '-AUTHORISATION'])
    expect(await moneyOn(bank, card)).toEqual({ actual: 700, available: 700 })
  })

  it('exchanges currencies: the padding is free again afterwards, the fee is not', async () => {
    const card = await prepaid(50_000)
    // 100.00 GBP at 0.85 are 117.65 EUR; two per cent of that are held beside it, one is the fee.
    const { id } = await buy(bank, card, { amount: 10_000, currency: 'GBP' })
    expect(await moneyOn(bank, card)).toEqual({ actual: 50_000, available: 50_000 - 11_765 - 235 - 118 })
    const [asked] = (await paymentOf(bank, id)).events
    expect(asked).toMatchObject({
      transactionAmount: { currency: 'GBP', amount: 10_000 },
      billingAmount: { currency: 'EUR', amount: 12_118 },
      forex: { padding: { currency: 'EUR', amount: 235 }, exchangeRate: { scale: 8 } },
      fees: [{ type: 'FOREX_FEE', amount: { currency: 'EUR', amount: 118 } }],
    })
    await later(settledAfterMs)
    expect(await moneyOn(bank, card)).toEqual({ actual: 50_000 - 11_883, available: 50_000 - 11_883 })
    expect((await paymentOf(bank, id)).displayAmount).toEqual({ currency: 'EUR', amount: 11_883 })
    const own = await buy(bank, card, { amount: 1000, currency: 'JPY', forexFee: 7, forexPadding: 9 })
    // 1000 JPY have no hundredths: 6.13 EUR.
    expect((await paymentOf(bank, own.id)).events[0]).toMatchObject({ billingAmount: { amount: 613 + 7 + 9 } })
    expect(await buy(bank, card, { currency: 'XAU' })).toEqual({ code: 'DENIED_OTHER' })
  })

  it('shows the cardholder another currency where the card has one, and counts limits in it', async () => {
    const account = await bank.account('EUR', 100_000)
    const { id: card } = await openCard(bank, debitOrder(account, { userCurrency: 'CHF' }))
    const limit = { value: { currency: 'CHF', amount: 9_500 }, interval: 'ALWAYS' } as const
    await bank.run((ctx) => createSpendRules(ctx, card, { spendLimit: [limit] }))
    expect(await buy(bank, card, { amount: 10_001 })).toMatchObject({ code: 'DENIED_SPEND_CONTROL' })
    const { id } = await buy(bank, card, { amount: 10_000 })
    expect(await paymentOf(bank, id)).toMatchObject({
      displayAmount: { currency: 'CHF', amount: 9500 },
      events: [{ billingAmount: { currency: 'EUR', amount: 10_000 }, userAmount: { currency: 'CHF', amount: 9500 } }],
    })
  })

  it('charges what a cash machine costs, once', async () => {
    const card = await prepaid(20_000)
    const { id } = await buy(bank, card, { amount: 10_000, atm: true })
    expect(await moneyOn(bank, card)).toEqual({ actual: 20_000, available: 9850 })
    await settle(id, { amount: 4000, moreToCome: true })
    await settle(id)
    expect(await moneyOn(bank, card)).toEqual({ actual: 9850, available: 9850 })
    const { type, merchant, events } = await paymentOf(bank, id)
    expect([type, merchant.categoryCode]).toEqual(['CASH_WITHDRAWAL', '6011'])
    expect(events[1]).toMatchObject({
      fees: [{ type: 'PLATFORM_FEE', subtype: 'atm_withdrawal_fees', amount: { amount: 150 } }],
    })
    expect(events[2]).toMatchObject({ fees: [] })
  })

  it('brings money back, to the purchase at the same shop', async () => {
    const card = await prepaid(1000)
    const { id } = await buy(bank, card, { amount: 700 })
    await later(settledAfterMs)
    const back = await giveBack(bank, card, { amount: 200 })
    expect(back.code).toBe('APPROVED')
    expect(await moneyOn(bank, card)).toEqual({ actual: 500, available: 500 })
    expect(await paymentOf(bank, back.id)).toMatchObject({
      type: 'REFUND',
      status: 'SETTLED',
      relatedCardPaymentId: id,
      events: [{ type: 'REFUND', subtype: 'purchase_refunds', billingAmount: { amount: 200 } }],
    })
    const stranger = await giveBack(bank, card, { merchant: { id: 'OTHER' } })
    expect(await paymentOf(bank, stranger.id)).not.toHaveProperty('relatedCardPaymentId')
  })

  it('tells the platform each step, in both forms', async () => {
    const card = await prepaid(1000)
    const { id } = await buy(bank, card, { amount: 700 })
    await later(settledAfterMs)
    await buy(bank, card, { amount: 7000 })
    await giveBack(bank, card, { amount: 50 })
    const told = await toldOf(bank, card)
    expect(told.map(([path]) => path)).toEqual([
      '/managed_cards/authorisations/watch',
      '/managed_cards/settlements/watch',
      '/managed_cards/authorisations/watch',
      '/managed_cards/authorisations/watch',
      '/managed_cards/settlements/watch',
    ])
    const owner = { type: 'corporates', id: bank.actor.identityId }
    const [authorised, settled, declined, credited, refunded] = told.map(([, body]) => body)
    expect(authorised).toMatchObject({
      transactionId: id,
      transactionAmount: { currency: 'EUR', amount: '700' },
      sourceAmount: { currency: 'EUR', amount: '700' },
      merchantName: 'Corner Books',
      merchantCountryCode: 'IE',
      approved: true,
      authorisationType: 'AUTHORISED',
      authorisationCategory: 'FINAL_AUTH',
      availableBalance: { currency: 'EUR', amount: '300' },
      authForwardingDetails: { authForwardingTriggered: false },
      transactionType: 'SALE_PURCHASE',
      owner,
    })
    expect(settled).toMatchObject({
      settlementType: 'SALE_PURCHASE',
      relatedAuthorisationId: id,
      feeAmount: { amount: '0' },
      state: 'COMPLETED',
      availableBalance: { amount: '300' },
    })
    expect(declined).toMatchObject({
      approved: false,
      authorisationType: 'DECLINED',
      declineReason: 'INSUFFICIENT_BALANCE',
      authRuleFailedReason: 'NONE',
    })
    expect(credited).toMatchObject({ approved: true, authorisationType: 'AUTHORISED_CREDIT' })
    expect(refunded).toMatchObject({ settlementType: 'PURCHASE_REFUND', availableBalance: { amount: '350' } })
    const newer = await bank.store.db
      .selectFrom('sandbox_webhook')
      .select('payload')
      .where('event', '=', 'managed_cards_payments_watch')
      .where('payload', 'like', `%"${card}"%`)
      .orderBy('id')
      .execute()
    const states = newer.map(({ payload }) => JSON.parse(payload)).map((one) => [one.eventType, one.cardPayment.status])
    expect(states).toEqual([
      ['AUTHORISATION', 'SETTLEMENT_IN_PROGRESS'],
      ['SETTLEMENT', 'SETTLED'],
      ['AUTHORISATION', 'DECLINED'],
      ['REFUND', 'SETTLED'],
    ])
  })

  it('runs hundreds of purchases in one transaction', async () => {
    const { runPurchase } = await import('./run-purchase')
    const { orderOf } = await import('../../testing/card-payments')
    const card = await prepaid(100_000)
    const codes = await bank.run(async (ctx) => {
      const all: string[] = []
      for (let count = 0; count < 300; count += 1)
        all.push((await runPurchase(ctx, orderOf(card, { amount: 100 }))).code)
      return all
    })
    expect(new Set(codes)).toEqual(new Set(['APPROVED']))
    expect(await moneyOn(bank, card)).toEqual({ actual: 100_000, available: 70_000 })
  })
})
