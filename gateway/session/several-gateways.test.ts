import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { SessionClock } from '../../contract/session'
import { onEachEngine } from '../../test/postgres/engines'
import { standStill } from '../testing/stand-still'
import { MINUTE, openTestGateway, type TestGateway } from '../testing/test-gateway'

standStill()

onEachEngine('a session at several gateways', (open) => {
  type Other = Awaited<ReturnType<TestGateway['another']>>
  let bank: TestGateway
  let there: Other
  let third: Other
  beforeAll(async () => {
    bank = await openTestGateway(await open())
    there = await bank.another()
    third = await bank.another()
  })
  afterAll(() => bank.close())
  afterEach(() => bank.intercept())

  const SECOND = 1000
  const FACTORS = 'GET /authentication_factors'
  const moment = () => new Promise((resolve) => setTimeout(resolve, 50))
  /** Time passes, and the call that keeps the upstream's token alive is answered before any more does. */
  async function quietly(ms: number): Promise<void> {
    const answered = new Promise<void>((resolve) => {
      bank.intercept(async (request, path) => {
        if (path !== '/authentication_factors') return undefined
        const answer = await bank.running.multi.fetch(request)
        resolve()
        return answer
      })
    })
    bank.advance(ms)
    await answered
    await moment()
  }

  test('one signs in here and is known there; the end is one for all tabs, and made once', async () => {
    const browser = await bank.signIn()
    const tabs = [await browser.listen(), await there.browser(browser).listen(), await third.browser(browser).listen()]
    expect((await there.browser(browser).get('/api/multi/managed_accounts')).status).toBe(200)
    const logouts = bank.count('POST /logout')
    await quietly(4 * MINUTE)
    for (const tab of tabs) await tab.until('session.expiring')
    bank.advance(MINUTE)
    for (const tab of tabs) {
      expect((await tab.rest()).map((event) => event.type === 'session.ended' && event.reason)).toEqual(['IDLE'])
    }
    await bank.called('POST /logout', logouts + 1)
    await moment()
    expect(bank.count('POST /logout')).toBe(logouts + 1)
  })

  test('each tab is warned once, and again after the person was back, wherever that was', async () => {
    const browser = await bank.signIn()
    const tabs = [await browser.listen(), await there.browser(browser).listen()]
    await quietly(4 * MINUTE)
    for (const tab of tabs) await tab.until('session.expiring')
    const renewed = SessionClock.parse(await (await third.browser(browser).post('/api/session/activity')).json())
    for (const tab of tabs) {
      expect((await tab.next()).event).toMatchObject({
        type: 'session.renewed',
        idleDeadline: renewed.idleDeadline,
      })
    }
    await quietly(4 * MINUTE)
    for (const tab of tabs) {
      expect((await tab.next()).event).toMatchObject({ type: 'session.expiring', idleDeadline: renewed.idleDeadline })
    }
    await browser.call('DELETE', '/api/session')
    for (const tab of tabs) {
      expect((await tab.rest()).map((event) => event.type === 'session.ended' && event.reason)).toEqual(['SIGNED_OUT'])
    }
  })

  test('the upstream token is kept alive by one gateway of all', async () => {
    const browser = await bank.signIn()
    await there.browser(browser).listen()
    await third.browser(browser).listen()
    bank.advance(55 * SECOND)
    await there.browser(browser).post('/api/session/activity')
    const before = bank.count(FACTORS)
    bank.advance(3 * MINUTE + 6 * SECOND)
    await bank.called(FACTORS, before + 1)
    await moment()
    expect(bank.count(FACTORS)).toBe(before + 1)
    await browser.call('DELETE', '/api/session')
  })

  test('a call that keeps the token alive and comes to nothing is made again', async () => {
    const browser = await bank.signIn()
    bank.advance(55 * SECOND)
    await browser.post('/api/session/activity')
    bank.intercept((_, path) => (path === '/authentication_factors' ? new Response(null, { status: 503 }) : undefined))
    const noted = () => bank.store.db.selectFrom('gateway_session').select('last_upstream_at').execute()
    const [before, earlier] = [bank.count(FACTORS), await noted()]
    bank.advance(3 * MINUTE + 6 * SECOND)
    await bank.called(FACTORS, before + 1)
    // Given back, for another one to try.
    await expect.poll(noted).toEqual(earlier)
    await moment()
    await quietly(11 * SECOND)
    bank.advance(50 * SECOND)
    expect((await browser.get('/api/multi/managed_accounts')).status).toBe(200)
    await browser.call('DELETE', '/api/session')
  })

  test('an upstream that no longer knows the token ends the session for the tabs elsewhere too', async () => {
    const browser = await bank.signIn()
    const tab = await third.browser(browser).listen()
    bank.intercept((_, path) => (path === '/managed_accounts' ? new Response(null, { status: 401 }) : undefined))
    expect((await there.browser(browser).get('/api/multi/managed_accounts')).status).toBe(401)
    expect(await tab.until('session.ended')).toEqual({ type: 'session.ended', reason: 'UPSTREAM' })
  })

  test('the sessions of a gateway that has died are ended by the others', async () => {
    const dying = await bank.another()
    const browser = await bank.signIn(dying.browser())
    await dying.stop()
    bank.advance(20 * SECOND)
    await moment()
    const logouts = bank.count('POST /logout')
    bank.advance(5 * MINUTE)
    await bank.called('POST /logout', logouts + 1)
    expect((await there.browser(browser).get('/api/session')).status).toBe(401)
  })

  test('a step-up at one gateway holds at the others, and a former cookie still opens them for a moment', async () => {
    const browser = await bank.signIn()
    const former = there.browser(browser)
    await browser.post('/api/multi/stepup/challenges/otp/SMS', undefined, { 'idempotency-ref': crypto.randomUUID() })
    const proof = { verificationCode: '123456' }
    const once = { 'idempotency-ref': crypto.randomUUID() }
    expect((await browser.post('/api/multi/stepup/challenges/otp/SMS/verify', proof, once)).status).toBeLessThan(300)
    expect(former.cookie()).not.toBe(browser.cookie())
    expect((await former.get('/api/session')).status).toBe(200)
    const view: { steppedUp: boolean } = await (await third.browser(browser).get('/api/session')).json()
    expect(view.steppedUp).toBe(true)
    await browser.call('DELETE', '/api/session')
  })
})
