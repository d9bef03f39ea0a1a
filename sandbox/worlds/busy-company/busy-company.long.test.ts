import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../../storage/open'
import { inTransaction } from '../../../storage/transaction'
import { onEachEngine } from '../../../test/postgres/engines'
import { multiApp } from '../../app'
import { checkBooks } from '../../domain/ledger/check-books'
import { keepSecret } from '../../domain/secure/keep-secret'
import { type Clock, createClock } from '../../effects/clock'
import { assemble } from '../../sandbox'
import { buildWorld } from '../registry'
import { openSite } from '../world'
import { build } from './busy-company'
import { signIns } from './people'

const DAY = 24 * 60 * 60_000
const MINUTES = 60_000
let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'snapshots-'))
})
afterAll(() => rm(dir, { recursive: true }))

const sandboxOn = (store: Store, more: { clock?: Clock; snapshotDir?: string } = {}) =>
  assemble({ store, secret: Buffer.alloc(32, 7), apiKey: 'k', uiKey: 'u', secureOrigin: 'http://localhost:1', ...more })

async function counted(store: Store, query: RawBuilder<unknown>): Promise<Record<string, number>> {
  const { rows } = await query.execute(store.db)
  return Object.fromEntries((rows as { what: string; n: number }[]).map(({ what, n }) => [what, Number(n)]))
}
const states = (store: Store, table: string, column = 'state') =>
  counted(
    store,
    sql`select ${sql.ref(column)} as what, count(*) as n from ${sql.table(table)} group by ${sql.ref(column)}`,
  )
const broken = async (store: Store) => (await checkBooks(store.db)).flatMap(({ violations }) => violations)

/** How many rows there are, table by table. */
async function sizes(store: Store): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const { name } of await store.db.introspection.getTables())
    if (name.startsWith('sandbox_')) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(store.db)
      found[name] = Number(rows[0]?.n)
    }
  return found
}

