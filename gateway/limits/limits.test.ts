import { expect, test } from 'vitest'
import { createClock } from '../../sandbox/effects/clock'
import { onEachEngine } from '../../test/postgres/engines'
import { createLimits } from './limits'
import { LOCK_MS, rules, sessionRule } from './rules'

const KEY = Buffer.alloc(32, 7)
const ADDRESS = '198.51.100.4'

onEachEngine('limits', (open) => {
  const make = async () => {
    const store = await open()
    // The machine's own milliseconds would give back a little while the test runs.
    let now = 1_700_000_000_000
    const clock = { ...createClock(), now: () => now }
    const limits = createLimits(store, clock, KEY)
    const advance = (ms: number) => {
      now += ms
    }
    return { store, clock, limits, advance, rows: () => store.db.selectFrom('gateway_limit').selectAll().execute() }
  }

  test('an account gets its number of uses, then one at a time as they come back', async () => {
    const { limits, advance } = await make()
    const { burst, everyMs } = rules['sign-in'].account
    const who = { account: 'ada@northwind.example', address: ADDRESS }
    for (let n = 0; n < burst; n++) expect((await limits.take('sign-in', who)).ok).toBe(true)
    const refused = await limits.take('sign-in', { ...who, account: ' ADA@northwind.example' })
    expect(refused).toEqual({ ok: false, by: 'account', retryAfterS: Math.ceil(everyMs / 1000) })
    expect((await limits.take('sign-in', { ...who, account: 'alan@northwind.example' })).ok).toBe(true)
    advance(everyMs - 1)
    expect((await limits.take('sign-in', who)).ok).toBe(false)
    advance(1)
    expect((await limits.take('sign-in', who)).ok).toBe(true)
    expect((await limits.take('sign-in', who)).ok).toBe(false)
  })

  test('an address is limited over all accounts, and takes nothing from the account that it refuses', async () => {
    const { limits, advance } = await make()
    const { burst, everyMs } = rules['sign-in'].address
    for (let n = 0; n < burst; n++) {
      expect((await limits.take('sign-in', { account: `p${n}@x.example`, address: ADDRESS })).ok).toBe(true)
    }
    const who = { account: 'new@x.example', address: ADDRESS }
    for (let n = 0; n < 30; n++) expect(await limits.take('sign-in', who)).toMatchObject({ ok: false, by: 'address' })
    expect((await limits.take('sign-in', { ...who, address: '203.0.113.1' })).ok).toBe(true)
    advance(everyMs)
    expect((await limits.take('sign-in', who)).ok).toBe(true)
  })

  test('what does not count is given back, to the account alone or to both', async () => {
    const { limits, rows } = await make()
    const who = { account: 'ada@northwind.example', address: ADDRESS }
    for (let n = 0; n < 500; n++) {
      const pass = await limits.take('code-verify', who)
      expect(pass.ok).toBe(true)
      if (pass.ok) await pass.giveBack()
    }
    const before = (await rows()).length
    for (let n = 0; n < 40; n++) {
      const pass = await limits.take('code-verify', who)
      expect(pass.ok).toBe(true)
      if (pass.ok) await pass.giveBack('account')
    }
    expect(await rows()).toHaveLength(before)
  })

  test('nobody passes two at a time with the last one', async () => {
    const { limits } = await make()
    const { burst } = rules['password-reset'].account
    const who = { account: 'ada@northwind.example', address: ADDRESS }
    const passes = await Promise.all(Array.from({ length: burst * 3 }, () => limits.take('password-reset', who)))
    expect(passes.filter(({ ok }) => ok)).toHaveLength(burst)
  })

  test('several gateways of a database count together', async () => {
    const { limits, clock, store } = await make()
    const other = createLimits(store, clock, KEY)
    const { burst } = rules['password-reset'].account
    const who = { account: 'ada@northwind.example', address: ADDRESS }
    for (let n = 0; n < burst; n++) await (n % 2 ? other : limits).take('password-reset', who)
    expect((await limits.take('password-reset', who)).ok).toBe(false)
    expect((await other.take('password-reset', who)).ok).toBe(false)
    await limits.locked(who.account)
    expect(await other.lockedFor(who.account)).toBeGreaterThan(0)
  })

  test('all of a /64 is one address', async () => {
    const { limits } = await make()
    const { burst } = rules['password-reset'].address
    for (let n = 0; n < burst; n++) await limits.take('password-reset', { address: `2001:db8:0:1::${n.toString(16)}` })
    expect((await limits.take('password-reset', { address: '2001:db8::1:ffff:0:0:1' })).ok).toBe(false)
    expect((await limits.take('password-reset', { address: '2001:db8:0:2::1' })).ok).toBe(true)
  })

  test('a lock is remembered until it opens, and no longer', async () => {
    const { limits, advance } = await make()
    await limits.locked('ada@northwind.example')
    advance(LOCK_MS - 1)
    expect(await limits.lockedFor('Ada@northwind.example')).toBeGreaterThan(0)
    advance(1)
    expect(await limits.lockedFor('ada@northwind.example')).toBeUndefined()
  })

  test('a session has room for a busy hour and an end for a script, at a statement per hundred requests', async () => {
    const { limits, advance, rows } = await make()
    for (let n = 0; n < sessionRule.burst; n++) expect(await limits.ofSession('one')).toBeUndefined()
    expect(await limits.ofSession('one')).toBeGreaterThan(0)
    expect(await limits.ofSession('two')).toBeUndefined()
    advance(sessionRule.everyMs * 100)
    expect(await limits.ofSession('one')).toBeUndefined()
    expect(await rows()).toHaveLength(2)
  })

  test('requests that come at once use up no more than those that come one by one', async () => {
    const { limits } = await make()
    const atOnce = 25
    for (let n = 0; n < sessionRule.burst; n += atOnce) {
      const waits = await Promise.all(Array.from({ length: atOnce }, () => limits.ofSession('one')))
      expect([n, waits.filter((wait) => wait !== undefined)]).toEqual([n, []])
    }
    expect(await limits.ofSession('one')).toBeGreaterThan(0)
  })

  test('the table names nobody, and forgets what means nothing any more', async () => {
    const { limits, advance, rows } = await make()
    await limits.take('sign-in', { account: 'ada@northwind.example', address: ADDRESS })
    await limits.locked('ada@northwind.example')
    const text = JSON.stringify(await rows())
    for (const word of ['ada', 'northwind', '198']) expect(text.replaceAll(/"until":\d+/g, '')).not.toContain(word)
    advance(LOCK_MS)
    await limits.prune()
    expect(await rows()).toEqual([])
  })
})
