import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { type Bank, openBank } from '../../testing/bank'
import { debitOrder, openCard } from '../../testing/cards'
import { listener } from '../../testing/told'
import { listAccountTransactions } from '../transactions/list-transactions'
import { correctBalance } from './correct-balance'

onEachEngine('a balance that is corrected by hand', (open) => {
  let bank: Bank
  let account: string
  beforeAll(async () => {
    bank = await openBank(await open())
    account = await bank.account('EUR', 100)
  })
  afterAll(() => bank.close())

  const correct = (id: string, amount: number, type: 'managed_accounts' | 'managed_cards' = 'managed_accounts') =>
    bank.run((ctx) => correctBalance(ctx, { instrument: { type, id }, amount, note: 'Booked twice' }))

  it('moves both ways, is told without its sign, and is a transaction of the system', async () => {
    const told = listener(bank.store)
    await told()
    expect([(await correct(account, 50)).ok, (await correct(account, -30)).ok]).toEqual([true, true])
    expect(await bank.balance(account)).toBe(120)
    expect((await told('manual_transactions_watch')).map(({ payload }) => payload)).toMatchObject([
      { targetInstrument: { type: 'managed_accounts', id: account }, availableBalanceAdjustment: '50' },
      { actualBalanceAdjustment: '30', owner: { type: 'corporates', id: bank.actor.identityId } },
    ])
    const page = await bank.run((ctx) => listAccountTransactions(ctx, account, { type: 'system_transactions' }))
    expect(page).toMatchObject({
      value: {
        count: 2,
        transactions: [
          {
            direction: 'DEBIT',
            amount: { amount: 30 },
            transaction: { subtype: 'balance_adjustments', reason: 'Booked twice' },
          },
          { direction: 'CREDIT', amount: { amount: 50 } },
        ],
      },
    })
    expect(await bank.broken()).toEqual([])
  })

  it('is refused where there is no such balance, or too little', async () => {
    const card = await openCard(bank, debitOrder(account))
    expect(await correct(account, -1000)).toEqual({ ok: false, refusal: 'FUNDS_INSUFFICIENT' })
    for (const missing of [
      correct('404', 1),
      correct(account, 1, 'managed_cards'),
      correct(card.id, 1, 'managed_cards'),
    ])
      expect(await missing).toEqual({ ok: false, refusal: 'NOT_FOUND' })
    expect(await correct('system:world:EUR', 1)).toEqual({ ok: false, refusal: 'NOT_FOUND' })
    expect(await bank.balance(account)).toBe(120)
  })
})
