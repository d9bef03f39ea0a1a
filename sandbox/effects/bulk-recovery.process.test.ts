import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { newDatabase, onEachEngine } from '../../test/postgres/engines'
import { executeBulk } from '../domain/bulks/steer-bulk'
import { submitBulk } from '../domain/bulks/submit-bulk'
import { type Bank, openBank, reopenBank } from '../testing/bank'
import { createBulkRunner } from './bulk-runner'
import { createClock } from './clock'

const ROWS = 6000
const KILLS = 4
const LEASE_GONE_MS = 11_000
const script = fileURLToPath(new URL('../testing/run-bulks.ts', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'bulk-recovery-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Lets a process run bulks for `ms` after it began, then kills it as a power cut would. */
async function runAndKill(url: string, ms: number, clockOffset: number): Promise<void> {
  const args = ['--import', 'tsx', script, url, String(clockOffset)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await new Promise((resolve) => setTimeout(resolve, ms))
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const attempted = async (bank: Bank, id: string) => {
  const bulk = await bank.store.db.selectFrom('sandbox_bulk').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return bulk.completed_count + bulk.failed_count
}

onEachEngine('a bulk whose process dies', (_, engine) => {
  it('goes on where it stopped: every row once, none lost', { timeout: 120_000 }, async () => {
    const address = engine === 'sqlite' ? join(directory, 'sandbox.sqlite') : await newDatabase()
    const bank = await openBank(address)
    const from = await bank.account('EUR', 100_000_000)
    const to = await bank.account('EUR', 0)
    const items = Array.from({ length: ROWS }, (_, index) => ({
      requestBody: {
        profileId: '3001',
        tag: `row-${index + 1}`,
        source: { type: 'managed_accounts', id: from },
        // Every hundredth row must fail, each time.
        destination: { type: 'managed_accounts', id: index % 100 === 99 ? '404' : to },
        destinationAmount: { currency: 'EUR', amount: index + 1 },
      },
    }))
    const submitted = await bank.run((ctx) => submitBulk(ctx, '/transfers', items))
    const id = submitted.ok ? submitted.value.bulkId : ''
    await bank.run((ctx) => executeBulk(ctx, id, { webhookInterval: 1 }))
    await bank.close()

    const seen: number[] = []
    let window = 100
    for (let round = 0; round < KILLS; round++) {
      // On PostgreSQL the dead process's lease must run out first: each round is a little later.
      await runAndKill(address, Math.random() * window, round * LEASE_GONE_MS)
      const between = await reopenBank(address, bank.actor)
      seen.push(await attempted(between, id))
      if (seen.at(-1) === 0) window *= 2
      expect(await between.broken()).toEqual([])
      await between.close()
    }
    // Otherwise the kills hit nothing and the test says nothing.
    expect(
      seen.some((rows) => rows > 0 && rows < ROWS),
      `rows after each kill: ${seen}`,
    ).toBe(true)

    const last = await reopenBank(address, bank.actor, createClock(KILLS * LEASE_GONE_MS))
    const runner = createBulkRunner(last.sandbox)
    runner.start()
    await expect.poll(() => attempted(last, id), { timeout: 60_000, interval: 200 }).toBe(ROWS)
    await runner.settled()
    await runner.stop()

    const { db } = last.store
    const bulk = await db.selectFrom('sandbox_bulk').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(bulk).toMatchObject({
      status: 'PARTIALLY_COMPLETED',
      completed_count: ROWS * 0.99,
      failed_count: ROWS / 100,
    })
    const transfers = await db.selectFrom('sandbox_transfer').select(['id', 'tag', 'amount']).execute()
    const expected = items.flatMap(({ requestBody }, index) => (index % 100 === 99 ? [] : [requestBody.tag]))
    expect(transfers.map((t) => t.tag).sort()).toEqual([...expected].sort())
    const rows = await db
      .selectFrom('sandbox_bulk_operation')
      .select(['response', 'status'])
      .where('status', '=', 'COMPLETED')
      .execute()
    const answered = rows.map((row): string => JSON.parse(row.response ?? '{}').id)
    expect(answered.sort()).toEqual(transfers.map((t) => t.id).sort())
    expect(await last.balance(to)).toBe(transfers.reduce((sum, t) => sum + t.amount, 0))
    // Each report, and each transfer's own webhook, was written with the rows that it is about.
    const told = await db.selectFrom('sandbox_webhook').select(['event', 'payload']).orderBy('id').execute()
    const reports = told.filter(({ event }) => event === 'bulk_process_end')
    const statuses = reports.map(({ payload }): string => JSON.parse(payload).status)
    expect(statuses).toEqual(['RUNNING', 'RUNNING', 'RUNNING', 'PARTIALLY_COMPLETED'])
    const paid = told.filter(({ event }) => event === 'transfers_watch')
    const ids = paid.map(({ payload }): string => JSON.parse(payload).transfer.id.id)
    expect(ids.sort()).toEqual(transfers.map((t) => t.id).sort())
    expect(await last.broken()).toEqual([])
    await last.close()
  })
})
