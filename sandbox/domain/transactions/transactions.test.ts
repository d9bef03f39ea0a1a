import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  managedAccountTransactionGet,
  managedAccountTransactionsGet,
  type TransactionQuery,
  transactionsGet,
} from '../../../contract/instrument-transactions'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { addCompany, type Bank, newActor, openBank } from '../../testing/bank'
import { loadCard, openCard } from '../../testing/cards'
import { createAccount } from '../accounts/create-account'
import type { ActorCtx } from '../context'
import { chargeFee } from '../fees/charge-fee'
import { programme } from '../programme'
import { sendConfirmation } from '../sends/confirmation'
import { createSend } from '../sends/create-send'
import { cancelTransfers } from '../transfers/cancel-transfers'
import { createTransfer } from '../transfers/create-transfer'
import {
  getAccountTransaction,
  getCardTransaction,
  listAccountTransactions,
  listCardTransactions,
  listTransactions,
} from './list-transactions'

const HOUR = 3_600_000

onEachEngine('transactions', (open) => {
  const clock = createClock()
  const other = newActor()
  let bank: Bank
  let account: string
  let second: string
  let theirs: string
  const at: Record<string, number> = {}
  const ids: Record<string, string> = {}
  const idOf = async (made: Promise<{ ok: true; value: { id: string } } | { ok: false; refusal: string }>) => {
    const outcome = await made
    if (!outcome.ok) throw new Error(outcome.refusal)
    return outcome.value.id
  }

  // 10,000 come in; 300 go to another account at once, 400 would tomorrow and 500 were called off; 600 are sent at a fee.
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
    await addCompany(bank.store, other, clock.now())
    account = await bank.account('EUR', 10_000)
    second = await bank.account('EUR', 0)
    theirs = await bank.run((ctx) =>
      idOf(createAccount({ ...ctx, actor: other }, { profileId: '2001', friendlyName: 'Theirs', currency: 'EUR' })),
    )
    const step = async (name: string, work: (ctx: ActorCtx) => Promise<string>) => {
      clock.advance(HOUR)
      at[name] = clock.now()
      ids[name] = await bank.run(work)
    }
    const transfer = (amount: number, inMs?: number) => (ctx: ActorCtx) =>
      idOf(
        createTransfer(ctx, {
          profileId: '3001',
          source: { type: 'managed_accounts', id: account },
          destination: { type: 'managed_accounts', id: second },
          destinationAmount: { currency: 'EUR', amount },
          ...(inMs !== undefined && { scheduledTimestamp: String(ctx.now() + inMs) }),
        }),
      )
    await step('paid', transfer(300))
    await step('scheduled', transfer(400, 24 * HOUR))
    await step('cancelled', transfer(500, 24 * HOUR))
    await bank.run((ctx) => cancelTransfers(ctx, [{ id: ids.cancelled ?? '' }]))
    await step('sent', (ctx) =>
      idOf(
        createSend(ctx, {
          profileId: programme.profiles.sendsWithFees,
          tag: 'private',
          source: { type: 'managed_accounts', id: account },
          destination: { type: 'managed_accounts', id: theirs },
          destinationAmount: { currency: 'EUR', amount: 6000 },
        }),
      ),
    )
    await bank.run((ctx) => sendConfirmation.confirmed(ctx, [ids.sent ?? '']))
  })
  afterAll(() => bank.close())

  /** Parsed as the door would: what the contract does not know must not be there. */
  const list = async (query: TransactionQuery = {}, actor = bank.actor) => {
    const page = await bank.run((ctx) => listTransactions({ ...ctx, actor }, query))
    if (!page.ok) throw new Error('refused')
    expect(transactionsGet.responses[200].parse(page.value)).toEqual(page.value)
    return page.value
  }
  const on = async (id: string, query: TransactionQuery = {}) => {
    const page = await bank.run((ctx) => listAccountTransactions(ctx, id, query))
    if (!page.ok) throw new Error(page.refusal)
    expect(managedAccountTransactionsGet.responses[200].parse(page.value)).toEqual(page.value)
    return page.value.transactions
  }
  const brief = ({ transactions }: Awaited<ReturnType<typeof list>>) =>
    transactions.map((one) => [one.type, one.status, one.direction, one.amount.amount])

  it('lists what happened on every instrument, newest first, a transfer for both of its sides', async () => {
    const page = await list()
    expect(brief(page)).toEqual([
      ['fees', 'COMPLETED', 'DEBIT', 100],
      ['sends', 'COMPLETED', 'DEBIT', 6000],
      ['transfers', 'CANCELLED', 'DEBIT', 500],
      ['transfers', 'CANCELLED', 'CREDIT', 500],
      ['transfers', 'SUBMITTED', 'DEBIT', 400],
      ['transfers', 'SUBMITTED', 'CREDIT', 400],
      ['transfers', 'COMPLETED', 'DEBIT', 300],
      ['transfers', 'COMPLETED', 'CREDIT', 300],
      ['incoming_wire_transfers', 'COMPLETED', 'CREDIT', 10_000],
    ])
    expect([page.count, page.responseCount]).toEqual([9, 9])
    expect(page.transactions[7]).toMatchObject({
      id: ids.paid,
      instrument: { type: 'managed_accounts', id: second },
      transaction: { id: ids.paid, source: { id: account }, state: 'COMPLETED' },
    })
  })

  it('answers each with its transaction as the resource of its kind does', async () => {
    const { transactions } = await list({ type: ['incoming_wire_transfers', 'transfers', 'sends'] })
    for (const one of transactions) expect(one.transaction, one.type).toMatchObject({ id: one.id })
    expect(transactions.at(-1)?.transaction).toMatchObject({ state: 'COMPLETED', senderName: 'Sender' })
  })

  it('names the fee that was taken, which is a transaction of its own', async () => {
    const { transactions } = await list({ type: ['sends', 'fees'] })
    const [fee, sent] = transactions
    expect(sent).toMatchObject({
      fee: { id: fee?.id, type: 'fees', subtype: 'send_fees', amount: { currency: 'EUR', amount: 100 } },
      transaction: { id: ids.sent, sourceFee: { currency: 'EUR', amount: 100 }, tag: 'private' },
    })
    expect(fee).toMatchObject({
      amount: { currency: 'EUR', amount: 100 },
      transaction: { feeType: 'send_fees', relatedTransactionId: ids.sent, instrument: { id: account } },
    })
  })

  it('shows the payee what came, and not what the payer noted about it', async () => {
    const page = await list({}, other)
    expect(brief(page)).toEqual([
      ['fees', 'COMPLETED', 'DEBIT', 50],
      ['sends', 'COMPLETED', 'CREDIT', 6000],
    ])
    expect(page.transactions[1]).toMatchObject({ fee: { amount: { amount: 50 } }, transaction: { id: ids.sent } })
    expect(JSON.stringify(page)).not.toContain('private')
  })

  it('filters by kind, status, direction and both instants, orders and pages', async () => {
    const counts = async (query: TransactionQuery) => (await list(query)).count
    expect(await counts({ type: 'transfers' })).toBe(6)
    expect(await counts({ type: ['incoming_wire_transfers', 'fees'] })).toBe(2)
    expect(await counts({ type: 'card_payments' })).toBe(0)
    expect(await counts({ status: 'SUBMITTED' })).toBe(2)
    expect(await counts({ status: ['SUBMITTED', 'CANCELLED'] })).toBe(4)
    expect(await counts({ status: 'DRAFT' })).toBe(0)
    expect(await counts({ direction: 'CREDIT' })).toBe(4)
    expect(await counts({ creationTimestampFrom: at.scheduled, creationTimestampTo: (at.sent ?? 0) - 1 })).toBe(4)
    expect(await counts({ lastUpdatedTimestampFrom: at.sent })).toBe(2)
    expect(await counts({ lastUpdatedTimestampTo: (at.paid ?? 0) - 1 })).toBe(1)
    const oldest = await list({ sortOrder: 'ASC', limit: 2, offset: 1 })
    expect(brief(oldest)).toEqual([
      ['transfers', 'COMPLETED', 'CREDIT', 300],
      ['transfers', 'COMPLETED', 'DEBIT', 300],
    ])
    expect(oldest).toMatchObject({ count: 9, responseCount: 2 })
  })

  it('orders by the last change where that is asked for', async () => {
    const source = await bank.account('EUR', 10)
    const late = { type: 'transfers', sortBy: 'lastUpdatedTimestamp', sortOrder: 'DESC' } as const
    const before = (await on(source, late)).length
    expect(before).toBe(0)
    const stamps = (await list(late)).transactions.map((one) => one.lastUpdatedTimestamp ?? 0)
    expect(stamps).toEqual([...stamps].sort((a, b) => b - a))
  })

  it('lists one account alone, and reads one of its transactions', async () => {
    const seen = await on(second)
    expect(seen.map((one) => [one.direction, one.amount.amount])).toEqual([
      ['CREDIT', 500],
      ['CREDIT', 400],
      ['CREDIT', 300],
    ])
    expect(seen[0]).not.toHaveProperty('instrument')
    const one = await bank.run((ctx) => getAccountTransaction(ctx, { id: second, transactionId: ids.paid ?? '' }))
    expect(one).toEqual({ ok: true, value: seen[2] })
    expect(managedAccountTransactionGet.responses[200].parse(seen[2])).toEqual(seen[2])
  })

  it('knows nothing of accounts and transactions of others', async () => {
    const refused = { ok: false, refusal: 'NOT_FOUND' }
    const transactionId = ids.paid ?? ''
    expect(await bank.run((ctx) => listAccountTransactions(ctx, theirs, {}))).toEqual(refused)
    expect(await bank.run((ctx) => listAccountTransactions({ ...ctx, actor: other }, account, {}))).toEqual(refused)
    expect(await bank.run((ctx) => getAccountTransaction(ctx, { id: theirs, transactionId }))).toEqual(refused)
    expect(await bank.run((ctx) => getAccountTransaction(ctx, { id: account, transactionId: '404' }))).toEqual(refused)
    const sent = { id: second, transactionId: ids.sent ?? '' }
    expect(await bank.run((ctx) => getAccountTransaction(ctx, sent))).toEqual(refused)
    // A card is no account, and the other way round.
    expect(await bank.run((ctx) => listCardTransactions(ctx, account, {}))).toEqual(refused)
    expect(await bank.run((ctx) => getCardTransaction(ctx, { id: account, transactionId }))).toEqual(refused)
  })

  it('reads a card as well', async () => {
    const card = await openCard(bank)
    await loadCard(bank, card.id, 700)
    const page = await bank.run((ctx) => listCardTransactions(ctx, card.id, {}))
    expect(page).toMatchObject({
      value: { count: 1, transactions: [{ type: 'transfers', direction: 'CREDIT', amount: { amount: 700 } }] },
    })
    const transactionId = page.ok ? (page.value.transactions[0]?.id ?? '') : ''
    const one = await bank.run((ctx) => getCardTransaction(ctx, { id: card.id, transactionId }))
    expect(one).toMatchObject({ value: { id: transactionId, transaction: { id: transactionId } } })
  })

  it('shows a fee of the programme that belongs to nothing else', async () => {
    const source = { type: 'managed_accounts' as const, id: account }
    const [feeType = ''] = Object.keys(programme.fees)
    expect(await bank.run((ctx) => chargeFee(ctx, { feeType, source, payer: 'CORPORATE' }))).toMatchObject({ ok: true })
    expect((await on(account, { type: 'fees' }))[0]).toMatchObject({
      type: 'fees',
      direction: 'DEBIT',
      transaction: { feeType: 'custom_fees' },
    })
  })
})
