import { afterAll, beforeAll, expect, it } from 'vitest'
import { cardPaymentEventsGet, cardPaymentGet, cardPaymentsGet } from '../../contract/card-payments'
import { StatementV1, StatementV2 } from '../../contract/statements'
import { onEachEngine } from '../../test/postgres/engines'
import { multiApp } from '../app'
import { issueToken } from '../domain/access/tokens'
import { releasePayment } from '../domain/card-payments/release-payment'
import type { Actor } from '../domain/context'
import { programme } from '../domain/programme'
import { createClock } from '../effects/clock'
import { addCompany, type Bank, newActor, openBank } from '../testing/bank'
import { buy, giveBack, settleDue } from '../testing/card-payments'
import { debitOrder, loadCard, openCard } from '../testing/cards'

const MINUTE = 60_000

onEachEngine('the reads of card payments', (open) => {
  const clock = createClock()
  const other = newActor()
  let bank: Bank
  let token: string
  let foreign: string
  let prepaid: string
  let debit: string
  let account: string
  const ids: Record<string, string> = {}
  const at: Record<string, number> = {}

  // On a prepaid card: books, which are settled, cash, something declined, a hotel that waits, a refund of the books. On a
  // debit card: a lunch in pounds, and a purchase that is called off.
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
    await addCompany(bank.store, other, clock.now())
    const tokenOf = ({ credentialId, identityId }: Actor) =>
      bank.run((ctx) => issueToken(ctx, bank.sandbox.keys, { credentialId, identityId, kind: 'ACCESS' }))
    prepaid = (await openCard(bank)).id
    await loadCard(bank, prepaid, 50_000)
    account = await bank.account('EUR', 50_000)
    debit = (await openCard(bank, debitOrder(account, { friendlyName: 'Lunches' }))).id
    const step = async (name: string, what: () => ReturnType<typeof buy>) => {
      at[name] = clock.now()
      ids[name] = (await what()).id ?? ''
      clock.advance(MINUTE)
      await settleDue(bank)
    }
    await step('books', () => buy(bank, prepaid, { amount: 1000 }))
    await step('cash', () =>
      buy(bank, prepaid, { amount: 2000, atm: true, merchant: { name: '100%_Cash', id: 'ATM1' } }),
    )
    await step('declined', () => buy(bank, prepaid, { amount: 99_000 }))
    await step('hotel', () =>
      buy(bank, prepaid, { amount: 3000, merchant: { name: 'Grand Hôtel', id: 'H', categoryCode: '7011' } }),
    )
    await step('refund', () => giveBack(bank, prepaid, { amount: 400 }))
    await step('lunch', () => buy(bank, debit, { amount: 850, currency: 'GBP', merchant: { name: 'Café', id: 'C' } }))
    await step('reversed', () =>
      buy(bank, debit, { amount: 500, merchant: { name: 'Café', id: 'C', categoryCode: '7011' } }),
    )
    await bank.run((ctx) => releasePayment(ctx, ids.reversed ?? '', 'REVERSAL'))
    token = await tokenOf(bank.actor)
    foreign = await tokenOf(other)
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  const before = (instant = 0) => instant - 1
  const get = async (path: string, as = token, headers: Record<string, string> = {}) => {
    const all = { 'api-key': bank.sandbox.apiKey, authorization: `Bearer ${as}`, ...headers }
    const response = await multiApp(bank.sandbox).request(path, { headers: all })
    return { status: response.status, body: response.status === 404 ? undefined : await response.json() }
  }
  const nameOf = (id: string) => Object.entries(ids).find(([, one]) => one === id)?.[0]
  const list = async (query = '', as = token) => {
    const { body } = await get(`/card_payments?${query}`, as)
    return cardPaymentsGet.responses[200].parse(body)
  }
  const names = async (query?: string) => (await list(query)).cardPayments.map(({ id }) => nameOf(id))
  const events = async (query = '') => {
    const { body } = await get(`/card_payment_events?${query}`)
    return cardPaymentEventsGet.responses[200].parse(body).events
  }
  const steps = async (query?: string) =>
    (await events(query)).map(({ cardPaymentId, type, reversal }) => [nameOf(cardPaymentId), type, reversal])

  it('lists what the cards have paid, newest first', async () => {
    const page = await list()
    expect(page.cardPayments.map(({ id }) => nameOf(id))).toEqual(Object.keys(ids).reverse())
    expect([page.count, page.responseCount]).toEqual([7, 7])
    expect(page.cardPayments.map(({ status }) => status)).toEqual([
      'CANCELLED',
      'SETTLED',
      'SETTLED',
      'SETTLEMENT_IN_PROGRESS',
      'DECLINED',
      'SETTLED',
      'SETTLED',
    ])
    expect(await list('limit=2&offset=1&sortOrder=ASC')).toMatchObject({
      count: 7,
      responseCount: 2,
      cardPayments: [{ id: ids.cash }, { id: ids.declined }],
    })
  })

  it.each([
    ['status=SETTLEMENT_IN_PROGRESS,DECLINED', ['hotel', 'declined']],
    ['type=REFUND', ['refund']],
    ['type=CASH_WITHDRAWAL,REFUND', ['refund', 'cash']],
    ['type=BALANCE_INQUIRY', []],
    ['subtype=cash_withdrawals', ['cash']],
    ['subtype=purchase_reversals', ['reversed']],
    ['subtype=purchase_refunds,purchase_reversals', ['reversed', 'refund']],
    ['subtype=original_credit_transactions', []],
    ['merchantName=BOOK', ['refund', 'declined', 'books']],
    ['merchantName=H%C3%94TEL', ['hotel']],
    ['merchantName=%25_', ['cash']],
    ['merchantName=nobody', []],
    ['amountFrom=2000&amountTo=3000', ['hotel', 'cash']],
  ])('filters by %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected)
  })

  it('filters by card, by what a payment derives from, and by time', async () => {
    expect(await names(`cardId=${debit}`)).toEqual(['reversed', 'lunch'])
    expect(await names(`relatedCardPaymentId=${ids.books}`)).toEqual(['refund'])
    expect(await names(`creationTimestampFrom=${at.hotel}&creationTimestampTo=${before(at.lunch)}`)).toEqual([
      'refund',
      'hotel',
    ])
    // Settled after it was made.
    expect(await names(`lastUpdatedTimestampTo=${at.books}`)).toEqual([])
    expect(await names(`lastUpdatedTimestampFrom=${(at.reversed ?? 0) + 1}`)).toEqual(['reversed'])
  })

  it('reads one, and nothing of others', async () => {
    const { body } = await get(`/card_payments/${ids.lunch}`)
    expect(cardPaymentGet.responses[200].parse(body)).toMatchObject({
      id: ids.lunch,
      profileId: programme.profiles.debitCards,
      card: { id: debit, mode: 'debit', friendlyName: 'Lunches', parentManagedAccountId: account },
      merchant: { name: 'Café' },
      displayAmount: { currency: 'EUR', amount: 1010 },
      events: [{ type: 'AUTHORISATION' }, { type: 'SETTLEMENT', exchangeRate: { scale: 8 } }],
    })
    expect((await get(`/card_payments/${ids.lunch}`, foreign)).status).toBe(404)
    expect((await get('/card_payments/404')).status).toBe(404)
    expect(await list('', foreign)).toEqual({ cardPayments: [], count: 0, responseCount: 0 })
    expect((await get('/card_payment_events', foreign)).body).toEqual({ events: [], count: 0, responseCount: 0 })
  })

  it('lists what happened, with card and shop', async () => {
    const all = await steps()
    expect(all).toHaveLength(11)
    expect(all[0]).toEqual(['reversed', 'AUTHORISATION', true])
    expect(await steps(`cardPaymentId=${ids.books}`)).toEqual([
      ['books', 'SETTLEMENT', false],
      ['books', 'AUTHORISATION', false],
    ])
    expect(await steps('sortOrder=ASC&limit=1')).toEqual([['books', 'AUTHORISATION', false]])
    expect(await steps('type=REFUND')).toEqual([['refund', 'REFUND', false]])
    expect(await steps('reversal=true')).toEqual([['reversed', 'AUTHORISATION', true]])
    expect(await steps('subtype=cash_withdrawals&type=SETTLEMENT,REFUND')).toEqual([['cash', 'SETTLEMENT', false]])
    expect(await steps(`cardId=${debit}&reversal=false`)).toHaveLength(3)
    expect(await steps(`timestampFrom=${at.hotel}&timestampTo=${before(at.lunch)}`)).toEqual([
      ['refund', 'REFUND', false],
      ['hotel', 'AUTHORISATION', false],
    ])
    expect((await events('type=REFUND'))[0]).toMatchObject({
      card: { id: prepaid },
      merchant: { name: 'Corner Books' },
    })
  })

  const older = async (path: string) => {
    const { body } = await get(`${path}?orderByTimestamp=ASC`)
    return StatementV1.parse(body).entry.map(({ transactionId, entryState, transactionAmount, ...entry }) => {
      const { authorisationState = '', declineReason = '' } = entry.additionalFields ?? {}
      return [transactionId.type, transactionAmount.amount, entryState, `${authorisationState}${declineReason}`]
    })
  }

  it("writes a prepaid card's statement in the older form", async () => {
    expect(await older(`/managed_cards/${prepaid}/statement`)).toEqual([
      ['TRANSFER', 50_000, 'COMPLETED', ''],
      ['AUTHORISATION', -1000, 'COMPLETED', 'COMPLETED'],
      ['SETTLEMENT', -1000, 'COMPLETED', ''],
      ['AUTHORISATION', -2150, 'COMPLETED', 'COMPLETED'],
      ['SETTLEMENT', -2000, 'COMPLETED', ''],
      ['CHARGE_FEE', -150, 'COMPLETED', ''],
      ['AUTHORISATION_DECLINE', 0, 'COMPLETED', 'INSUFFICIENT_BALANCE'],
      ['AUTHORISATION', -3000, 'PENDING', 'PENDING'],
      ['MERCHANT_REFUND', 400, 'COMPLETED', ''],
    ])
  })

  it("writes what a debit card did on its account's statement, and on its own", async () => {
    const lines = [
      ['AUTHORISATION', -1030, 'COMPLETED', 'COMPLETED'],
      ['SETTLEMENT', -1010, 'COMPLETED', ''],
      ['AUTHORISATION', -500, 'COMPLETED', 'COMPLETED'],
      ['AUTHORISATION_REVERSAL', 500, 'COMPLETED', ''],
    ]
    expect(await older(`/managed_cards/${debit}/statement`)).toEqual(lines)
    expect((await older(`/managed_accounts/${account}/statement`)).slice(1)).toEqual(lines)
    const { body } = await get(`/managed_cards/${debit}/statement?transactionType=SETTLEMENT`)
    expect(StatementV1.parse(body).entry).toMatchObject([
      {
        originalAmount: { currency: 'GBP', amount: 850 },
        forexRate: { scale: 8 },
        availableBalanceAdjustment: { amount: 20 },
        actualBalanceAdjustment: { amount: -1010 },
        additionalFields: { merchantName: 'Café', authorisationRelatedId: ids.lunch, forexFeeAmount: '10' },
      },
    ])
  })

  it('writes both in the newer form', async () => {
    const newer = async (path: string) => {
      const { body } = await get(path, token, { 'x-api-version': 'LATEST' })
      return StatementV2.parse(body).entries
    }
    expect(await newer(`/managed_cards/${debit}/statement`)).toMatchObject([
      {
        transaction: { id: ids.lunch, type: 'card_payments' },
        balanceAdjustment: { currency: 'EUR', amount: -1010 },
        counterparty: { name: 'Café', id: 'C' },
        forex: { originalAmount: { currency: 'GBP', amount: 850 }, feeAmount: { currency: 'EUR', amount: 10 } },
        executingAccessInstrument: { id: debit, type: 'managed_cards' },
      },
    ])
    const own = await newer(`/managed_cards/${prepaid}/statement`)
    expect(own.map(({ transaction, balanceAdjustment }) => [transaction.type, balanceAdjustment.amount])).toEqual([
      ['transfers', 50_000],
      ['card_payments', -1000],
      ['card_payments', -2000],
      ['fees', -150],
      ['card_payments', 400],
    ])
    expect(own[2]).toMatchObject({ fee: { id: own[3]?.transaction.id, type: 'fees', subtype: 'atm_withdrawal_fees' } })
  })

  it('is among the transactions of card and account', async () => {
    const brief = async (path: string) => {
      const { body } = await get(`${path}?type=card_payments`)
      return body.transactions.map((one: Record<string, unknown>) => [
        nameOf(String(one.id)),
        one.status,
        one.direction,
      ])
    }
    const lunches = [
      ['reversed', 'CANCELLED', 'DEBIT'],
      ['lunch', 'COMPLETED', 'DEBIT'],
    ]
    expect(await brief(`/managed_accounts/${account}/transactions`)).toEqual(lunches)
    expect(await brief(`/managed_cards/${debit}/transactions`)).toEqual(lunches)
    expect(await brief(`/managed_cards/${prepaid}/transactions`)).toEqual([
      ['refund', 'COMPLETED', 'CREDIT'],
      ['hotel', 'PROCESSING', 'DEBIT'],
      ['declined', 'CANCELLED', 'DEBIT'],
      ['cash', 'COMPLETED', 'DEBIT'],
      ['books', 'COMPLETED', 'DEBIT'],
    ])
    const { body } = await get(`/managed_cards/${prepaid}/transactions/${ids.cash}`)
    expect(body).toMatchObject({
      transaction: { id: ids.cash, type: 'CASH_WITHDRAWAL' },
      fee: { amount: { amount: 150 } },
    })
  })
})