describe('busy-company', () => {
  let store: Store
  let cpuMs: number
  let turns = 0
  beforeAll(async () => {
    store = await openStore(':memory:')
    const ticking = setInterval(() => {
      turns += 1
    }, 10)
    const before = process.cpuUsage()
    await buildWorld(sandboxOn(store, { snapshotDir: dir }), 'busy-company')
    const { user, system } = process.cpuUsage(before)
    cpuMs = (user + system) / 1000
    clearInterval(ticking)
  }, 5 * MINUTES)
  afterAll(() => store.close())

  test('is built in less than half a minute, while the process goes on answering', () => {
    expect(cpuMs).toBeLessThan(30_000)
    expect(turns).toBeGreaterThan(100)
  })

  test('is as big as it says, with books that are in order', async () => {
    const size = await sizes(store)
    expect(size.sandbox_ledger_entry).toBeGreaterThan(100_000)
    expect(size.sandbox_card).toBe(400)
    expect(size.sandbox_beneficiary).toBeGreaterThan(3000)
    expect(await states(store, 'sandbox_credential', 'type')).toMatchObject({ ROOT: 2, USER: 48 })
    expect(await states(store, 'sandbox_credential', 'active')).toMatchObject({ 0: 4 })
    expect(await broken(store)).toEqual([])
  })

  test('has something in every state that lasts', async () => {
    const own = sql`select type || ' ' || state || coalesce(' ' || blocked_reason, '') || coalesce(' ' || destroyed_reason, '')
      as what, count(*) as n from sandbox_instrument where identity_id <> 'system' group by 1`
    expect(Object.keys(await counted(store, own)).sort()).toEqual([
      'managed_accounts ACTIVE',
      'managed_accounts BLOCKED SYSTEM',
      'managed_accounts BLOCKED USER',
      'managed_accounts DESTROYED USER',
      'managed_cards ACTIVE',
      'managed_cards BLOCKED LOST',
      'managed_cards BLOCKED USER',
      'managed_cards DESTROYED EXPIRED',
      'managed_cards DESTROYED LOST',
      'managed_cards DESTROYED STOLEN',
      'managed_cards DESTROYED USER',
    ])
    const made = sql`select mode || coalesce(' ' || manufacturing_state, '') as what, count(*) as n from sandbox_card group by 1`
    expect(Object.keys(await counted(store, made)).length).toBe(10)
    const of = async (table: string, column?: string) => Object.keys(await states(store, table, column)).sort()
    expect(await of('sandbox_bulk', 'status')).toEqual([
      ...['CANCELLED', 'COMPLETED', 'FAILED', 'PARTIALLY_COMPLETED', 'PAUSED', 'SUBMITTED'],
    ])
    expect(await of('sandbox_beneficiary')).toEqual([
      ...['ACTIVE', 'CHALLENGE_FAILED', 'INVALID', 'PENDING_CHALLENGE', 'REMOVED'],
    ])
    expect(await of('sandbox_beneficiary_batch')).toEqual([
      ...['CHALLENGE_FAILED', 'COMPLETED', 'FAILED', 'PENDING_CHALLENGE'],
    ])
    expect(await of('sandbox_linked_account')).toEqual([
      ...['ACTIVE', 'BLOCKED', 'PENDING_VERIFICATION', 'REJECTED', 'REMOVED'],
    ])
    expect(await of('sandbox_transfer')).toEqual(['CANCELLED', 'COMPLETED', 'FAILED', 'SCHEDULED'])
    expect(await of('sandbox_send')).toEqual(['COMPLETED', 'PENDING_CHALLENGE', 'REJECTED', 'SCHEDULED'])
    expect(await of('sandbox_wire')).toEqual([
      ...['CANCELLED', 'COMPLETED', 'PENDING_CHALLENGE', 'PENDING_CONFIRMATION', 'REJECTED', 'RETURNED', 'SCHEDULED'],
    ])
    expect(await of('sandbox_card_payment', 'status')).toEqual([
      'DECLINED',
      'EXPIRED',
      'SETTLED',
      'SETTLEMENT_IN_PROGRESS',
    ])
  })

  onEachEngine('its snapshot', (open) => {
    test(
      'gives it back in seconds, and its people in',
      async () => {
        const again = await open()
        const sandbox = sandboxOn(again, { snapshotDir: dir })
        const before = process.cpuUsage()
        const startedAt = performance.now()
        await buildWorld(sandbox, 'busy-company')
        expect((process.cpuUsage(before).user ?? 0) / 1000).toBeLessThan(10_000)
        expect(performance.now() - startedAt).toBeLessThan(60_000)
        expect(await sizes(again)).toEqual(await sizes(store))
        expect(await broken(again)).toEqual([])
        const multi = multiApp(sandbox)
        const statuses = []
        for (const { email, password } of signIns) {
          const value = await sandbox.run((ctx) => keepSecret(ctx, sandbox.keys, 'password', password))
          const body = JSON.stringify({ email, password: { value } })
          const headers = { 'api-key': 'k', 'content-type': 'application/json' }
          statuses.push((await multi.request('/login_with_password', { method: 'POST', headers, body })).status)
        }
        expect(statuses).toEqual([200, 200, 200, 409, 403, 200])
      },
      2 * MINUTES,
    )

    test(
      'is not used where it is of another day, of the future or broken: the tables stay empty',
      async () => {
        const { restoreSnapshot } = await import('../snapshot')
        const { busyCompany } = await import('./busy-company')
        const fresh = await open()
        const restored = (clock: Clock, snapshotDir: string) =>
          inTransaction(fresh, (tx) =>
            restoreSnapshot(sandboxOn(fresh, { clock, snapshotDir }), tx, 'busy-company', busyCompany),
          )
        const fixed = (now: number): Clock => ({ ...createClock(), now: () => now })
        expect(await restored(fixed(Date.now() + DAY + 1000), dir)).toBe(false)
        expect(await restored(fixed(Date.now() - DAY), dir)).toBe(false)
        const other = await mkdtemp(join(tmpdir(), 'snapshots-'))
        expect(await restored(createClock(), other)).toBe(false)
        const [name = ''] = await readdir(dir)
        const whole = await readFile(join(dir, name))
        await writeFile(join(other, name), whole.subarray(0, whole.length / 2))
        expect(await restored(createClock(), other)).toBe(false)
        await rm(other, { recursive: true })
        const filled = Object.entries(await sizes(fresh)).filter(([, rows]) => rows > 0)
        expect(filled).toEqual([])
      },
      MINUTES,
    )
  })
})

onEachEngine('a company of that kind, small', (open) => {
  test(
    'is the same each time at the same instant, ids and all',
    async () => {
      const now = Date.now()
      const built = async (store: Store) => {
        const sandbox = sandboxOn(store, { clock: { ...createClock(), now: () => now } })
        const size = { weeks: 4, cards: 30, payeeBatches: 1, transfers: 100 }
        await inTransaction(store, (tx) => build(openSite(sandbox, tx), size))
        expect(await broken(store)).toEqual([])
        const entries = await store.db.selectFrom('sandbox_ledger_entry').selectAll().orderBy('id').execute()
        const cards = store.db.selectFrom('sandbox_card').select(['id', 'first_six', 'last_four', 'document'])
        const people = store.db.selectFrom('sandbox_credential').select(['id', 'email', 'active', 'document'])
        return { entries, cards: await cards.orderBy('id').execute(), people: await people.orderBy('id').execute() }
      }
      const first = await built(await openStore(':memory:'))
      expect(first.entries.length).toBeGreaterThan(1000)
      expect(await built(await open())).toEqual(first)
    },
    MINUTES,
  )
})
