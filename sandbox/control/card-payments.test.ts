import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { type Bank, openBank } from '../testing/bank'
import { buy, moneyOn } from '../testing/card-payments'
import { loadCard, openCard } from '../testing/cards'
import { controlApp } from './app'

onEachEngine('shops after a purchase', (open) => {
  let bank: Bank
  let card: string
  beforeAll(async () => {
    bank = await openBank(await open())
    card = (await openCard(bank)).id
    await loadCard(bank, card, 10_000)
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  const order = async (path: string, body: unknown) => {
    const app = controlApp(
      bank.sandbox,
      (work) => work(),
      async () => {},
    )
    const headers = { 'content-type': 'application/json' }
    const response = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, body: await response.json() }
  }

  it('take a part and the rest', async () => {
    const { id } = await buy(bank, card, { amount: 3000 })
    const part = await order('/card-settlement', { id, amount: 1000, moreToCome: true })
    expect(part).toEqual({ status: 200, body: { settlementId: expect.stringMatching(/^[0-9]+$/) } })
    expect(await moneyOn(bank, card)).toEqual({ actual: 9000, available: 7000 })
    await order('/card-settlement', { id })
    expect(await moneyOn(bank, card)).toEqual({ actual: 7000, available: 7000 })
    expect((await order('/card-settlement', { id })).body).toEqual({ refused: 'STATE_INVALID' })
  })

  it('call it off', async () => {
    const { id } = await buy(bank, card, { amount: 3000 })
    expect((await order('/card-release', { id, by: 'CANCELLATION', reason: 'twice' })).body).toEqual({ released: id })
    expect(await moneyOn(bank, card)).toEqual({ actual: 7000, available: 7000 })
    expect((await order('/card-release', { id: '404', by: 'REVERSAL' })).body).toEqual({ refused: 'NOT_FOUND' })
    expect((await order('/card-release', { id, by: 'THEFT' })).status).toBe(400)
  })
})
