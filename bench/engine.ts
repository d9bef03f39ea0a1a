import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { openStore } from '../storage/open'
import { figure, median, ratio } from './print'
import { type Account, startBenchSandbox } from './sandbox'

const OPERATIONS = 10_000
const RUNS = 3
const final = new Set(['COMPLETED', 'PARTIALLY_COMPLETED', 'FAILED', 'CANCELLED'])

/** A bulk of 10,000 transfers through the sandbox's engine; seconds from execute to COMPLETED. */
async function throughEngine(databaseUrl?: string): Promise<{ submit: number; run: number }> {
  const bank = await startBenchSandbox(databaseUrl)
  try {
    const { accounts } = (await (
      await bank.call('GET', '/managed_accounts?limit=100&currency=EUR&state=ACTIVE')
    ).json()) as {
      accounts: Account[]
    }
    const [from, to] = [
      accounts.find((a) => a.friendlyName === 'Payroll'),
      accounts.find((a) => a.friendlyName === 'Operating'),
    ]
    if (!from || !to) throw new Error('The world lacks the accounts Payroll and Operating.')
    const rows = Array.from({ length: OPERATIONS }, (_, i) => ({
      requestBody: {
        profileId: '3001',
        source: { type: 'managed_accounts', id: from.id },
        destination: { type: 'managed_accounts', id: to.id },
        destinationAmount: { currency: 'EUR', amount: 1 + (i % 50) },
      },
    }))
    let at = performance.now()
    const submitted = await bank.call('POST', '/bulks/transfers', rows, { 'idempotency-ref': randomUUID() })
    const { bulkId } = (await submitted.json()) as { bulkId: string }
    const submit = (performance.now() - at) / 1000
    at = performance.now()
    await bank.call('POST', `/bulks/${bulkId}/execute`, { mode: 'ON_FAILURE_CONTINUE' })
    for (;;) {
      const { status } = (await (await bank.call('GET', `/bulks/${bulkId}`)).json()) as { status: string }
      if (final.has(status)) return { submit, run: (performance.now() - at) / 1000 }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  } finally {
    await bank.stop()
  }
}

/** The same rows written straight with prepared statements, 50 operations a transaction: the floor of the machine. */
async function straight(): Promise<number> {
  const bank = await startBenchSandbox()
  const file = join(bank.dir, 'straight.db')
  await (await openStore(file)).close()
  const db = new SQLite(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const insert = (table: string, columns: string) =>
    db.prepare(
      `insert into ${table} (${columns}) values (${columns
        .split(', ')
        .map(() => '?')
        .join(', ')})`,
    )
  const account = insert(
    'sandbox_instrument',
    'id, type, identity_id, profile_id, friendly_name, currency, state, available_balance, actual_balance, iban_state, bank_details, created_at',
  )
  for (const id of ['1', '2'])
    account.run(id, 'managed_accounts', '1', '1', id, 'EUR', 'ACTIVE', 10 ** 9, 10 ** 9, 'UNALLOCATED', '[]', 0)
  const operation = insert('sandbox_bulk_operation', 'bulk_id, sequence, id, status, request')
  db.transaction(() => {
    for (let i = 1; i <= OPERATIONS; i++) operation.run('1', i, String(i), 'SUBMITTED', '{}')
  })()
  const transfer = insert(
    'sandbox_transfer',
    'id, identity_id, profile_id, source_type, source_id, destination_type, destination_id, currency, amount, state, executed_at, created_at',
  )
  const entry = insert(
    'sandbox_ledger_entry',
    'id, posting_id, account, currency, actual, available, actual_after, available_after, transaction_type, transaction_id, state, additional_fields, created_at',
  )
  const balance = db.prepare(
    'update sandbox_instrument set available_balance = available_balance + ?, actual_balance = actual_balance + ? where id = ?',
  )
  const finish = db.prepare(
    `update sandbox_bulk_operation set status = 'COMPLETED', response = ? where bulk_id = '1' and sequence = ?`,
  )
  const read = db.prepare('select * from sandbox_instrument where id in (?, ?)')
  const one = (i: number) => {
    read.all('1', '2')
    transfer.run(String(i), '1', '1', 'managed_accounts', '1', 'managed_accounts', '2', 'EUR', 1, 'COMPLETED', 1, 1)
    entry.run(2 * i, String(i), '1', 'EUR', -1, -1, 1, 1, 'TRANSFER', String(i), 'COMPLETED', '{}', 1)
    entry.run(2 * i + 1, String(i), '2', 'EUR', 1, 1, 1, 1, 'TRANSFER', String(i), 'COMPLETED', '{}', 1)
    balance.run(-1, -1, '1')
    balance.run(1, 1, '2')
    finish.run('{}', i)
  }
  const at = performance.now()
  for (let start = 1; start <= OPERATIONS; start += 50) {
    db.transaction(() => {
      for (let i = start; i < start + 50; i++) one(i)
    })()
  }
  const seconds = (performance.now() - at) / 1000
  db.close()
  await bank.stop()
  return seconds
}

export async function benchEngine(): Promise<void> {
  const engine: number[] = []
  const submits: number[] = []
  const floor: number[] = []
  // Interleaved, so that a slow minute of the machine hits both alike.
  for (let run = 0; run < RUNS; run++) {
    const { submit, run: seconds } = await throughEngine()
    engine.push(seconds)
    submits.push(submit)
    floor.push(await straight())
  }
  const perSecond = OPERATIONS / median(engine)
  figure('bulk of 10,000 transfers on SQLite', `${perSecond.toFixed(0)} operations a second`, `median of ${RUNS}`)
  figure('same writes straight on SQLite', `${(OPERATIONS / median(floor)).toFixed(0)} operations a second`)
  figure('engine to straight writes', ratio(median(engine), median(floor)), 'time')
  figure('submitting 10,000 rows', `${median(submits).toFixed(2)} s`)
  const postgres = process.env.BENCH_DATABASE_URL
  if (postgres) {
    const { run } = await throughEngine(postgres)
    figure('bulk of 10,000 transfers on PostgreSQL', `${(OPERATIONS / run).toFixed(0)} operations a second`, 'one run')
  }
}
