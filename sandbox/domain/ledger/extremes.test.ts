import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { type Bank, openBank } from '../../testing/bank'
import { bookDeposit } from '../deposits/book-deposit'
import { settleDeposit } from '../deposits/settle-deposit'
import { createTransfer } from '../transfers/create-transfer'

const MOST = Number.MAX_SAFE_INTEGER

onEachEngine('very much money', (open) => {
  let bank: Bank
  beforeAll(async () => {
    bank = await openBank(await open())
  })
  afterAll(() => bank.close())

  const arrive = (accountId: string, amount: number, currency = 'EUR', asked = false) => {
    const sender = { senderName: 'Sender', senderIban: '', reference: '' }
    return bank.run((ctx) => bookDeposit(ctx, { accountId, amount, currency, ...sender }, { asked }))
  }

  it('comes in only as long as every figure is exact, and moves without losing a cent', async () => {
    const [a, b] = [await bank.account('EUR', MOST - 1), await bank.account('EUR', 0)]
    expect(await arrive(a, 2)).toEqual({ ok: false, refusal: 'OTHER' })
    expect(await arrive(b, MOST)).toEqual({ ok: false, refusal: 'OTHER' })
    expect(await arrive(b, MOST, 'EUR', true)).toEqual({ ok: false, refusal: 'OTHER' })
    expect(await arrive(b, 1)).toMatchObject({ ok: true })
    const [source, destination] = [a, b].map((id) => ({ type: 'managed_accounts' as const, id }))
    if (!source || !destination) throw new Error('two accounts')
    const order = { profileId: '3001', source, destination }
    const send = (amount: number) =>
      bank.run((ctx) => createTransfer(ctx, { ...order, destinationAmount: { currency: 'EUR', amount } }))
    expect(await send(MOST)).toEqual({ ok: false, refusal: 'FUNDS_INSUFFICIENT' })
    expect(await send(MOST - 1)).toMatchObject({ ok: true })
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([0, MOST])
    expect(await bank.broken()).toEqual([])
  })

  it('is counted from the moment it is in the books', async () => {
    const a = await bank.account('GBP', 0)
    const waiting = await arrive(a, MOST, 'GBP', true)
    expect(await arrive(a, 1, 'GBP')).toEqual({ ok: false, refusal: 'OTHER' })
    await bank.run((ctx) => settleDeposit(ctx, waiting.ok ? waiting.value.id : '', 'DENIED'))
    expect(await arrive(a, 1, 'GBP')).toMatchObject({ ok: true })
    expect(await bank.balance(a)).toBe(1)
  })
})
