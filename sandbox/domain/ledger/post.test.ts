import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { type Bank, openBank } from '../../testing/bank'
import { createTransfer } from '../transfers/create-transfer'
import { flushBatch, openBatch } from './batch'
import { checkBooks } from './check-books'
import { post } from './post'

onEachEngine('the ledger', (open) => {
  let bank: Bank
  beforeAll(async () => {
    bank = await openBank(await open())
  })
  afterAll(() => bank.close())

  const entries = () => bank.store.db.selectFrom('sandbox_ledger_entry').selectAll().orderBy('id').execute()
  const move = (from: string, to: string, amount: number, currency = 'EUR') => ({
    transactionType: 'TRANSFER',
    transactionId: bank.sandbox.newId(),
    legs: [
      { account: from, currency, actual: -amount, available: -amount },
      { account: to, currency, actual: amount, available: amount },
    ],
  })

  it('books both sides with the balance after each', async () => {
    const [a, b] = [await bank.account('EUR', 1000), await bank.account('EUR', 50)]
    expect(await bank.run((ctx) => post(ctx, move(a, b, 300)))).toEqual({ ok: true, value: undefined })
    const [debit, credit] = (await entries()).slice(-2)
    expect(debit).toMatchObject({ account: a, actual: -300, actual_after: 700, available_after: 700 })
    expect(credit).toMatchObject({ account: b, actual: 300, actual_after: 350, available_after: 350 })
    expect(debit?.posting_id).toBe(credit?.posting_id)
  })

  it('refuses a debit that goes below zero and writes nothing', async () => {
    const [a, b] = [await bank.account('EUR', 100), await bank.account('EUR', 0)]
    const before = await entries()
    expect(await bank.run((ctx) => post(ctx, move(a, b, 101)))).toEqual({ ok: false, refusal: 'FUNDS_INSUFFICIENT' })
    expect(await entries()).toEqual(before)
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([100, 0])
  })

  it('undoes the whole transaction when a leg cannot land', async () => {
    const a = await bank.account('EUR', 100)
    await expect(bank.run((ctx) => post(ctx, move(a, '404', 10)))).rejects.toThrow('cannot take its leg')
    expect(await bank.balance(a)).toBe(100)
  })

  it('throws when the legs do not balance', async () => {
    const a = await bank.account('EUR', 100)
    const lopsided = {
      transactionType: 'X',
      transactionId: '1',
      legs: [{ account: a, currency: 'EUR', actual: 1, available: 1 }],
    }
    await expect(bank.run((ctx) => post(ctx, lopsided))).rejects.toThrow('does not balance in EUR')
  })

  it('lets nobody change or delete an entry', async () => {
    await bank.account('EUR', 100)
    const { db } = bank.store
    await expect(db.updateTable('sandbox_ledger_entry').set({ actual: 1 }).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('sandbox_ledger_entry').execute()).rejects.toThrow('append-only')
  })

  it('books the same in a batch as one by one', async () => {
    const [a, b] = [await bank.account('EUR', 500), await bank.account('EUR', 0)]
    const outcomes = await bank.run(async (ctx) => {
      const batch = await openBatch(ctx, 6, [a])
      const results = []
      for (const amount of [200, 400, 300]) results.push((await post({ ...ctx, batch }, move(a, b, amount))).ok)
      await flushBatch(ctx, batch)
      return results
    })
    expect(outcomes).toEqual([true, false, true])
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([0, 500])
    expect(await bank.broken()).toEqual([])
  })

  it('keeps every rule of the books through any transfers', { timeout: 60_000 }, async () => {
    const accounts = [
      await bank.account('EUR', 10_000),
      await bank.account('EUR', 500),
      await bank.account('EUR', 0),
      await bank.account('GBP', 700),
    ]
    const pick = fc.constantFrom(...accounts)
    const order = fc.record({ from: pick, to: pick, amount: fc.integer({ min: -5, max: 3000 }), batch: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 8 }), async (orders) => {
        for (const { from, to, amount, batch } of orders)
          await bank.run(async (ctx) => {
            const shared = batch ? await openBatch(ctx, 2, []) : undefined
            const outcome = await createTransfer(
              { ...ctx, ...(shared && { batch: shared }) },
              {
                profileId: '3001',
                source: { type: 'managed_accounts', id: from },
                destination: { type: 'managed_accounts', id: to },
                destinationAmount: { currency: 'EUR', amount },
              },
            )
            if (shared) await flushBatch(ctx, shared)
            return outcome
          })
        expect(await bank.broken()).toEqual([])
        const euros = await Promise.all(accounts.slice(0, 3).map(bank.balance))
        expect(euros.reduce((sum, one) => sum + one, 0)).toBe(10_500)
      }),
      { numRuns: 25 },
    )
  })
})

describe('the check of the books', () => {
  it('finds what was planted', async () => {
    const bank = await openBank()
    const [a] = [await bank.account('EUR', 100)]
    expect((await checkBooks(bank.store.db)).every((f) => f.violations.length === 0)).toBe(true)
    const { db } = bank.store
    await db.updateTable('sandbox_instrument').set({ available_balance: -1 }).where('id', '=', a).execute()
    await db
      .insertInto('sandbox_ledger_entry')
      .values({
        id: 99,
        posting_id: '99',
        account: a,
        currency: 'EUR',
        actual: 5,
        available: 5,
        actual_after: 7,
        available_after: 7,
        transaction_type: 'TRANSFER',
        transaction_id: '99',
        state: 'COMPLETED',
        additional_fields: '{}',
        created_at: 1,
      })
      .execute()
    expect(await bank.broken()).toEqual([
      'the rows of a posting sum to zero in each currency: 99',
      `a balance is the sum of its entries: ${a}`,
      `each entry starts where the one before it ended: ${a}`,
      `no customer has less than nothing to spend: ${a}`,
      `what is in the books of a customer and cannot be spent is held by something: ${a}`,
    ])
    await bank.close()
  })
})
