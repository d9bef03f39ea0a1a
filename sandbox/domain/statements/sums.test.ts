import { afterAll, beforeAll, expect, it } from 'vitest'
import { type StatementQuery, StatementV1, StatementV2, StatementV2TransactionType } from '../../../contract/statements'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { type Bank, openBank } from '../../testing/bank'
import { buy, giveBack, settleDue } from '../../testing/card-payments'
import { debitOrder, loadCard, openCard, prepaidOrder } from '../../testing/cards'
import { chance } from '../../worlds/world'
import { bookDeposit } from '../deposits/book-deposit'
import { settleDeposit } from '../deposits/settle-deposit'
import { chargeFee } from '../fees/charge-fee'
import { listTransactions } from '../transactions/list-transactions'
import { createTransfer } from '../transfers/create-transfer'
import { readCardStatement, readStatement } from './read-statement'
import { statementCsv } from './statement-csv'

const DEEDS = 260
const HOUR = 3_600_000
type Kind = 'managed_accounts' | 'managed_cards'
type Instrument = { id: string; type: Kind }

/** A few hundred random deeds of every kind that moves or holds money, and what statements of any period must then say. */
onEachEngine('sums of statements', (open) => {
  const clock = createClock()
  const random = chance(20_260_730)
  const below = (n: number) => Math.floor(random() * n)
  let bank: Bank
  let all: Instrument[]
  const instants: number[] = []

  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
    const account = async (amount: number) => ({
      id: await bank.account('EUR', amount),
      type: 'managed_accounts' as const,
    })
    const [main, other] = [await account(500_000), await account(10_000)]
    const prepaid = await openCard(bank, prepaidOrder())
    await loadCard(bank, prepaid.id, 200_000)
    const debit = await openCard(bank, debitOrder(main.id))
    const card = { id: prepaid.id, type: 'managed_cards' as const }
    all = [main, other, card]
    const pick = () => all[below(all.length)] ?? main
    const asked: string[] = []

    const deposit = async (wait: boolean) => {
      const money = { currency: 'EUR', amount: 1 + below(9000), senderName: 'S', senderIban: '', reference: '' }
      const made = await bank.run((ctx) => bookDeposit(ctx, { ...money, accountId: main.id }, { asked: wait }))
      if (wait && made.ok) asked.push(made.value.id)
    }
    const transfer = (source: Instrument, destination: Instrument) =>
      bank.run((ctx) =>
        createTransfer(ctx, {
          profileId: '3001',
          source,
          destination,
          destinationAmount: { currency: 'EUR', amount: 1 + below(4000) },
        }),
      )
    const deeds = [
      () => deposit(false),
      () => deposit(true),
      () =>
        asked[0] && bank.run((ctx) => settleDeposit(ctx, asked.shift() ?? '', random() < 0.5 ? 'APPROVED' : 'DENIED')),
      () => transfer(pick(), pick()),
      () => transfer(main, card),
      () => bank.run((ctx) => chargeFee(ctx, { feeType: 'PRINTED_STATEMENT', source: pick(), payer: 'CORPORATE' })),
      () => buy(bank, prepaid.id, { amount: 1 + below(3000) }),
      () => buy(bank, debit.id, { amount: 1 + below(3000) }),
      () => buy(bank, debit.id, { amount: 1 + below(3000), atm: true }),
      () => giveBack(bank, debit.id, { amount: 1 + below(900) }),
      () => settleDue(bank),
    ]
    for (let n = 0; n < DEEDS; n++) {
      // Several at the same instant, or hours apart.
      if (random() < 0.6) clock.advance(below(9 * HOUR))
      await deeds[below(deeds.length)]?.()
      if (n % 9 === 0) instants.push(clock.now())
    }
    expect(await bank.broken()).toEqual([])
    const entries = bank.store.db
      .selectFrom('sandbox_ledger_entry')
      .select('id')
      .where('account', 'not like', 'system%')
    expect((await entries.execute()).length).toBeGreaterThan(300)
  }, 60_000)
  afterAll(() => bank.close())

  const read = async ({ id, type }: Instrument, query: StatementQuery, newer = false) => {
    const headers = newer ? { 'x-api-version': 'LATEST' as const } : undefined
    const request = { params: { id }, query, ...(headers && { headers }) }
    const outcome = await bank.run((ctx) =>
      type === 'managed_cards' ? readCardStatement(ctx, request) : readStatement(ctx, request),
    )
    return outcome.ok ? outcome.value : undefined
  }
  const v1 = async (of: Instrument, query: StatementQuery = {}) => StatementV1.parse(await read(of, query))
  const v2 = async (of: Instrument, query: StatementQuery = {}) => StatementV2.parse(await read(of, query, true))
  const sum = (amounts: (number | undefined)[]) => amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)
  /** Every page of a list, put together. */
  async function pages<T>(read: (offset: number) => Promise<{ rows: T[]; count: number }>): Promise<T[]> {
    const first = await read(0)
    const rows = [...first.rows]
    while (rows.length < first.count) {
      const { rows: more } = await read(rows.length)
      if (more.length === 0) throw new Error(`only ${rows.length} of ${first.count}`)
      rows.push(...more)
    }
    return rows
  }
  const allV1 = (of: Instrument, query: StatementQuery = {}, limit = 100) =>
    pages(async (offset) => {
      const { entry: rows, count } = await v1(of, { ...query, offset, limit })
      return { rows, count }
    })
  const allV2 = (of: Instrument, query: StatementQuery = {}) =>
    pages(async (offset) => {
      const { entries: rows, count } = await v2(of, { ...query, offset, limit: 100 })
      return { rows, count }
    })
  /** Some periods with both ends, and those with one or none. */
  const periods = () => [
    {},
    { from: instants[9] },
    { to: instants[18] },
    ...Array.from({ length: 12 }, () => {
      const from = below(instants.length - 1)
      return { from: instants[from], to: instants[from + below(instants.length - from)] }
    }),
  ]
  const cash = async ({ id }: Instrument) =>
    bank.store.db
      .selectFrom('sandbox_instrument')
      .select(['actual_balance as actual', 'available_balance as available'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()

  it('V1: start and movements make the end, in every period', async () => {
    for (const of of all)
      for (const { from, to } of periods()) {
        const query = { ...(from && { fromTimestamp: from }), ...(to && { toTimestamp: to }) }
        const { startBalance, endBalance } = await v1(of, { ...query, limit: 1 })
        const entries = await allV1(of, query)
        const moved = sum(entries.map((entry) => entry.actualBalanceAdjustment?.amount))
        expect((startBalance?.amount ?? 0) + moved).toBe(endBalance?.amount)
      }
  })

  it('V2: opening and movements make the closing balance, in every period', async () => {
    for (const of of all)
      for (const { from, to } of periods()) {
        const query = { ...(from && { startPeriod: from }), ...(to && { endPeriod: to }) }
        const { openingBalance, closingBalance } = await v2(of, { ...query, limit: 1 })
        const entries = await allV2(of, query)
        const moved = sum(entries.map((entry) => entry.balanceAdjustment.amount))
        expect((openingBalance?.amount ?? 0) + moved).toBe(closingBalance?.amount)
      }
  })

  it('each balance is the one before and the movement, and the last is what is there', async () => {
    for (const of of all) {
      const { actual, available } = await cash(of)
      let [was, free] = [0, 0]
      for (const entry of await allV1(of, { orderByTimestamp: 'ASC' })) {
        was += entry.actualBalanceAdjustment?.amount ?? 0
        free += entry.availableBalanceAdjustment?.amount ?? 0
        expect([entry.actualBalanceAfter?.amount, entry.availableBalanceAfter?.amount]).toEqual([was, free])
      }
      expect([was, free]).toEqual([actual, available])
      let after = 0
      for (const entry of await allV2(of)) {
        after += entry.balanceAdjustment.amount
        expect(entry.balanceAfter?.amount).toBe(after)
      }
      expect(after).toBe(actual)
    }
  })

  it('CSV says the same to the cent', async () => {
    for (const of of all) {
      const entry = await allV1(of)
      const lines = statementCsv({ entry, count: entry.length, responseCount: entry.length }).trimEnd().split('\r\n')
      const [head = '', ...rows] = lines
      const column = (name: string) => head.split(',').indexOf(name)
      const total = (name: string) => sum(rows.map((row) => Number(row.split(',')[column(name)])))
      const { actual, available } = await cash(of)
      expect([rows.length, total('actualBalanceAdjustment'), total('availableBalanceAdjustment')]).toEqual([
        entry.length,
        actual,
        available,
      ])
    }
  })

  it('kinds part the entries: what each filter finds makes the whole, once', async () => {
    for (const of of all) {
      const whole = (await allV2(of)).map(({ entryId }) => entryId)
      const parts = await Promise.all(
        StatementV2TransactionType.options.map((kind) => allV2(of, { 'transaction.type': [kind] })),
      )
      for (const [index, kind] of StatementV2TransactionType.options.entries())
        expect(new Set(parts[index]?.map(({ transaction }) => transaction.type)).size, kind).toBeLessThanOrEqual(1)
      expect(parts.flatMap((part) => part.map(({ entryId }) => entryId)).sort()).toEqual(whole.sort())
      const movements = await allV1(of, { showFundMovementsOnly: true })
      expect(movements).toHaveLength(whole.length)
      const lasts = await allV1(of, { singleEntryPerTransaction: true })
      const ids = new Set((await allV1(of)).map(({ transactionId }) => transactionId.id))
      expect(lasts.map(({ transactionId }) => transactionId.id).sort()).toEqual([...ids].sort())
    }
  })

  it('pages of any size are the list, in both directions, and hold still while money moves', async () => {
    const [main] = all
    if (!main) throw new Error('there is no account')
    const name = (entry: StatementV1['entry'][number]) => JSON.stringify(entry)
    const down = (await allV1(main)).map(name)
    expect((await allV1(main, { orderByTimestamp: 'ASC' }, 7)).map(name)).toEqual([...down].reverse())
    expect((await allV1(main, {}, 13)).map(name)).toEqual(down)
    const until = { toTimestamp: clock.now() }
    const read: string[] = []
    while (read.length < down.length) {
      read.push(...(await v1(main, { ...until, offset: read.length, limit: 40 })).entry.map(name))
      clock.advance(1)
      await bank.run((ctx) =>
        bookDeposit(ctx, {
          accountId: main.id,
          currency: 'EUR',
          amount: 1,
          senderName: '',
          senderIban: '',
          reference: '',
        }),
      )
    }
    expect(read).toEqual(down)
  })

  it('a fee names the movement that it was taken for, if there is one', async () => {
    const [main] = all
    if (!main) throw new Error('there is no account')
    const entries = await allV2(main)
    const fees = entries.filter(({ transaction }) => transaction.type === 'fees')
    const cash = fees.filter(({ relatedEntryId }) => relatedEntryId !== undefined)
    expect([cash.length > 0, cash.length < fees.length]).toEqual([true, true])
    for (const fee of cash) {
      const parent = entries.find(({ entryId }) => entryId === fee.relatedEntryId)
      expect(parent?.fee).toMatchObject({ id: fee.transaction.id, subtype: 'atm_withdrawal_fees' })
    }
  })

  it('transactions that are completed make what is in the books', async () => {
    const held = await bank.store.db
      .selectFrom('sandbox_deposit')
      .select((eb) => eb.fn.sum<number | null>('amount').as('amount'))
      .where('state', '=', 'PENDING')
      .executeTakeFirstOrThrow()
    const rows = await pages(async (offset) => {
      const page = await bank.run((ctx) => listTransactions(ctx, { offset, limit: 100 }))
      if (!page.ok) throw new Error('refused')
      return { rows: page.value.transactions, count: page.value.count }
    })
    for (const [index, of] of all.entries()) {
      const mine = rows.filter(({ instrument, status }) => instrument.id === of.id && status === 'COMPLETED')
      const moved = sum(mine.map(({ direction, amount }) => (direction === 'CREDIT' ? amount.amount : -amount.amount)))
      // What the platform has not decided on is in the books of the first account already.
      const waiting = index === 0 ? Number(held.amount ?? 0) : 0
      expect(moved + waiting, of.type).toBe((await cash(of)).actual)
    }
  })
})
