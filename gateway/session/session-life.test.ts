import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { SessionClock } from '../../contract/session'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { standStill } from '../testing/stand-still'
import { MINUTE, openTestGateway, type TestGateway } from '../testing/test-gateway'

standStill()

onEachEngine('the life of a session', (open) => {
  let bank: TestGateway
  beforeAll(async () => {
    bank = await openTestGateway(await open())
  })
  afterAll(() => bank.close())
  afterEach(() => bank.intercept())

  const SECOND = 1000
  const FACTORS = 'GET /authentication_factors'
  const read = (browser: Browser) => browser.get('/api/multi/managed_accounts')
  const write = (browser: Browser) =>
    browser.call('PATCH', '/api/multi/managed_accounts/1', { body: { friendlyName: 'Nothing' } })
  const alive = async (browser: Browser) => (await browser.get('/api/session')).status === 200

  test('five minutes without the person end the session, whatever polls and streams do', async () => {
    const browser = await bank.signIn()
    const tab = await browser.listen()
    for (const minutes of [1, 2, 3, 4]) {
      bank.advance(MINUTE)
      expect((await read(browser)).status, `after ${minutes} minutes`).toBe(200)
    }
    await tab.until('session.expiring')
    const logouts = bank.count('POST /logout')
    bank.advance(MINUTE)
    expect(await tab.until('session.ended')).toEqual({ type: 'session.ended', reason: 'IDLE' })
    expect((await read(browser)).status).toBe(401)
    expect(await alive(browser)).toBe(false)
    await bank.called('POST /logout', logouts + 1)
  })

  test('the deadline holds to the millisecond, even where no timer has run', async () => {
    const browser = await bank.signIn()
    const { idleDeadline, now } = SessionClock.parse(await (await browser.get('/api/session')).json())
    bank.advance(idleDeadline - now - 2 * SECOND)
    expect(await alive(browser)).toBe(true)
    bank.advance(2 * SECOND)
    expect(await alive(browser)).toBe(false)
  })

  test.each([
    ['a write', write],
    ['saying so', (browser: Browser) => browser.post('/api/session/activity')],
  ])('%s starts the time anew', async (_, act) => {
    const browser = await bank.signIn()
    bank.advance(4 * MINUTE)
    await act(browser)
    bank.advance(4 * MINUTE)
    expect(await alive(browser)).toBe(true)
    bank.advance(MINUTE)
    expect(await alive(browser)).toBe(false)
  })

  test('whoever says so while the upstream is being told is answered when it has heard', async () => {
    const browser = await bank.signIn()
    let heard = false
    let answer = () => {}
    bank.intercept(async (_, path) => {
      if (path !== '/authentication_factors') return undefined
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      heard = true
      return undefined
    })
    const before = bank.count(FACTORS)
    bank.advance(4 * MINUTE)
    await bank.called(FACTORS, before + 1)
    const said = browser.post('/api/session/activity').then(() => heard)
    await new Promise((resolve) => setTimeout(resolve, 50))
    answer()
    expect(await said).toBe(true)
    expect(bank.count(FACTORS)).toBe(before + 1)
  })

  test('every tab of the session is warned a minute before the end, and hears when the person is back', async () => {
    const browser = await bank.signIn()
    const tabs = [await browser.listen(), await browser.listen()]
    bank.advance(4 * MINUTE)
    for (const tab of tabs) {
      const warning = await tab.until('session.expiring')
      expect(warning.idleDeadline - warning.now).toBeLessThanOrEqual(MINUTE)
      expect(warning.idleDeadline - warning.now).toBeGreaterThan(MINUTE - 5 * SECOND)
    }
    const renewed = SessionClock.parse(await (await browser.post('/api/session/activity')).json())
    for (const tab of tabs) {
      expect((await tab.until('session.renewed')).idleDeadline).toBe(renewed.idleDeadline)
    }
    bank.advance(4 * MINUTE)
    for (const tab of tabs) expect((await tab.until('session.expiring')).idleDeadline).toBe(renewed.idleDeadline)
  })

  test('a warning is for its own session', async () => {
    const [early, late] = [await bank.signIn(), await bank.signIn()]
    const quiet = await late.listen()
    bank.advance(2 * MINUTE)
    await late.post('/api/session/activity')
    bank.advance(3 * MINUTE)
    expect(await alive(early)).toBe(false)
    await late.call('DELETE', '/api/session')
    expect((await quiet.rest()).map((e) => e.type)).toEqual(['hello', 'session.renewed', 'session.ended'])
  })

  test('an activity keeps the upstream token alive, with a call only when there was none of late', async () => {
    const browser = await bank.signIn()
    const before = bank.count(FACTORS)
    await browser.post('/api/session/activity')
    expect(bank.count(FACTORS)).toBe(before)
    bank.advance(2 * MINUTE)
    await browser.post('/api/session/activity')
    expect(bank.count(FACTORS)).toBe(before + 1)
  })

  test('the upstream token lives as long as the session, also when the last call was long before the last activity', async () => {
    const browser = await bank.signIn()
    bank.advance(55 * SECOND)
    await browser.post('/api/session/activity')
    const own = `Bearer ${[...bank.tokens].at(-1)}`
    const kept = new Promise<void>((resolve) => {
      bank.intercept(async (request, path) => {
        if (path !== '/authentication_factors' || request.headers.get('authorization') !== own) return undefined
        const answer = await bank.running.multi.fetch(request)
        resolve()
        return answer
      })
    })
    bank.advance(4 * MINUTE - 55 * SECOND)
    await kept
    // Past the five minutes since the sign-in, the last call that the person made.
    bank.advance(70 * SECOND)
    expect((await read(browser)).status).toBe(200)
  })

  test('an upstream that no longer knows the token ends the session, and says so', async () => {
    const browser = await bank.signIn()
    const tab = await browser.listen()
    bank.intercept((_, path) => (path === '/managed_accounts' ? new Response(null, { status: 401 }) : undefined))
    const answer = await read(browser)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await tab.until('session.ended')).toEqual({ type: 'session.ended', reason: 'UPSTREAM' })
    expect(await alive(browser)).toBe(false)
  })

  test('an activity that finds the upstream token dead answers 401', async () => {
    const browser = await bank.signIn()
    bank.advance(2 * MINUTE)
    bank.intercept((_, path) => (path === '/authentication_factors' ? new Response(null, { status: 401 }) : undefined))
    expect((await browser.post('/api/session/activity')).status).toBe(401)
    expect(await alive(browser)).toBe(false)
  })

  test('a refusal that was meant for the former token does not end the session that has a new one', async () => {
    const browser = await bank.signIn()
    const former = bank.browser()
    former.setCookie(browser.cookie())
    let first = true
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    bank.intercept(async (_, path) => {
      if (path !== '/managed_accounts' || !first) return undefined
      first = false
      await held
      return new Response(null, { status: 401 })
    })
    const before = bank.count('GET /managed_accounts')
    const slow = read(former)
    await bank.called('GET /managed_accounts', before + 1)
    await bank.signIn(browser)
    release()
    expect((await slow).status).toBe(200)
    expect(await alive(browser)).toBe(true)
  })

  test('sessions survive a restart of the process, with what is left of their time', async () => {
    const browser = await bank.signIn()
    bank.advance(3 * MINUTE)
    await bank.restart()
    const tab = await browser.listen()
    expect((await read(browser)).status).toBe(200)
    bank.advance(MINUTE)
    await tab.until('session.expiring')
    const logouts = bank.count('POST /logout')
    bank.advance(MINUTE)
    expect(await tab.until('session.ended')).toEqual({ type: 'session.ended', reason: 'IDLE' })
    await bank.called('POST /logout', logouts + 1)
  })

  test('a session whose time ran out while the process was down is over', async () => {
    const browser = await bank.signIn()
    const id = await bank.store.db.selectFrom('gateway_session').select('id').execute()
    expect(id.length).toBeGreaterThan(0)
    bank.advance(10 * MINUTE)
    await bank.restart()
    expect(await alive(browser)).toBe(false)
  })

  test('a new world ends every session, and the tabs are told', async () => {
    const browser = await bank.signIn()
    const tab = await browser.listen()
    const answer = await browser.post('/__sandbox/world', { name: 'small-company' })
    expect(answer.status).toBe(200)
    expect(await tab.until('session.ended')).toEqual({ type: 'session.ended', reason: 'SIGNED_OUT' })
    expect(await alive(browser)).toBe(false)
  })
})
