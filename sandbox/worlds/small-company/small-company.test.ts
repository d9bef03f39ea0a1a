import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { checkBooks } from '../../domain/ledger/check-books'
import { createClock } from '../../effects/clock'
import { assemble } from '../../sandbox'
import { freshStore } from '../../testing/front-door'
import { buildWorld, holdsNothing } from '../registry'
import { accountKeys, accounts, plan } from './plan'

const DAY = 24 * 60 * 60 * 1000

onEachEngine('small-company', (openStore) => {
  const fresh = freshStore(openStore)
  async function built() {
    const store = await fresh()
    const secret = randomBytes(32)
    const sandbox = assemble({ store, secret, apiKey: 'k', uiKey: 'u', secureOrigin: 'http://localhost:1' })
    const wasEmpty = await holdsNothing(store)
    await buildWorld(sandbox, 'small-company')
    return { store, db: store.db, sandbox, wasEmpty }
  }

  test('today every account holds what it is meant to hold, and the books are in order', async () => {
    const { store, db, wasEmpty } = await built()
    expect([wasEmpty, await holdsNothing(store)]).toEqual([true, false])
    const rows = await db.selectFrom('sandbox_instrument').selectAll().where('identity_id', '<>', 'system').execute()
    const held = rows.map((r) => [
      r.friendly_name,
      r.currency,
      r.actual_balance,
      r.available_balance,
      r.state,
      r.iban_state,
    ])
    const meant = accountKeys.map((key) => {
      const { friendlyName, currency, target } = accounts[key]
      const [state, iban] = key === 'closed' ? ['BLOCKED', 'UNALLOCATED'] : ['ACTIVE', 'ALLOCATED']
      return [friendlyName, currency, target, target, state, iban]
    })
    expect(held.sort()).toEqual(meant.sort())
    expect((await checkBooks(db)).flatMap((r) => r.violations)).toEqual([])
  })

  test('the history is two months long, in the past, in order, and never below zero', async () => {
    const { db, sandbox } = await built()
    const entries = await db.selectFrom('sandbox_ledger_entry').selectAll().orderBy('id').execute()
    const times = entries.map((e) => e.created_at)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    const now = sandbox.clock.now()
    expect(times.every((at) => at < now)).toBe(true)
    expect(Math.min(...times)).toBeLessThan(now - 58 * DAY)
    expect(Math.max(...times)).toBeGreaterThan(now - 4 * DAY)
    const own = entries.filter((e) => !e.account.startsWith('system:'))
    expect(own.every((e) => e.actual_after >= 0 && e.available_after >= 0)).toBe(true)
    const transfers = await db.selectFrom('sandbox_transfer').select('state').execute()
    const count = (state: string) => transfers.filter((t) => t.state === state).length
    expect([count('SCHEDULED'), count('CANCELLED')]).toEqual([1, 1])
    expect(count('COMPLETED')).toBeGreaterThan(10)
  })

  test('it is the same every time, but for the day on which it is built', async () => {
    expect(plan()).toEqual(plan())
    const deposits = async () => {
      const { db } = await built()
      const told = ['amount', 'currency', 'sender_name', 'reference'] as const
      return db.selectFrom('sandbox_deposit').select(told).orderBy('id').execute()
    }
    expect(await deposits()).toEqual(await deposits())
  })

  test('built anew over itself, it is whole again', async () => {
    const { db, sandbox } = await built()
    const size = async () => (await db.selectFrom('sandbox_ledger_entry').select('id').execute()).length
    const before = await size()
    await buildWorld(sandbox, 'small-company')
    expect(await size()).toBe(before)
  })

  test('its present does not depend on the hour: built on a clock of tomorrow it is whole as well', async () => {
    const store = await fresh()
    const clock = createClock(11 * 60 * 60 * 1000)
    const secret = randomBytes(32)
    const sandbox = assemble({ store, clock, secret, apiKey: 'k', uiKey: 'u', secureOrigin: 'http://localhost:1' })
    await buildWorld(sandbox, 'small-company')
    expect(await holdsNothing(store)).toBe(false)
  })
})
