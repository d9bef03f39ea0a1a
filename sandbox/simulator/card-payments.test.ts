import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { CardAuthorisationRequest } from '../../contract/card-authorisation-forwarding'
import { onEachEngine } from '../../test/postgres/engines'
import { decidePayment } from '../domain/card-payments/decide-payment'
import { openPayment } from '../domain/card-payments/run-purchase'
import { cvvOf, openCardSecret } from '../domain/cards/card-secrets'
import { findCard } from '../domain/cards/find-card'
import { createSpendRules } from '../domain/cards/spend-rules/write-rules'
import { updateCard } from '../domain/cards/update-card'
import { mmyy } from '../domain/cards/validity'
import { putFactor } from '../domain/factors/factor-rows'
import { createClock } from '../effects/clock'
import { type Bank, openBank } from '../testing/bank'
import { moneyOn, orderOf, paymentOf, settleDue } from '../testing/card-payments'
import { debitOrder, loadCard, openCard, prepaidOrder } from '../testing/cards'
import { openPlatform } from '../testing/platform'
import { simulatorApp } from './app'

const books = { merchantName: 'Corner Books', transactionAmount: { currency: 'EUR', amount: 1000 } }
const says = (result: string) => () => ({ status: 200, body: JSON.stringify({ result }) })

