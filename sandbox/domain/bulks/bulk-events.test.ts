import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { createBulkRunner } from '../../effects/bulk-runner'
import { type Bank, openBank } from '../../testing/bank'
import { listener, type Told } from '../../testing/told'
import { claimBulk } from './lease'
import { runBatch } from './run-batch'
import { cancelBulk, executeBulk, pauseBulk, resumeBulk } from './steer-bulk'
import { submitBulk } from './submit-bulk'

onEachEngine('what the platform hears of a bulk', (open) => {
  let bank: Bank
  let from: string
  let to: string
  let told: (event?: string) => Promise<Told[]>
  beforeAll(async () => {
    bank = await openBank(await open())
    from = await bank.account('EUR', 1_000_000)
    to = await bank.account('EUR', 0)
    told = listener(bank.store)
  })
  beforeEach(async () => void (await told()))
  afterAll(() => bank.close())

  /** A bulk of `count` rows of which every one in `failing` fails. */
  const submitted = async (count: number, failing: readonly number[] = []) => {
    const rows = Array.from({ length: count }, (_, index) => ({
      requestBody: {
        profileId: '3001',
        source: { type: 'managed_accounts', id: from },
        destination: { type: 'managed_accounts', id: failing.includes(index + 1) ? '404' : to },
        destinationAmount: { currency: 'EUR', amount: 1 },
      },
    }))
    const bulk = await bank.run((ctx) => submitBulk(ctx, '/transfers', rows))
    return bulk.ok ? bulk.value.bulkId : ''
  }
  const runAll = async () => {
    const runner = createBulkRunner(bank.sandbox)
    runner.start()
    await runner.settled()
    await runner.stop()
  }
  const batch = async (bulkId: string, limit: number) => {
    const { now } = bank.sandbox.clock
    await claimBulk(bank.store.db, { id: bulkId, owner: 'me', now: now(), leaseMs: 1000 })
    return bank.run((ctx) => runBatch(ctx, { bulkId, owner: 'me', limit, leaseMs: 1000, careful: false }))
  }
  const reports = async () =>
    (await told('bulk_process_end')).map(({ payload }) => {
      const { status, operationStatusCounts } = payload as {
        status: string
        operationStatusCounts: { status: string; count: number }[]
      }
      return [status, Object.fromEntries(operationStatusCounts.map((one) => [one.status, one.count]))]
    })

  it('how it ended, and only that where nobody asked for more', async () => {
    const bulkId = await submitted(3, [2])
    await bank.run((ctx) => executeBulk(ctx, bulkId, {}))
    await runAll()
    expect((await told('bulk_process_end')).map(({ payload }) => payload)).toEqual([
      {
        bulkId,
        status: 'PARTIALLY_COMPLETED',
        submittedItemsCount: 3,
        operationStatusCounts: [
          { status: 'COMPLETED', count: 2 },
          { status: 'FAILED', count: 1 },
        ],
      },
    ])
  })

  it('every so many rows, with the counts of that very row, though a batch passes several marks', async () => {
    const bulkId = await submitted(10, [4])
    await bank.run((ctx) => executeBulk(ctx, bulkId, { webhookInterval: 4 }))
    expect(await batch(bulkId, 25)).toEqual({ ran: 10, more: false })
    expect(await reports()).toEqual([
      ['RUNNING', { COMPLETED: 3, FAILED: 1, SUBMITTED: 6 }],
      ['RUNNING', { COMPLETED: 7, FAILED: 1, SUBMITTED: 2 }],
      ['PARTIALLY_COMPLETED', { COMPLETED: 9, FAILED: 1 }],
    ])
  })

  it.each([1, 0, -5, 2])('at most four times, though every %s rows were asked for', async (webhookInterval) => {
    const bulkId = await submitted(10)
    await bank.run((ctx) => executeBulk(ctx, bulkId, { webhookInterval }))
    await runAll()
    expect((await reports()).map(([status, counts]) => [status, counts])).toEqual([
      ['RUNNING', { COMPLETED: 3, SUBMITTED: 7 }],
      ['RUNNING', { COMPLETED: 6, SUBMITTED: 4 }],
      ['RUNNING', { COMPLETED: 9, SUBMITTED: 1 }],
      ['COMPLETED', { COMPLETED: 10 }],
    ])
  })

  it('the end alone where the last row is a mark as well, or the first failure ended it on one', async () => {
    const even = await submitted(8)
    await bank.run((ctx) => executeBulk(ctx, even, { webhookInterval: 4 }))
    await runAll()
    expect((await reports()).map(([status]) => status)).toEqual(['RUNNING', 'COMPLETED'])
    const stopped = await submitted(8, [4])
    await bank.run((ctx) => executeBulk(ctx, stopped, { webhookInterval: 4, mode: 'ON_FAILURE_STOP' }))
    await runAll()
    expect(await reports()).toEqual([['PARTIALLY_COMPLETED', { COMPLETED: 3, FAILED: 1, CANCELLED: 4 }]])
  })

  it('that it was paused or cancelled, not that it goes on', async () => {
    const bulkId = await submitted(4)
    await bank.run((ctx) => executeBulk(ctx, bulkId, { webhookInterval: 2 }))
    await batch(bulkId, 1)
    await bank.run((ctx) => pauseBulk(ctx, bulkId))
    await bank.run((ctx) => resumeBulk(ctx, bulkId))
    await batch(bulkId, 1)
    await bank.run((ctx) => cancelBulk(ctx, bulkId))
    expect(await reports()).toEqual([
      ['PAUSED', { COMPLETED: 1, SUBMITTED: 3 }],
      ['RUNNING', { COMPLETED: 2, SUBMITTED: 2 }],
      ['CANCELLED', { COMPLETED: 2, CANCELLED: 2 }],
    ])
    const never = await submitted(2)
    await bank.run((ctx) => cancelBulk(ctx, never))
    expect(await reports()).toEqual([['CANCELLED', { CANCELLED: 2 }]])
  })

  it('nothing of a batch that was undone, and everything once when it is run again', async () => {
    const bulkId = await submitted(4)
    await bank.run((ctx) => executeBulk(ctx, bulkId, { webhookInterval: 1 }))
    await claimBulk(bank.store.db, { id: bulkId, owner: 'me', now: bank.sandbox.clock.now(), leaseMs: 1000 })
    const dying = bank.run(async (ctx) => {
      await runBatch(ctx, { bulkId, owner: 'me', limit: 3, leaseMs: 1000, careful: false })
      throw new Error('the power went')
    })
    await expect(dying).rejects.toThrow('the power went')
    expect(await told()).toEqual([])
    await batch(bulkId, 3)
    await batch(bulkId, 3)
    const all = await told()
    const statuses = all.flatMap(({ event, payload }) =>
      event === 'bulk_process_end' ? [(payload as { status: string }).status] : [],
    )
    expect(statuses).toEqual(['RUNNING', 'RUNNING', 'RUNNING', 'COMPLETED'])
    expect(all.filter(({ event }) => event === 'transfers_watch')).toHaveLength(4)
  })
})
