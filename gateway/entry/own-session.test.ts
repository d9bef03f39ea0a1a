import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserIdentity } from '../../contract/access'
import { SessionView } from '../../contract/session'
import { onEachEngine } from '../../test/postgres/engines'
import { rules } from '../limits/rules'
import { GRACE_MS } from '../session/session-table'
import type { Browser } from '../testing/browser'
import { standStill } from '../testing/stand-still'
import { stepUp } from '../testing/test-gateway'
import { NORA, openPhoneDesk, type PhoneDesk } from './testing/phone-desk'

standStill()
const MINUTE = 60_000
const WREN = 'wren@tideline.example'

onEachEngine('one’s own sign-in', (open) => {
  let desk: PhoneDesk
  let identities: UserIdentity[]
  beforeEach(async () => {
    desk = await openPhoneDesk(await open())
  })
  afterEach(() => desk.close())

  const secret = async (value = 'Sandbox-2026!') => ({ value: await desk.passwordToken(value) })
  const signIn = async (into: Browser, email: string, value?: string) =>
    into.post('/api/session', { email, password: await secret(value) })
  /** Nora, in the first of her companies. */
  async function nora(into = desk.browser()): Promise<Browser> {
    await signIn(into, NORA)
    identities = (await (await into.get('/api/console/entry')).json()).entry.identities
    const went = await into.post('/api/console/entry/identity', { identity: identities[0]?.id })
    expect(went.status).toBe(200)
    return into
  }
  const view = async (who: Browser) => {
    const answer = await who.get('/api/session')
    return answer.status === 200 ? SessionView.parse(await answer.json()) : undefined
  }
  const to = (who: Browser, n: number) =>
    who.post('/api/console/session/identity', { identity: identities[n]?.id ?? { type: 'CORPORATE', id: '1' } })
  const alive = async (token: string) =>
    (
      await desk.running.multi.request('/authentication_factors', {
        headers: { 'api-key': desk.options.apiKey, authorization: `Bearer ${token}` },
      })
    ).status === 200
  /** Tokens that still open something upstream. */
  const living = async () => {
    const all = await Promise.all([...desk.tokens].map(async (token) => ((await alive(token)) ? token : undefined)))
    return all.filter((token) => token !== undefined)
  }

  test('switching tells the other tabs, ends the former session upstream, and can be done again', async () => {
    const browser = await nora()
    const tab = await browser.listen()
    const former = browser.cookie()
    expect((await to(browser, 1)).status).toBe(200)
    expect(await tab.until('session.ended')).toEqual({ type: 'session.ended', reason: 'SIGNED_OUT' })
    expect((await view(browser))?.identity).toEqual(identities[1])
    const old = desk.browser()
    old.setCookie(former)
    expect((await old.get('/api/session')).status).toBe(401)
    expect((await to(browser, 2)).status).toBe(200)
    expect((await to(browser, 0)).status).toBe(200)
    expect((await browser.get('/api/multi/managed_accounts')).status).toBe(200)
    // One token opens the identity; the one that chooses opens nothing else.
    expect(await living()).toHaveLength(1)
  })

  test('an identity that is not theirs is not offered, whatever is asked for', async () => {
    const browser = await nora()
    const theirs = { type: 'CORPORATE', id: '404' }
    const answer = await browser.post('/api/console/session/identity', { identity: theirs })
    expect([answer.status, (await answer.json()).errorCode]).toEqual([409, 'IDENTITY_NOT_OFFERED'])
    expect(await view(browser)).toBeDefined()
  })

  test('whoever came by phone switches too, although no token that chooses came with it', async () => {
    const browser = desk.browser()
    await nora(desk.browser())
    await desk.ask(browser)
    await desk.handOver(await desk.approved(await desk.asked()))
    expect((await desk.finish(browser)).status).toBe(200)
    for (const n of [1, 2, 0, 1]) expect((await to(browser, n)).status).toBe(200)
    expect((await view(browser))?.identity).toEqual(identities[1])
  })

  test('two switches at once leave one session', async () => {
    const browser = await nora()
    const answers = await Promise.all([to(browser, 1), to(browser, 2), to(browser, 1)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await desk.store.db.selectFrom('gateway_session').select('id').execute()).toHaveLength(1)
  })

  test('the token that chooses is kept alive by the person, and sealed with the key of the day', async () => {
    const first = desk.options.sessionKey
    const browser = await nora()
    const before = await desk.store.db.selectFrom('gateway_session').select('auth_cipher').executeTakeFirstOrThrow()
    for (let n = 0; n < 4; n++) {
      const calls = desk.count('GET /identities')
      desk.advance(2 * MINUTE + 1)
      expect((await browser.post('/api/session/activity')).status).toBe(200)
      await desk.called('GET /identities', calls + 1)
    }
    const second = randomBytes(32)
    Object.assign(desk.options, { sessionKey: second, otherSessionKeys: [first] })
    await desk.restart()
    await browser.get('/api/session')
    const after = await desk.store.db.selectFrom('gateway_session').select('auth_cipher').executeTakeFirstOrThrow()
    expect(after.auth_cipher?.split('.')[0]).not.toBe(before.auth_cipher?.split('.')[0])
    Object.assign(desk.options, { otherSessionKeys: [] })
    await desk.restart()
    expect((await to(browser, 1)).status).toBe(200)
  })

  test('left alone, or signed out, all of it is over upstream', async () => {
    const browser = await nora()
    const logouts = desk.count('POST /logout')
    desk.advance(5 * MINUTE)
    await desk.called('POST /logout', logouts + 2)
    expect((await browser.get('/api/session')).status).toBe(401)
    await nora(browser)
    expect((await browser.call('DELETE', '/api/session')).status).toBe(204)
    expect(await living()).toEqual([])
    expect(desk.count('POST /logout')).toBe(logouts + 4)
  })

  const change = async (who: Browser, from: string, into: string) =>
    who.post('/api/console/session/password', { oldPassword: await secret(from), newPassword: await secret(into) })

  test('a new password: this session goes on at all gateways, every other one of the person ends', async () => {
    const there = await desk.another()
    const browser = desk.browser()
    await signIn(browser, WREN)
    const elsewhere = desk.browser()
    await signIn(elsewhere, WREN)
    const stranger = await nora()
    const tab = await browser.listen()
    const before = browser.cookie()
    expect((await change(browser, 'Sandbox-2026!', 'Another-2026!')).status).toBe(204)
    expect(browser.cookie()).toBe(before)
    for (const who of [browser, there.browser(browser)]) {
      expect((await who.get('/api/multi/managed_accounts')).status).toBe(200)
    }
    expect((await elsewhere.get('/api/session')).status).toBe(401)
    expect((await stranger.get('/api/session')).status).toBe(200)
    // What was on its way with the former token arrives; after that it opens nothing.
    const living_ = await living()
    const logouts = desk.count('POST /logout')
    desk.advance(GRACE_MS)
    await desk.called('POST /logout', logouts + 1)
    await expect.poll(async () => (await living()).length).toBe(living_.length - 1)
    expect((await browser.get('/api/multi/managed_accounts')).status).toBe(200)
    await browser.call('DELETE', '/api/session')
    expect((await tab.rest()).map(({ type }) => type)).not.toContain('session.expiring')
    expect((await signIn(browser, WREN)).status).toBe(403)
    expect((await signIn(browser, WREN, 'Another-2026!')).status).toBe(200)
  })

  test('whoever finds a screen unlocked does not guess the password there; it is a 429, and the session goes on', async () => {
    const browser = desk.browser()
    await signIn(browser, WREN)
    desk.intercept((_, path) =>
      path === '/passwords/update' ? Response.json({ errorCode: 'PASSWORD_INCORRECT' }, { status: 409 }) : undefined,
    )
    const { burst } = rules['sign-in'].account
    for (let n = 0; n < burst; n++) expect((await change(browser, 'Wrong-2026!', 'Another-2026!')).status).toBe(409)
    desk.intercept()
    const refused = await change(browser, 'Sandbox-2026!', 'Another-2026!')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await browser.get('/api/session')).status).toBe(200)
    // Their sign-in is another matter, and so is a change that is taken.
    expect((await signIn(desk.browser(), WREN)).status).toBe(200)
  })

  test('signing out everywhere ends the person’s sessions in every browser, identity and gateway, and nobody else’s', async () => {
    const there = await desk.another()
    const [mine, phone, other] = [await nora(), await nora(), desk.browser()]
    await to(phone, 1)
    const moved = there.browser(phone)
    const tab = await moved.listen()
    const begun = desk.browser()
    await signIn(begun, NORA)
    await signIn(other, WREN)
    expect((await mine.call('DELETE', '/api/session?everywhere')).status).toBe(204)
    expect(await tab.until('session.ended')).toEqual({ type: 'session.ended', reason: 'SIGNED_OUT' })
    for (const who of [mine, phone, moved]) expect((await who.get('/api/session')).status).toBe(401)
    expect(await (await begun.get('/api/console/entry')).json()).toEqual({})
    expect((await other.get('/api/session')).status).toBe(200)
    expect(await living()).toHaveLength(1)
    expect((await stepUp(other)).status).toBe(204)
    expect((await desk.browser().call('DELETE', '/api/session?everywhere')).status).toBe(204)
  })

  test('a lock that the gateway remembers opens with a new password, and by nobody who has none', async () => {
    const locked = desk.browser()
    for (let n = 0; n < 6; n++) await signIn(locked, WREN, 'Wrong-2026!')
    const refused = await signIn(locked, WREN)
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([423, true])
    const recover = async (nonce: string) =>
      locked.post('/api/console/lost-password/resume', {
        email: WREN,
        nonce,
        newPassword: await secret('Another-2026!'),
      })
    expect((await locked.post('/api/console/lost-password/start', { email: WREN })).status).toBe(204)
    expect((await recover('000000')).status).toBe(409)
    expect((await signIn(locked, WREN)).status).toBe(423)
    expect((await recover('123456')).status).toBe(200)
    expect((await signIn(desk.browser(), WREN, 'Another-2026!')).status).not.toBe(423)
  })
})
