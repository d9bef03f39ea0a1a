import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SendOrder } from '../../../contract/sends'
import { onEachEngine } from '../../../test/postgres/engines'
import { createBulkRunner } from '../../effects/bulk-runner'
import { addCompany, type Bank, newActor, openBank } from '../../testing/bank'
import { createAccount } from '../accounts/create-account'
import { getBulk, listBulkOperations } from '../bulks/read-bulks'
import { executeBulk } from '../bulks/steer-bulk'
import { submitBulk } from '../bulks/submit-bulk'
import { sendConfirmation } from './confirmation'

onEachEngine('bulks of sends', (open) => {
  let bank: Bank
  let from: string
  let to: string
  beforeAll(async () => {
    bank = await openBank(await open())
    const other = newActor()
    await addCompany(bank.store, other, bank.sandbox.clock.now())
    from = await bank.account('EUR', 1_000_000)
    const wanted = { profileId: '2001', friendlyName: 'Payee', currency: 'EUR' }
    const opened = await bank.run((ctx) => createAccount({ ...ctx, actor: other }, wanted))
    to = opened.ok ? opened.value.id : ''
  })
  afterAll(() => bank.close())

  const order = (amount: number, more: Partial<SendOrder> = {}): SendOrder => ({
    profileId: '3002',
    source: { type: 'managed_accounts', id: from },
    destination: { type: 'managed_accounts', id: to },
    destinationAmount: { currency: 'EUR', amount },
    ...more,
  })
  const runAll = async (orders: SendOrder[]) => {
    const rows = orders.map((requestBody) => ({ pathParams: {}, requestBody }))
    const submitted = await bank.run((ctx) => submitBulk(ctx, '/sends', rows))
    if (!submitted.ok) throw new Error('refused')
    await bank.run((ctx) => executeBulk(ctx, submitted.value.bulkId, {}))
    const runner = createBulkRunner(bank.sandbox)
    runner.start()
    await runner.settled()
    await runner.stop()
    return submitted.value.bulkId
  }
  const states = async () => {
    const rows = await bank.store.db.selectFrom('sandbox_send').select(['id', 'state']).orderBy('id').execute()
    return { ids: rows.map(({ id }) => id), states: rows.map(({ state }) => state) }
  }

  it('runs every row as its single call, and the ones that wait are confirmed together', async () => {
    const small = order(100, { profileId: '3012' })
    const id = await runAll([order(5000), small, order(-1), order(5000), order(1, { profileId: '9' })])
    expect(await bank.run((ctx) => getBulk(ctx, id))).toMatchObject({ value: { status: 'PARTIALLY_COMPLETED' } })
    const rows = await bank.run((ctx) => listBulkOperations(ctx, { params: { bulk_id: id }, query: {} }))
    const answers = rows.ok ? rows.value.operations.map(({ responsePayload }) => JSON.parse(responsePayload ?? '')) : []
    expect(answers).toMatchObject([
      { state: 'PENDING_CHALLENGE' },
      { state: 'COMPLETED', challengeExemptionReason: 'LOW_VALUE' },
      { errorCode: 'AMOUNT_INVALID' },
      { state: 'PENDING_CHALLENGE' },
      { errorCode: 'PROFILE_NOT_FOUND' },
    ])
    expect(await bank.balance(to)).toBe(50)
    const waiting = answers.filter(({ state }) => state === 'PENDING_CHALLENGE').map((one) => one.id)
    await bank.run((ctx) => sendConfirmation.confirmed(ctx, waiting))
    expect((await states()).states).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED'])
    expect(await bank.balance(to)).toBe(10_050)
    const told = bank.store.db.selectFrom('sandbox_webhook').select('id').where('event', '=', 'send_watch')
    expect(await told.execute()).toHaveLength(5)
    expect(await bank.broken()).toEqual([])
  })
})
