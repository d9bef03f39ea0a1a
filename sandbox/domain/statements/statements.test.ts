import { afterAll, beforeAll, expect, it } from 'vitest'
import { type StatementQuery, StatementV1, StatementV2 } from '../../../contract/statements'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { type Bank, openBank } from '../../testing/bank'
import { post } from '../ledger/post'
import { createTransfer } from '../transfers/create-transfer'
import { readStatement } from './read-statement'
import { statementCsv } from './statement-csv'

onEachEngine('statements', (open) => {
  let bank: Bank
  let account: string
  let other: string
  const clock = createClock()
  const at: number[] = []
  const step = () => {
    clock.advance(1000)
    at.push(clock.now())
  }

  // A deposit of 1000, two transfers out, a hold of 50 and its release.
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
    step()
    account = await bank.account('EUR', 1000, 'Mine, "own"')
    other = await bank.account('EUR', 0, 'Other')
    await bank.account('EUR', 77)
    for (const amount of [200, 300]) {
      step()
      await bank.run((ctx) =>
        createTransfer(ctx, {
          profileId: '3001',
          source: { type: 'managed_accounts', id: account },
          destination: { type: 'managed_accounts', id: other },
          destinationAmount: { currency: 'EUR', amount },
          description: 'Rent',
        }),
      )
    }
    for (const available of [-50, 50]) {
      step()
      const hold = { account, currency: 'EUR', actual: 0, available }
      const world = { account: 'system:world:EUR', currency: 'EUR', actual: 0, available: -available }
      await bank.run((ctx) =>
        post(ctx, { transactionType: 'WITHDRAWAL_RESERVE', transactionId: '5', legs: [hold, world] }),
      )
    }
  })
  afterAll(() => bank.close())

  const v1 = async (query: StatementQuery = {}, id = account) => {
    const outcome = await bank.run((ctx) => readStatement(ctx, { params: { id }, query }))
    return StatementV1.parse(outcome.ok && outcome.value)
  }
  const v2 = async (query: StatementQuery = {}) => {
    const outcome = await bank.run((ctx) =>
      readStatement(ctx, { params: { id: account }, query, headers: { 'x-api-version': 'LATEST' } }),
    )
    return StatementV2.parse(outcome.ok && outcome.value)
  }
  const amounts = (statement: StatementV1) => statement.entry.map((e) => e.transactionAmount.amount)

  it('answers V1 newest first, with balances after each movement and at both ends', async () => {
    const statement = await v1()
    expect(amounts(statement)).toEqual([50, -50, -300, -200, 1000])
    expect(statement.entry.map((e) => e.actualBalanceAfter?.amount)).toEqual([500, 500, 500, 800, 1000])
    expect(statement.entry.map((e) => e.availableBalanceAfter?.amount)).toEqual([500, 450, 500, 800, 1000])
    expect(statement).toMatchObject({
      count: 5,
      responseCount: 5,
      startBalance: { amount: 0 },
      endBalance: { amount: 500 },
    })
    expect(statement.entry[3]?.additionalFields).toMatchObject({
      destinationInstrumentId: other,
      destinationInstrumentFriendlyName: 'Other',
      description: 'Rent',
    })
    expect(statement.entry[4]?.additionalFields).toMatchObject({ sender: 'Sender', senderReference: 'opening' })
  })

  it('filters by period and type, orders and pages', async () => {
    expect(amounts(await v1({ orderByTimestamp: 'ASC' }))).toEqual([1000, -200, -300, -50, 50])
    expect(amounts(await v1({ transactionType: ['TRANSFER'] }))).toEqual([-300, -200])
    expect(amounts(await v1({ transactionType: 'DEPOSIT' }))).toEqual([1000])
    expect(amounts(await v1({ showFundMovementsOnly: true }))).toEqual([-300, -200, 1000])
    expect(amounts(await v1({ singleEntryPerTransaction: true }))).toEqual([50, -300, -200, 1000])
    expect(await v1({ limit: 2, offset: 1 })).toMatchObject({ count: 5, responseCount: 2 })
    expect(amounts(await v1({ statementLimit: 1 }))).toEqual([50])
    const window = await v1({ fromTimestamp: at[1], toTimestamp: (at[2] ?? 0) - 1 })
    expect(amounts(window)).toEqual([-200])
    expect(window).toMatchObject({ startBalance: { amount: 1000 }, endBalance: { amount: 800 } })
    const before = await v1({ toTimestamp: (at[0] ?? 0) - 1 })
    expect(before).toMatchObject({ count: 0, startBalance: { amount: 0 }, endBalance: { amount: 0 } })
  })

  it('answers V2 oldest first, without holds, with the other side named', async () => {
    const statement = await v2()
    expect(statement.entries.map((e) => e.balanceAdjustment.amount)).toEqual([1000, -200, -300])
    expect(statement.entries.map((e) => e.transaction.type)).toEqual([
      'incoming_wire_transfers',
      'transfers',
      'transfers',
    ])
    expect(statement.entries[0]?.counterparty).toMatchObject({ name: 'Sender' })
    expect(statement.entries[1]?.counterparty).toMatchObject({ id: other, friendlyName: 'Other' })
    expect(statement).toMatchObject({ openingBalance: { amount: 0 }, closingBalance: { amount: 500 }, count: 3 })
    expect((await v2({ sortOrder: 'DESC', limit: 1 })).entries[0]?.balanceAdjustment.amount).toBe(-300)
    expect((await v2({ 'transaction.type': 'transfers' })).count).toBe(2)
    expect((await v2({ 'transaction.type': 'sends' })).count).toBe(0)
    expect((await v2({ startPeriod: at[2] })).openingBalance?.amount).toBe(800)
  })

  it('answers V2 for the card or IBAN by which a movement was made', async () => {
    const made = async (query: StatementQuery) => (await v2(query)).entries.map((e) => e.balanceAdjustment.amount)
    expect((await v2()).entries.map((e) => e.executingAccessInstrument)).toEqual([
      { id: account, type: 'ibans' },
      undefined,
      undefined,
    ])
    expect(await made({ 'executingAccessInstrument.type': 'ibans' })).toEqual([1000])
    expect(await made({ 'executingAccessInstrument.type': 'managed_cards' })).toEqual([])
    expect(await made({ 'executingAccessInstrument.type': ['ibans', 'managed_cards'] })).toEqual([1000])
    expect(await made({ 'executingAccessInstrument.id': account })).toEqual([1000])
    expect(await made({ 'executingAccessInstrument.id': '404' })).toEqual([])
    expect(await made({ 'transaction.type': ['system_transactions', 'card_payments'] })).toEqual([])
  })

  it('names payees and shops on V2, and the card that was used', async () => {
    const own = await openBank(await open())
    const paying = await own.account('EUR', 1000)
    const book = (transactionType: string, additionalFields: Record<string, string>, cardId?: string) =>
      own.run((ctx) =>
        post(ctx, {
          transactionType,
          transactionId: ctx.newId(),
          legs: [
            {
              account: paying,
              currency: 'EUR',
              actual: -1,
              available: -1,
              additionalFields,
              ...(cardId && { cardId }),
            },
            { account: 'system:world:EUR', currency: 'EUR', actual: 1, available: 1 },
          ],
        }),
      )
    const payee = { beneficiaryName: 'Supplier', beneficiaryAccount: 'IE29AIBK93115212345678' }
    await book('OUTGOING_WIRE_TRANSFER', { ...payee, beneficiaryBankCode: 'AIBKIE2D' })
    await book('OUTGOING_WIRE_TRANSFER', {
      beneficiaryName: 'Plumber',
      beneficiaryAccount: '12345678',
      beneficiaryBankCode: '040004',
    })
    const shop = { merchantName: 'Shop', merchantId: 'm1', merchantCategoryCode: '5411', merchantTerminalCountry: 'IE' }
    await book('SETTLEMENT', shop, '77')
    const outcome = await own.run((ctx) =>
      readStatement(ctx, { params: { id: paying }, query: {}, headers: { 'x-api-version': 'LATEST' } }),
    )
    const { entries } = StatementV2.parse(outcome.ok && outcome.value)
    expect(entries.slice(1).map((e) => [e.transaction.type, e.counterparty, e.executingAccessInstrument])).toEqual([
      [
        'outgoing_wire_transfers',
        { name: 'Supplier', iban: payee.beneficiaryAccount, bic: 'AIBKIE2D' },
        { id: paying, type: 'ibans' },
      ],
      [
        'outgoing_wire_transfers',
        { name: 'Plumber', accountNumber: '12345678', sortCode: '040004' },
        { id: paying, type: 'ibans' },
      ],
      [
        'card_payments',
        { name: 'Shop', id: 'm1', categoryCode: '5411', country: 'IE' },
        { id: '77', type: 'managed_cards' },
      ],
    ])
    const only = await own.run((ctx) =>
      readStatement(ctx, {
        params: { id: paying },
        query: { 'executingAccessInstrument.id': '77' },
        headers: { 'x-api-version': 'LATEST' },
      }),
    )
    expect(only).toMatchObject({ value: { count: 1 } })
    await own.close()
  })

  it('writes CSV that survives commas and quotes', async () => {
    const lines = statementCsv(await v1({ transactionType: 'TRANSFER' })).split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toMatch(/^transactionId.type,transactionId.id,/)
    expect(lines[1]).toContain(',EUR,-300,-300,-300,500,500,"{')
    expect(lines[1]).toContain('Mine, \\""own\\""')
  })

  it('knows only own accounts', async () => {
    expect(await bank.run((ctx) => readStatement(ctx, { params: { id: '404' }, query: {} }))).toEqual({
      ok: false,
      refusal: 'NOT_FOUND',
    })
  })
})
