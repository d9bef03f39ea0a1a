import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BulkProcessMode } from '../../../contract/bulks'
import { onEachEngine } from '../../../test/postgres/engines'
import { createBulkRunner } from '../../effects/bulk-runner'
import { createClock } from '../../effects/clock'
import { type Bank, newActor, openBank } from '../../testing/bank'
import { claimBulk } from './lease'
import { getBulk, listBulkOperations, listBulks } from './read-bulks'
import { runBatch } from './run-batch'
import { cancelBulk, executeBulk, pauseBulk, resumeBulk } from './steer-bulk'
import { submitBulk } from './submit-bulk'

const refused = (refusal: string) => ({ ok: false, refusal })
const INVALID = refused('INVALID_STATE')
const nothing = { ok: true, value: undefined }

onEachEngine('bulks', (open) => {
  let bank: Bank
  let from: string
  let to: string
  const clock = createClock()
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
    from = await bank.account('EUR', 1_000_000)
    to = await bank.account('EUR', 0)
  })
  afterAll(() => bank.close())

  const row = (amount: number, destination = to) => ({
    pathParams: {},
    requestBody: {
      profileId: '3001',
      source: { type: 'managed_accounts', id: from },
      destination: { type: 'managed_accounts', id: destination },
      destinationAmount: { currency: 'EUR', amount },
    },
  })
  const submit = async (rows: ReturnType<typeof row>[], target = bank) => {
    const submitted = await target.run((ctx) => submitBulk(ctx, '/transfers', rows))
    if (!submitted.ok) throw new Error('refused')
    return submitted.value.bulkId
  }
  const detail = async (id: string) => {
    const found = await bank.run((ctx) => getBulk(ctx, id))
    if (!found.ok) throw new Error(found.refusal)
    const counts = Object.fromEntries(found.value.operationStatusCounts.map((c) => [c.status, c.count]))
    return { ...found.value, counts }
  }
  const operations = async (id: string, query: Parameters<typeof listBulkOperations>[1]['query'] = {}) => {
    const found = await bank.run((ctx) => listBulkOperations(ctx, { params: { bulk_id: id }, query }))
    if (!found.ok) throw new Error(found.refusal)
    return found.value
  }
  const runAll = async (rows: ReturnType<typeof row>[], mode?: BulkProcessMode) => {
    const id = await submit(rows)
    await bank.run((ctx) => executeBulk(ctx, id, { mode }))
    const runner = createBulkRunner(bank.sandbox)
    runner.start()
    await runner.settled()
    await runner.stop()
    return id
  }

  it('stores rows in order and runs none before it is told to', async () => {
    const id = await submit([row(1), row(2), row(3)])
    expect(await detail(id)).toMatchObject({
      status: 'SUBMITTED',
      submittedItemsCount: 3,
      operation: '/transfers',
      counts: { SUBMITTED: 3 },
    })
    const { operations: rows, ...counts } = await operations(id)
    expect(counts).toEqual({ count: 3, responseCount: 3 })
    expect(rows.map((r) => [r.sequence, r.method, r.path, r.status, r.responsePayload])).toEqual([
      [1, 'POST', '/transfers', 'SUBMITTED', undefined],
      [2, 'POST', '/transfers', 'SUBMITTED', undefined],
      [3, 'POST', '/transfers', 'SUBMITTED', undefined],
    ])
    expect(JSON.parse(rows[1]?.requestPayload ?? '')).toEqual(row(2).requestBody)
    expect(await operations(id, { sequence: 2 })).toMatchObject({ count: 1, operations: [{ sequence: 2 }] })
    expect(await operations(id, { offset: 2, limit: 5 })).toMatchObject({
      responseCount: 1,
      operations: [{ sequence: 3 }],
    })
  })

  it('runs every row through the single operation and keeps its answer', async () => {
    const before = await bank.balance(to)
    const id = await runAll([row(10), row(20), row(30)])
    const done = await detail(id)
    expect(done).toMatchObject({ status: 'COMPLETED', mode: 'ON_FAILURE_CONTINUE', counts: { COMPLETED: 3 } })
    expect(done.executionFinish).toBeGreaterThanOrEqual(done.executionStart ?? Number.NaN)
    expect(await bank.balance(to)).toBe(before + 60)
    const { operations: rows } = await operations(id)
    expect(JSON.parse(rows[2]?.responsePayload ?? '')).toMatchObject({
      state: 'COMPLETED',
      destinationAmount: { currency: 'EUR', amount: 30 },
    })
    expect(await bank.broken()).toEqual([])
  })

  it('goes on after a failure, or stops and cancels the rest', async () => {
    const rows = [row(1), row(1, '404'), row(1)]
    const on = await runAll(rows, 'ON_FAILURE_CONTINUE')
    expect(await detail(on)).toMatchObject({ status: 'PARTIALLY_COMPLETED', counts: { COMPLETED: 2, FAILED: 1 } })
    const failed = await operations(on, { status: 'FAILED' })
    expect(failed.operations.map((r) => [r.sequence, r.responsePayload])).toEqual([
      [2, '{"errorCode":"DESTINATION_NOT_FOUND"}'],
    ])
    const stopped = await runAll(rows, 'ON_FAILURE_STOP')
    const counts = { COMPLETED: 1, FAILED: 1, CANCELLED: 1 }
    expect(await detail(stopped)).toMatchObject({ status: 'PARTIALLY_COMPLETED', counts })
    const never = await runAll([row(0), row(1)], 'ON_FAILURE_STOP')
    expect(await detail(never)).toMatchObject({ status: 'FAILED', counts: { FAILED: 1, CANCELLED: 1 } })
    expect(await detail(await runAll([row(0), row(-1)]))).toMatchObject({ status: 'FAILED', counts: { FAILED: 2 } })
    expect(await bank.broken()).toEqual([])
  })

  it('fails the one row that breaks inside and pays the others', async () => {
    const id = await submit([row(1), row(1), row(1)])
    const broken = { requestBody: { profileId: '3001', destinationAmount: { currency: 'EUR', amount: 1 } } }
    await bank.store.db
      .updateTable('sandbox_bulk_operation')
      .set({ request: JSON.stringify(broken) })
      .where('bulk_id', '=', id)
      .where('sequence', '=', 2)
      .execute()
    await bank.run((ctx) => executeBulk(ctx, id, {}))
    const runner = createBulkRunner(bank.sandbox)
    runner.start()
    await runner.settled()
    await runner.stop()
    expect(await detail(id)).toMatchObject({ status: 'PARTIALLY_COMPLETED', counts: { COMPLETED: 2, FAILED: 1 } })
    expect((await operations(id, { sequence: 2 })).operations[0]?.responsePayload).toContain('INTERNAL_SERVER_ERROR')
    expect(await bank.broken()).toEqual([])
  })

  it('pauses, resumes and cancels between rows, at the pace that is set', async () => {
    const { sandbox } = bank
    const id = await submit(Array.from({ length: 10 }, () => row(1)))
    sandbox.settings.bulkPace = 1
    const runner = createBulkRunner(sandbox)
    runner.start()
    await bank.run((ctx) => executeBulk(ctx, id, { mode: 'ON_FAILURE_STOP' }))
    runner.wake()
    const until = async (completed: number) =>
      expect.poll(async () => (await detail(id)).counts.COMPLETED).toBe(completed)
    await until(1)
    clock.advance(1000)
    await until(2)
    expect((await detail(id)).counts).toEqual({ COMPLETED: 2, SUBMITTED: 8 })
    expect(await bank.run((ctx) => pauseBulk(ctx, id))).toEqual(nothing)
    runner.wake()
    clock.advance(60_000)
    await runner.settled()
    expect(await detail(id)).toMatchObject({ status: 'PAUSED', counts: { COMPLETED: 2, SUBMITTED: 8 } })
    expect(await bank.run((ctx) => pauseBulk(ctx, id))).toEqual(INVALID)
    expect(await bank.run((ctx) => executeBulk(ctx, id, {}))).toEqual(INVALID)
    expect(await bank.run((ctx) => resumeBulk(ctx, id))).toEqual(nothing)
    runner.wake()
    await until(3)
    expect(await bank.run((ctx) => cancelBulk(ctx, id))).toEqual(nothing)
    clock.advance(60_000)
    await runner.settled()
    expect(await detail(id)).toMatchObject({ status: 'CANCELLED', counts: { COMPLETED: 3, CANCELLED: 7 } })
    for (const verb of [pauseBulk, resumeBulk, cancelBulk])
      expect(await bank.run((ctx) => verb(ctx, id))).toEqual(INVALID)
    await runner.stop()
    sandbox.settings.bulkPace = null
    expect(await bank.broken()).toEqual([])
  })

  it('cancels before it has run, and refuses what the state does not allow', async () => {
    const id = await submit([row(1)])
    expect(await bank.run((ctx) => pauseBulk(ctx, id))).toEqual(INVALID)
    expect(await bank.run((ctx) => resumeBulk(ctx, id))).toEqual(INVALID)
    expect(await bank.run((ctx) => cancelBulk(ctx, id))).toEqual(nothing)
    expect(await detail(id)).toMatchObject({ status: 'CANCELLED', counts: { CANCELLED: 1 } })
    expect(await bank.run((ctx) => executeBulk(ctx, id, {}))).toEqual(INVALID)
  })

  it('shows and steers own bulks only, newest first', async () => {
    const own = await openBank(await open(), { clock })
    const ids: string[] = []
    for (let i = 0; i < 3; i++) {
      ids.push(await submit([row(1)], own))
      clock.advance(10)
    }
    await own.run((ctx) => cancelBulk(ctx, ids[1] ?? ''))
    const list = async (query: Parameters<typeof listBulks>[1]) => {
      const page = await own.run((ctx) => listBulks(ctx, query))
      return page.ok ? page.value.bulkProcesses.map((bulk) => bulk.bulkId) : []
    }
    expect(await list({})).toEqual([ids[2], ids[1], ids[0]])
    expect(await list({ status: 'CANCELLED' })).toEqual([ids[1]])
    expect(await list({ offset: 1, limit: 1 })).toEqual([ids[1]])
    const [first = ''] = ids
    for (const verb of [getBulk, pauseBulk, resumeBulk, cancelBulk]) {
      const asStranger = await own.run(async (ctx) => (await verb({ ...ctx, actor: newActor() }, first)).ok)
      expect(asStranger).toBe(false)
    }
    await own.close()
  })

  it('runs rows for the engine alone that holds the lease', async () => {
    const id = await submit([row(1)])
    await bank.run((ctx) => executeBulk(ctx, id, {}))
    const leaseMs = 10_000
    const claim = (owner: string) => claimBulk(bank.store.db, { id, owner, now: clock.now(), leaseMs })
    const batch = (owner: string) =>
      bank.run((ctx) => runBatch(ctx, { bulkId: id, owner, limit: 10, leaseMs, careful: false }))
    expect([await claim('one'), await claim('another')]).toEqual([true, false])
    expect(await batch('another')).toEqual({ ran: 0, more: false })
    expect(await batch('one')).toEqual({ ran: 1, more: false })
    expect(await batch('one')).toEqual({ ran: 0, more: false })
  })

  it('is run once by two engines at a time', async () => {
    const before = await bank.balance(to)
    const id = await submit(Array.from({ length: 400 }, () => row(1)))
    await bank.run((ctx) => executeBulk(ctx, id, {}))
    const both = [createBulkRunner(bank.sandbox), createBulkRunner(bank.sandbox)]
    for (const runner of both) runner.start()
    await Promise.all(both.map((runner) => runner.settled()))
    await expect.poll(async () => (await detail(id)).status).toBe('COMPLETED')
    await Promise.all(both.map((runner) => runner.stop()))
    expect(await bank.balance(to)).toBe(before + 400)
    expect(await bank.broken()).toEqual([])
  })

  it('counts every row once, whoever steers it how while two engines run', async () => {
    const { sandbox } = bank
    const before = await bank.balance(to)
    const total = 2000
    // Every seventh row fails: its destination is its source.
    const id = await submit(Array.from({ length: total }, (_, n) => row(1, n % 7 === 3 ? from : to)))
    const twice = async (verb: (ctx: Parameters<typeof pauseBulk>[0]) => ReturnType<typeof pauseBulk>) => {
      const answers = await Promise.all([bank.run(verb), bank.run(verb)])
      return answers.filter(({ ok }) => ok).length
    }
    let settled = 0
    const look = async () => {
      const { counts, operationStatusCounts, status } = await detail(id)
      const { COMPLETED = 0, FAILED = 0, CANCELLED = 0 } = counts
      expect(operationStatusCounts.reduce((sum, { count }) => sum + count, 0)).toBe(total)
      expect(COMPLETED + FAILED + CANCELLED).toBeGreaterThanOrEqual(settled)
      settled = COMPLETED + FAILED + CANCELLED
      return status
    }
    sandbox.settings.bulkPace = 100
    const engines = [createBulkRunner(sandbox), createBulkRunner(sandbox)]
    for (const engine of engines) engine.start()
    expect(await twice((ctx) => executeBulk(ctx, id, {}))).toBe(1)
    for (let round = 0; round < 8; round++) {
      for (const engine of engines) engine.wake()
      clock.advance(1000)
      const seen = settled
      await expect.poll(async () => (await look()) && settled).toBeGreaterThan(seen)
      const [paused] = await Promise.all([twice((ctx) => pauseBulk(ctx, id)), look(), look()])
      expect(paused).toBe(1)
      expect(await look()).toBe('PAUSED')
      const [resumed] = await Promise.all([twice((ctx) => resumeBulk(ctx, id)), look()])
      expect(resumed).toBe(1)
    }
    for (const engine of engines) engine.wake()
    const [cancelled] = await Promise.all([twice((ctx) => cancelBulk(ctx, id)), look(), look()])
    expect(cancelled).toBe(1)
    clock.advance(60_000)
    await Promise.all(engines.map((engine) => engine.settled()))
    await Promise.all(engines.map((engine) => engine.stop()))
    sandbox.settings.bulkPace = null

    expect(await look()).toBe('CANCELLED')
    expect(settled).toBe(total)
    const { counts } = await detail(id)
    for (const status of ['COMPLETED', 'FAILED', 'CANCELLED'] as const)
      expect((await operations(id, { status })).count, status).toBe(counts[status] ?? 0)
    expect(counts.COMPLETED).toBeGreaterThan(0)
    expect(await bank.balance(to)).toBe(before + (counts.COMPLETED ?? 0))
    expect(await bank.broken()).toEqual([])
  })

  it('takes 10,000 rows in one go', { timeout: 60_000 }, async () => {
    const before = await bank.balance(to)
    const id = await runAll(Array.from({ length: 10_000 }, () => row(1)))
    expect(await detail(id)).toMatchObject({ status: 'COMPLETED', counts: { COMPLETED: 10_000 } })
    expect(await bank.balance(to)).toBe(before + 10_000)
    expect(await bank.broken()).toEqual([])
  })
})
