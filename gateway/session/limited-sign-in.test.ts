import { afterEach, beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { createLimits } from '../limits/limits'
import { rules } from '../limits/rules'
import type { Browser } from '../testing/browser'
import { standStill } from '../testing/stand-still'
import { ALAN, GRACE, MINUTE, openTestGateway, ROOT, type TestGateway } from '../testing/test-gateway'

const LOGIN = 'POST /login_with_password'

standStill()

onEachEngine('the limits of signing in', (open) => {
  let bank: TestGateway
  beforeEach(async () => {
    bank = await openTestGateway(await open())
  })
  afterEach(() => bank.close())

  const attempt = async (email: string, password?: string, into: Browser = bank.browser()) => {
    const value = await bank.passwordToken(password)
    const answer = await into.post('/api/session', { email, password: { value } })
    return { status: answer.status, body: await answer.text(), retryAfter: answer.headers.get('retry-after') }
  }

  test('the upstream’s lock is remembered: it is not asked again before it opens, and everybody hears what it said', async () => {
    for (let n = 0; n < 5; n++) expect((await attempt(ROOT, 'Wrong-2026!')).status).toBe(403)
    const first = await attempt(ROOT)
    expect(first.status).toBe(423)
    const asked = bank.count(LOGIN)
    for (let n = 0; n < 30; n++) expect(await attempt(ROOT.toUpperCase())).toEqual(first)
    expect(bank.count(LOGIN)).toBe(asked)
    expect((await attempt(GRACE)).status).toBe(200)

    await bank.advance(30 * MINUTE)
    expect((await attempt(ROOT)).status).toBe(200)
  })

  test('the lock survives a restart', async () => {
    for (let n = 0; n < 6; n++) await attempt(ROOT, 'Wrong-2026!')
    const asked = bank.count(LOGIN)
    await bank.restart()
    expect((await attempt(ROOT)).status).toBe(423)
    expect(bank.count(LOGIN)).toBe(asked)
  })

  test('a person whom the upstream has not locked is never kept out by us', async () => {
    const { burst } = rules['sign-in'].account
    // Somebody else sends rubbish in the place of a password, which the upstream does not hold against the account.
    for (let n = 0; n < burst + 5; n++) {
      const rubbish = { email: ROOT, password: { value: 'rubbish' } }
      expect((await bank.browser().post('/api/session', rubbish)).status).toBe(409)
    }
    expect((await attempt(ROOT)).status).toBe(200)
    // Nor does signing in often.
    for (let n = 0; n < burst + 5; n++) expect((await attempt(ROOT)).status).toBe(200)
  })

  test('an address that is nobody’s is not asked about for ever, and that is on record', async () => {
    const { account } = rules['sign-in']
    for (let n = 0; n < account.burst; n++) expect((await attempt('nobody@x.example')).status).toBe(403)
    const asked = bank.count(LOGIN)
    const refused = await attempt('nobody@x.example')
    expect(refused.status).toBe(429)
    expect(Number(refused.retryAfter)).toBeGreaterThan(0)
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    expect(bank.count(LOGIN)).toBe(asked)
    // A new minute, in which the record has room for more of a stranger.
    await bank.advance(MINUTE)
    expect((await attempt('nobody@x.example')).status).toBe(403)
    expect((await attempt('nobody@x.example')).status).toBe(429)
    const lines = await bank.store.db.selectFrom('gateway_audit_line').select(['operation', 'status', 'code']).execute()
    expect(lines.at(-1)).toEqual({ operation: 'sign-in', status: 429, code: 'TOO_MANY_REQUESTS' })
  })

  test('whoever tries one password on everybody is stopped by address', async () => {
    bank.intercept((_, path) => (path === '/login_with_password' ? new Response(null, { status: 403 }) : undefined))
    const { burst } = rules['sign-in'].address
    const guess = (n: number) =>
      bank.browser().post('/api/session', { email: `p${n}@x.example`, password: { value: 'x' } })
    const elsewhere = createLimits(bank.store, bank.clock, bank.options.sessionKey)
    for (let n = 0; n < 5; n++) expect((await guess(n)).status).toBe(403)
    // The others came in at another gateway; tests have no connection, and so no address.
    for (let n = 5; n < burst; n++) {
      expect((await elsewhere.take('sign-in', { account: `p${n}@x.example`, address: 'unknown' })).ok).toBe(true)
    }
    const asked = bank.count(LOGIN)
    expect((await guess(burst)).status).toBe(429)
    expect(bank.count(LOGIN)).toBe(asked)
  })

  test('wrong and unknown are one answer, byte for byte, after the same calls', async () => {
    const seen: string[][] = []
    const answers = []
    for (const email of [ALAN, 'nobody@northwind.example']) {
      const from = bank.calls.length
      answers.push(await attempt(email, 'Wrong-2026!'))
      seen.push(bank.calls.slice(from))
    }
    expect(answers[0]).toEqual(answers[1])
    expect(seen[0]).toEqual(seen[1])
    expect(seen[0]).toEqual([LOGIN])
  })
})