onEachEngine('the simulator of card payments', (open) => {
  const clock = createClock()
  let bank: Bank
  let platform: Awaited<ReturnType<typeof openPlatform>>
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
    platform = await openPlatform()
  })
  beforeEach(() => {
    bank.sandbox.settings.webhookAddress = null
    platform.heard.length = 0
  })
  afterAll(async () => {
    await settleDue(bank)
    expect(await bank.broken()).toEqual([])
    await platform.close()
    await bank.close()
  })

  const call = async (path: string, body: unknown) => {
    const response = await simulatorApp(bank.sandbox).request(path, {
      method: 'POST',
      headers: { 'programme-key': bank.sandbox.apiKey, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }
  const answered = (code: string) => ({ status: 200, body: { code } })
  const prepaid = async (amount = 5000) => {
    const { id } = await openCard(bank)
    await loadCard(bank, id, amount)
    return id
  }
  const printed = async (id: string) => {
    const card = await bank.run((ctx) => findCard(ctx, id))
    if (!card) throw new Error('no card')
    const { keys } = bank.sandbox
    const cardNumber = openCardSecret(keys, card, 'number') ?? ''
    return { cardNumber, cvv: cvvOf(keys, card), expiryDate: mmyy(card.valid_until) }
  }
  const lastPayment = async (cardId: string) => {
    const last = await bank.store.db
      .selectFrom('sandbox_card_payment')
      .select('id')
      .where('card_id', '=', cardId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    return paymentOf(bank, last.id)
  }

  it('buys and gives back by id', async () => {
    const card = await prepaid()
    const shop = { transactionCountry: 'IRL', merchantId: 'B1', merchantCategoryCode: '5942' }
    const additionalMerchantData = {
      merchantCity: 'Galway',
      merchantURL: 'https://books.example',
      merchantCountry: 'MLT',
    }
    const order = { ...books, ...shop, additionalMerchantData, transactionTimestamp: 1_700_000_000_000 }
    expect(await call(`/cards/${card}/purchase`, order)).toEqual(answered('APPROVED'))
    expect(await moneyOn(bank, card)).toEqual({ actual: 5000, available: 4000 })
    expect(await lastPayment(card)).toMatchObject({
      merchant: { id: 'B1', categoryCode: '5942', country: 'IE', city: 'Galway', url: 'https://books.example' },
      events: [{ timestamp: 1_700_000_000_000 }],
    })
    expect(await call(`/cards/${card}/merchant_refund`, books)).toEqual(answered('APPROVED'))
    expect(await moneyOn(bank, card)).toEqual({ actual: 6000, available: 5000 })
  })

  it('fills in what a shop does not say', async () => {
    const card = await prepaid()
    await call(`/cards/${card}/purchase`, { ...books, merchantCategoryCode: 'book' })
    const first = await lastPayment(card)
    expect(first.merchant).toMatchObject({ categoryCode: '5399', id: expect.stringMatching(/^[0-9]{15}$/) })
    await call(`/cards/${card}/purchase`, { ...books, atmWithdrawal: true, merchantCategoryCode: '5942' })
    expect(await lastPayment(card)).toMatchObject({
      type: 'CASH_WITHDRAWAL',
      merchant: { categoryCode: '6011', id: first.merchant.id },
    })
  })

  it('buys and gives back by number, with what else stands on the card', async () => {
    const card = await prepaid()
    const details = await printed(card)
    const spaced = details.cardNumber.replace(/(.{4})/g, '$1 ').trim()
    expect(await call('/cards/purchase', { ...books, ...details, cardNumber: spaced })).toEqual(answered('APPROVED'))
    expect(await call('/cards/merchant_refund', { ...books, ...details })).toEqual(answered('APPROVED'))
    const cvv = details.cvv === '000' ? '001' : '000'
    expect(await call('/cards/purchase', { ...books, ...details, cvv })).toEqual(answered('DENIED_INCORRECT_CVV'))
    expect(await call('/cards/purchase', { ...books, ...details, expiryDate: '0101' })).toEqual(
      answered('DENIED_CARD_EXPIRY'),
    )
    const nobody = `${details.cardNumber.slice(0, 6)}000000${details.cardNumber.slice(-4)}`
    expect(await call('/cards/purchase', { ...books, ...details, cardNumber: nobody })).toEqual(
      answered('DENIED_CARD_NOT_FOUND'),
    )
  })

  it('answers refusals in its own words', async () => {
    const card = await prepaid(100)
    expect(await call('/cards/404/purchase', books)).toEqual(answered('DENIED_CARD_NOT_FOUND'))
    expect(await call(`/cards/${card}/purchase`, books)).toEqual(answered('DENIED_NOT_ENOUGH_FUNDS'))
    const free = { ...books, transactionAmount: { currency: 'EUR', amount: 0 } }
    expect(await call(`/cards/${card}/merchant_refund`, free)).toEqual(answered('DENIED_AMOUNT_NOT_POSITIVE'))
    await bank.run((ctx) => createSpendRules(ctx, card, { allowECommerce: false }))
    expect(await call(`/cards/${card}/purchase`, books)).toEqual(answered('DENIED_SPEND_CONTROL'))
    expect(await call(`/cards/${card}/purchase`, { merchantName: '' })).toMatchObject({
      status: 400,
      body: { validation: { invalid: true, fields: [{ name: 'merchantName' }, { name: 'transactionAmount' }] } },
    })
  })

  it('asks the platform after the rules, with what it has to know', async () => {
    bank.sandbox.settings.webhookAddress = platform.url
    const account = await bank.account('EUR', 10_000)
    const { id: card } = await openCard(bank, debitOrder(account))
    const limit = { value: { currency: 'EUR', amount: 9000 }, interval: 'DAILY' } as const
    await bank.run((ctx) => createSpendRules(ctx, card, { spendLimit: [limit] }))
    platform.answers(says('APPROVED'))
    const pounds = { ...books, transactionAmount: { currency: 'GBP', amount: 850 } }
    expect(await call(`/cards/${card}/purchase`, pounds)).toEqual(answered('APPROVED'))
    expect(platform.heard.map(({ path }) => path)).toEqual(['/managed_cards/authorisation_request'])
    const question = CardAuthorisationRequest.parse(JSON.parse(platform.heard[0]?.body ?? ''))
    expect(question).toMatchObject({
      cardId: card,
      authorisationType: 'AUTHORISED',
      sourceAmount: { currency: 'GBP', amount: 850 },
      transactionAmount: { currency: 'EUR', amount: 1000 },
      totalTransactionCost: { currency: 'EUR', amount: 1030 },
      forexPadding: { currency: 'EUR', amount: 20 },
      forexFee: { currency: 'EUR', amount: 10 },
      owner: { type: 'CORPORATE', id: bank.actor.identityId },
      mode: 'DEBIT_MODE',
      parentManagedAccountId: account,
      availableToSpend: [{ value: { currency: 'EUR', amount: 9000 }, interval: 'DAILY' }],
    })
    expect(question).not.toHaveProperty('availableBalance')
    expect(await moneyOn(bank, account)).toEqual({ actual: 10_000, available: 8970 })
    const payment = await lastPayment(card)
    expect(payment.id).toBe(question.transactionId)
    expect(payment.events[0]).toMatchObject({
      result: 'APPROVED',
      authForwardingDetails: { triggered: true, decisionOutcome: 'APPROVE', innovatorTimedOut: false },
    })
    expect(
      await call(`/cards/${card}/purchase`, { ...books, transactionAmount: { currency: 'EUR', amount: 8000 } }),
    ).toEqual(answered('DENIED_SPEND_CONTROL'))
    expect(platform.heard).toHaveLength(1)
  })

  it('takes a no for a no', async () => {
    const card = await prepaid()
    bank.sandbox.settings.webhookAddress = platform.url
    platform.answers(says('DENIED'))
    expect(await call(`/cards/${card}/purchase`, books)).toEqual(answered('DENIED_OTHER'))
    expect(JSON.parse(platform.heard[0]?.body ?? '')).toMatchObject({ availableBalance: { amount: 5000 } })
    expect(await moneyOn(bank, card)).toEqual({ actual: 5000, available: 5000 })
    expect((await lastPayment(card)).events).toMatchObject([
      { result: 'DECLINED', declineReason: 'AUTH_RULE_CHECKS_FAILED', authRuleFailedReason: 'AUTH_FORWARDING' },
    ])
    expect(await call(`/cards/${card}/merchant_refund`, books)).toEqual(answered('DENIED_OTHER'))
    expect(JSON.parse(platform.heard[1]?.body ?? '')).toMatchObject({ authorisationType: 'AUTHORISED_CREDIT' })
  })

  it('does by default what card or profile say where the platform does not decide', async () => {
    const card = await prepaid()
    bank.sandbox.settings.webhookAddress = platform.url
    platform.answers(() => ({ status: 500 }))
    expect(await call(`/cards/${card}/purchase`, books)).toEqual(answered('DENIED_OTHER'))
    expect((await lastPayment(card)).events).toMatchObject([
      { declineReason: 'TIMEOUT', authForwardingDetails: { decisionOutcome: 'DECLINE', innovatorTimedOut: true } },
    ])
    await bank.run((ctx) =>
      updateCard(ctx, bank.sandbox.keys, card, { authForwardingDefaultTimeoutDecision: 'APPROVE' }),
    )
    platform.answers(() => 'never')
    const asked = Date.now()
    expect(await call(`/cards/${card}/purchase`, books)).toEqual(answered('APPROVED'))
    expect(Date.now() - asked).toBeLessThan(2500)
    expect((await lastPayment(card)).events).toMatchObject([
      { result: 'APPROVED', authForwardingDetails: { decisionOutcome: 'APPROVE', innovatorTimedOut: true } },
    ])
  })

  it('asks nobody for cards whose profile does not', async () => {
    bank.sandbox.settings.webhookAddress = platform.url
    const { id } = await openCard(bank, prepaidOrder({ profileId: '2103' }))
    await loadCard(bank, id, 1000)
    expect(await call(`/cards/${id}/purchase`, books)).toEqual(answered('APPROVED'))
    expect(platform.heard).toEqual([])
  })

  it('looks again at what has changed while the platform thought', async () => {
    const card = await prepaid(1000)
    const ask = () => bank.run((ctx) => openPayment(ctx, orderOf(card), { credit: false, asks: true }))
    const [first, second] = [await ask(), await ask()]
    if (!('ask' in first) || !('ask' in second)) throw new Error('nobody was asked')
    const decide = (id: string) => bank.run((ctx) => decidePayment(ctx, id, 'APPROVED'))
    expect(await decide(first.ask.id)).toBe('APPROVED')
    expect(await decide(second.ask.id)).toBe('DENIED_NOT_ENOUGH_FUNDS')
    expect(await decide(second.ask.id)).toBe('DENIED_NOT_ENOUGH_FUNDS')
    expect(await moneyOn(bank, card)).toEqual({ actual: 1000, available: 0 })
  })

  it('forgets a purchase whose question died with its process', async () => {
    const card = await prepaid(1000)
    const opened = await bank.run((ctx) => openPayment(ctx, orderOf(card), { credit: false, asks: true }))
    if (!('ask' in opened)) throw new Error('nobody was asked')
    expect(await moneyOn(bank, card)).toEqual({ actual: 1000, available: 1000 })
    await expect(paymentOf(bank, opened.ask.id)).rejects.toThrow()
    clock.advance(10 * 60_000)
    await settleDue(bank)
    expect(await paymentOf(bank, opened.ask.id)).toMatchObject({
      status: 'DECLINED',
      events: [{ declineReason: 'TIMEOUT' }],
    })
    expect(await moneyOn(bank, card)).toEqual({ actual: 1000, available: 1000 })
  })

  it('has the cardholder confirm on the phone first, where the card is set up for it', async () => {
    const { credentialId } = bank.actor
    const wants = { ...books, initiateBiometricThreeDSecure: true }
    const plain = await prepaid()
    expect(await call(`/cards/${plain}/purchase`, wants)).toEqual(answered('CARD_NOT_ENROLLED_FOR_BIOMETRIC_THREEDS'))
    await bank.run((ctx) => putFactor(ctx, credentialId, 'BIOMETRIC', 'ACTIVE'))
    const threeDSecureAuthConfig = { linkedUserId: credentialId, primaryChannel: 'BIOMETRICS' } as const
    const { id: card } = await openCard(bank, prepaidOrder({ threeDSecureAuthConfig }))
    await loadCard(bank, card, 5000)
    const start = async () => {
      const { body } = await call(`/cards/${card}/purchase`, wants)
      expect(body).toEqual({
        code: 'PENDING_BIOMETRIC_THREEDS_VERIFICATION',
        threeDSecureChallengeId: { value: expect.any(Number), hasValue: true },
      })
      return `/factors/${credentialId}/challenges/${body.threeDSecureChallengeId.value}`
    }
    const accepted = await start()
    expect(await moneyOn(bank, card)).toEqual({ actual: 5000, available: 5000 })
    bank.sandbox.settings.webhookAddress = platform.url
    platform.answers(says('APPROVED'))
    expect(await call(`${accepted}/verify_success`, {})).toEqual(answered('COMPLETED'))
    expect(platform.heard).toHaveLength(1)
    expect(await moneyOn(bank, card)).toEqual({ actual: 5000, available: 4000 })
    expect(await call(`${accepted}/verify_success`, {})).toEqual(answered('DENIED'))

    const refused = await start()
    expect(await call(`${refused}/verify_invalid`, {})).toEqual(answered('COMPLETED'))
    const declined = { status: 'DECLINED', events: [{ declineReason: 'SCA_REQUIRED' }] }
    expect(await lastPayment(card)).toMatchObject(declined)
    await start()
    clock.advance(6 * 60_000)
    await settleDue(bank)
    expect(await lastPayment(card)).toMatchObject(declined)
    expect(await moneyOn(bank, card)).toEqual({ actual: 4000, available: 4000 })
    expect(platform.heard).toHaveLength(1)
    await bank.run((ctx) => createSpendRules(ctx, card, { allowECommerce: false }))
    expect(await call(`/cards/${card}/purchase`, wants)).toEqual(answered('DENIED_SPEND_CONTROL'))
  })
})
