import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { createBulkRunner } from '../../effects/bulk-runner'
import { type Bank, openBank } from '../../testing/bank'
import { debitOrder, loadCard, openCard, toldOf } from '../../testing/cards'
import type { BulkPath } from '../bulks/operations'
import { getBulk, listBulkOperations } from '../bulks/read-bulks'
import { executeBulk } from '../bulks/steer-bulk'
import { submitBulk } from '../bulks/submit-bulk'
import { getCard } from './get-card'

onEachEngine('bulks of cards', (open) => {
  let bank: Bank
  let cards: string[]
  beforeAll(async () => {
    bank = await openBank(await open())
    const account = await bank.account('EUR', 0)
    cards = []
    for (let n = 0; n < 3; n++) cards.push((await openCard(bank, n === 2 ? undefined : debitOrder(account))).id)
    await loadCard(bank, cards[2] ?? '', 100)
  })
  afterAll(() => bank.close())

  /** Runs a bulk to its end, and says how it ended and what each of its rows answered. */
  const runBulk = async (path: BulkPath, ids: readonly string[], requestBody?: unknown) => {
    const rows = ids.map((id) => ({ pathParams: { _id_: id }, ...(requestBody !== undefined && { requestBody }) }))
    const submitted = await bank.run((ctx) => submitBulk(ctx, path, rows))
    if (!submitted.ok) throw new Error('refused')
    const { bulkId } = submitted.value
    await bank.run((ctx) => executeBulk(ctx, bulkId, {}))
    const runner = createBulkRunner(bank.sandbox)
    runner.start()
    await runner.settled()
    await runner.stop()
    const bulk = await bank.run((ctx) => getBulk(ctx, bulkId))
    const found = await bank.run((ctx) => listBulkOperations(ctx, { params: { bulk_id: bulkId }, query: {} }))
    if (!bulk.ok || !found.ok) throw new Error('gone')
    const [first] = found.value.operations
    return {
      status: bulk.value.status,
      call: `${first?.method} ${first?.path}`,
      answers: found.value.operations.map((row) => row.responsePayload),
    }
  }
  const states = () =>
    Promise.all(
      cards.map(async (id) => {
        const found = await bank.run((ctx) => getCard(ctx, bank.sandbox.keys, id))
        return found.ok && found.value.state.state
      }),
    )

  it('block, unblock and remove each card as its single call does', async () => {
    const [first = '', second = '', rich = ''] = cards
    expect(await runBulk('/managed_cards/_id_/block', [first, second, first, '404'])).toEqual({
      status: 'PARTIALLY_COMPLETED',
      call: `POST /managed_cards/${first}/block`,
      answers: ['{}', '{}', '{"errorCode":"INSTRUMENT_ALREADY_BLOCKED"}', '{"code":"NOT_FOUND","message":"NOT_FOUND"}'],
    })
    expect(await states()).toEqual(['BLOCKED', 'BLOCKED', 'ACTIVE'])
    expect((await runBulk('/managed_cards/_id_/unblock', [first])).status).toBe('COMPLETED')
    expect(await runBulk('/managed_cards/_id_/remove', [first, rich])).toMatchObject({
      answers: ['{}', '{"errorCode":"BALANCE_NOT_ZERO"}'],
    })
    expect(await states()).toEqual(['DESTROYED', 'BLOCKED', 'ACTIVE'])
    expect((await toldOf(bank, first)).map(([, body]) => body.eventType)).toEqual(['BLOCKED', 'UNBLOCKED', 'DESTROYED'])
  })

  it('change the spend rules of each card', async () => {
    const [, second = '', rich = ''] = cards
    const rules = { spendLimit: [{ value: { currency: 'EUR', amount: 5 }, interval: 'DAILY' }] }
    expect(await runBulk('/managed_cards/_id_/spend_rules', [second, rich], rules)).toEqual({
      status: 'PARTIALLY_COMPLETED',
      call: `PATCH /managed_cards/${second}/spend_rules`,
      answers: ['{}', '{"errorCode":"SPEND_LIMIT_NOT_SUPPORTED_FOR_PREPAID_MODE_CARD"}'],
    })
  })
})
