import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newDatabase, onEachEngine } from '../../test/postgres/engines'
import { executeBulk } from '../domain/bulks/steer-bulk'
import { submitBulk } from '../domain/bulks/submit-bulk'
import { type Bank, openBank, reopenBank } from '../testing/bank'
import { type BulkOfKind, bulkKinds } from '../testing/bulk-kinds'
import { must } from '../worlds/world'
import { createBulkRunner } from './bulk-runner'
import { createClock } from './clock'

const ROWS = 600
const KILLS = 14
const LEASE_GONE_MS = 11_000
const script = fileURLToPath(new URL('../testing/run-bulks.ts', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'bulk-recovery-'))
// Beside the packages that it needs.
const bundled = fileURLToPath(new URL(`../../node_modules/.bulk-recovery-${process.pid}`, import.meta.url))

/** One file starts several times faster than its two hundred sources, and is started a dozen times. */
beforeAll(() =>
  build({ configFile: false, logLevel: 'warn', build: { ssr: script, outDir: bundled, emptyOutDir: true } }),
)
afterAll(() => {
  for (const made of [directory, bundled]) rmSync(made, { recursive: true, force: true })
})

/** Lets a process run bulks for `ms` after it began, then kills it as a power cut would. */
async function runAndKill(url: string, ms: number, clockOffset: number): Promise<void> {
  const args = [join(bundled, 'run-bulks.js'), url, String(clockOffset)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await new Promise((resolve) => setTimeout(resolve, ms))
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

type Submitted = BulkOfKind & { id: string }

/** Submits a bulk of each kind and starts them all; what was told before is forgotten. */
async function prepare(bank: Bank, names: readonly string[]): Promise<Submitted[]> {
  const bulks: Submitted[] = []
  for (const name of names) {
    const kind = await bulkKinds[name]?.(bank, ROWS)
    if (!kind) throw new Error(`no bulk of ${name}`)
    const { bulkId } = await bank.run((ctx) => must(submitBulk(ctx, kind.path, kind.items)))
    bulks.push({ ...kind, id: bulkId })
  }
  await bank.store.db.deleteFrom('sandbox_webhook').execute()
  for (const { id } of bulks) await bank.run((ctx) => must(executeBulk(ctx, id, { webhookInterval: 1 })))
  return bulks
}

/** How many rows of each bulk were tried, in the order of the bulks. */
async function attempted({ store }: Bank, bulks: readonly Submitted[]): Promise<number[]> {
  const rows = await store.db.selectFrom('sandbox_bulk').select(['id', 'completed_count', 'failed_count']).execute()
  const counts = new Map(rows.map((row) => [row.id, row.completed_count + row.failed_count]))
  return bulks.map(({ id }) => counts.get(id) ?? 0)
}

const isUnderWay = (rows: number) => rows > 0 && rows < ROWS

/** Every deed once, every row answered as it ended, and the platform told of each once. */
async function expectOnce(bank: Bank, bulk: Submitted): Promise<void> {
  const { db } = bank.store
  const row = await db.selectFrom('sandbox_bulk').selectAll().where('id', '=', bulk.id).executeTakeFirstOrThrow()
  const [completed_count, failed_count] = [ROWS * 0.99, ROWS / 100]
  expect(row, bulk.path).toMatchObject({ status: 'PARTIALLY_COMPLETED', completed_count, failed_count })
  expect((await bulk.deeds(bank.store)).sort(), bulk.path).toEqual([...bulk.expected].sort())
  const rows = await db
    .selectFrom('sandbox_bulk_operation')
    .select(['status', 'response'])
    .where('bulk_id', '=', bulk.id)
    .orderBy('sequence')
    .execute()
  expect(
    rows.every(({ status, response }, index) => response && status === (index % 100 === 99 ? 'FAILED' : 'COMPLETED')),
  ).toBe(true)
  const answered = rows.flatMap(({ response }) => /"id":"(\d+)"/.exec(response ?? '')?.[1] ?? [])
  expect(new Set(answered).size, bulk.path).toBe(answered.length)

  const told = await db.selectFrom('sandbox_webhook').select(['event', 'payload']).orderBy('id').execute()
  const tried = told.flatMap(({ event, payload }) => {
    const { bulkId, status, operationStatusCounts: counts } = JSON.parse(payload)
    if (event !== 'bulk_process_end' || bulkId !== bulk.id) return []
    const sum = counts.reduce(
      (all: number, one: { status: string; count: number }) => all + (one.status === 'SUBMITTED' ? 0 : one.count),
      0,
    )
    return [`${status} ${sum}`]
  })
  const quarter = ROWS / 4
  expect(tried, bulk.path).toEqual([
    ...[1, 2, 3].map((part) => `RUNNING ${part * quarter}`),
    `PARTIALLY_COMPLETED ${ROWS}`,
  ])
}

/** What the platform was told of single deeds, one line for each message: no two are alike. */
async function messages(bank: Bank): Promise<Map<string, string[]>> {
  const told = await bank.store.db.selectFrom('sandbox_webhook').select(['event', 'payload']).execute()
  const lines = new Map<string, string[]>()
  for (const { event, payload } of told) {
    const { transfer, send, id, eventType } = JSON.parse(payload)
    const subject = (transfer ?? send ?? { id })?.id?.id
    lines.set(event, [...(lines.get(event) ?? []), `${subject} ${eventType}`])
  }
  return lines
}

onEachEngine('bulks whose process dies', (_, engine) => {
  it('go on where they stopped: every row once, none lost, each told once', { timeout: 120_000 }, async () => {
    const address = engine === 'sqlite' ? join(directory, 'sandbox.sqlite') : await newDatabase()
    const bank = await openBank(address)
    const bulks = await prepare(bank, engine === 'sqlite' ? Object.keys(bulkKinds) : ['transfers', 'block'])
    await bank.close()
    const hit = new Set<string>()
    let [kills, window, rows] = [0, 150, bulks.map(() => 0)]
    while (kills < KILLS && rows.some((tried) => tried < ROWS)) {
      // On PostgreSQL the dead process's lease must run out first: each round is a little later.
      await runAndKill(address, Math.random() * window, kills * LEASE_GONE_MS)
      kills += 1
      const between = await reopenBank(address, bank.actor)
      const seen = await attempted(between, bulks)
      // Only a few run at once: those that are behind come first, so that every kind meets its killer.
      const started_at = sql<number>`completed_count + failed_count`
      await between.store.db.updateTable('sandbox_bulk').set({ started_at }).execute()
      expect(await between.broken()).toEqual([])
      await between.close()
      for (const [at, { path }] of bulks.entries())
        if (seen[at] !== rows[at] && isUnderWay(seen[at] ?? 0)) hit.add(path)
      window = seen.join() === rows.join() ? window * 2 : window
      rows = seen
    }
    // Otherwise the kills hit nothing and the test says nothing.
    expect(hit.size, `hit: ${[...hit].join(', ')}`).toBeGreaterThan(bulks.length * 0.6)

    const last = await reopenBank(address, bank.actor, createClock(KILLS * LEASE_GONE_MS))
    const runner = createBulkRunner(last.sandbox)
    runner.start()
    await expect.poll(() => attempted(last, bulks), { timeout: 60_000, interval: 200 }).toEqual(bulks.map(() => ROWS))
    await runner.settled()
    await runner.stop()

    for (const bulk of bulks) await expectOnce(last, bulk)
    const told = await messages(last)
    const events = new Map<string, number>()
    for (const { event, expected } of bulks) if (event) events.set(event, (events.get(event) ?? 0) + expected.length)
    for (const [event, deeds] of events) {
      const lines = told.get(event) ?? []
      expect(new Set(lines).size, event).toBe(lines.length)
      expect(new Set(lines.map((line) => line.split(' ')[0])).size, event).toBe(deeds)
    }
    expect(await last.broken()).toEqual([])
    await last.close()
  })
})
