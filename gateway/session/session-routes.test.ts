import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { SessionView } from '../../contract/session'
import { onEachEngine } from '../../test/postgres/engines'
import { GRACE, openTestGateway, PASSWORD, ROOT, type TestGateway } from '../testing/test-gateway'
import { GRACE_MS, IDLE_MS } from './session-table'

onEachEngine('sessions', (open) => {
  let bank: TestGateway
  beforeAll(async () => {
    bank = await openTestGateway(await open())
  })
  afterAll(() => bank.close())
  afterEach(() => bank.intercept())

  const attempt = async (email: string, value?: string) => {
    const answer = await bank.browser().post('/api/session', {
      email,
      password: { value: value ?? (await bank.passwordToken()) },
    })
    return { status: answer.status, code: (await answer.json()).code, cookies: answer.headers.getSetCookie() }
  }
  /** No session: the person's next step waits under a cookie of its own. */
  const ENTRY = /^multi-console-entry=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/
  const upstreamSays = (path: string, status: number, body?: unknown) =>
    bank.intercept((_, called) =>
      called === path ? new Response(body === undefined ? null : JSON.stringify(body), { status }) : undefined,
    )

  test('a sign-in answers who it is and how long the session lasts', async () => {
    const browser = bank.browser()
    expect((await browser.get('/api/session')).status).toBe(401)
    const answer = await browser.post('/api/session', { email: ROOT, password: { value: await bank.passwordToken() } })
    const view = SessionView.parse(await answer.json())
    expect(view).toMatchObject({
      person: { name: 'Ada Byron', email: ROOT, credentials: { type: 'ROOT' } },
      identity: { name: 'Northwind Trading Ltd', id: { type: 'CORPORATE' } },
      steppedUp: false,
    })
    expect(view.idleDeadline - view.now).toBeGreaterThan(IDLE_MS - 5000)
    expect(SessionView.parse(await (await browser.get('/api/session')).json()).person).toEqual(view.person)
    expect(answer.headers.get('x-operations')).toBe('loginWithPassword,corporateGet')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('a user who is not the root user has a name too', async () => {
    const browser = await bank.signIn(undefined, GRACE)
    expect(await (await browser.get('/api/session')).json()).toMatchObject({
      person: { name: 'Grace Hopper', email: GRACE, credentials: { type: 'USER' } },
      identity: { name: 'Northwind Trading Ltd' },
    })
  })

  test('the cookie is out of reach for scripts and other sites; over https also bound to host and encryption', async () => {
    // The session's, and an end to whatever way in the browser was on.
    expect((await attempt(ROOT)).cookies).toEqual([
      expect.stringMatching(/^multi-console=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
      'multi-console-entry=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
    ])

    const origin = 'https://console.example.com'
    const secure = await openTestGateway(undefined, { publicOrigin: origin })
    const answer = await secure
      .browser(origin)
      .post('/api/session', { email: ROOT, password: { value: await secure.passwordToken() } })
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-multi-console=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
      '__Host-multi-console-entry=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
    ])
    await secure.close()
  })

  test('the table holds neither the cookie nor the token', async () => {
    const browser = await bank.signIn()
    const rows = JSON.stringify(await bank.store.db.selectFrom('gateway_session').selectAll().execute())
    expect(rows).not.toContain(browser.cookie()?.split('=')[1])
    for (const token of bank.tokens) expect(rows).not.toContain(token)
  })

  test('what the upstream refuses is told as one code each, and signs nobody in', async () => {
    const wrong = { status: 403, code: 'CREDENTIALS_REFUSED', cookies: [] }
    expect(await attempt(ROOT, await bank.passwordToken('Wrong-2026!'))).toEqual(wrong)
    expect(await attempt('nobody@northwind.example')).toEqual(wrong)
    expect(await attempt(ROOT, 'never-handed-out')).toMatchObject({ status: 409, code: 'PASSWORD_TOKEN_EXPIRED' })
    upstreamSays('/login_with_password', 410, { errorCode: 'TOKEN_EXPIRED' })
    expect(await attempt(ROOT)).toMatchObject({ status: 409, code: 'PASSWORD_TOKEN_EXPIRED' })
    // Without the token that changes it, nothing can be done about a password that is too old.
    upstreamSays('/login_with_password', 409, { errorCode: 'PASSWORD_EXPIRED' })
    expect(await attempt(ROOT)).toEqual({ status: 502, code: 'UPSTREAM_REFUSED', cookies: [] })
    upstreamSays('/login_with_password', 409, { token: 'opens-the-change-of-password' })
    const expired = await attempt(ROOT)
    expect(expired).toMatchObject({ status: 409, code: 'PASSWORD_EXPIRED' })
    expect(expired.cookies).toEqual([expect.stringMatching(ENTRY)])
    upstreamSays('/login_with_password', 423)
    expect(await attempt('locked@northwind.example')).toMatchObject({ status: 423, code: 'LOCKED' })
  })

  test.each([401, 500, 503])(
    'an upstream that answers %i to a sign-in is not the fault of the person',
    async (status) => {
      upstreamSays('/login_with_password', status)
      expect(await attempt(ROOT)).toMatchObject({ status: 502, code: 'UPSTREAM_REFUSED', cookies: [] })
    },
  )

  test('a flood of sign-ins goes upstream a few at a time, and the end of the queue is told to come back', async () => {
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    let atOnce = 0
    bank.intercept(async (_, path) => {
      if (path !== '/login_with_password') return undefined
      atOnce += 1
      await opened
      return new Response(null, { status: 403 })
    })
    const flood = Array.from({ length: 60 }, (_, n) =>
      bank.browser().post('/api/session', { email: `p${n}@flood.example`, password: { value: 'x' } }),
    )
    const first = await Promise.race(flood)
    expect(first.status).toBe(429)
    expect(first.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(atOnce).toBeLessThan(10)
    open()
    const statuses = (await Promise.all(flood)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(60 - atOnce)
    expect(statuses.filter((status) => status === 403)).toHaveLength(atOnce)
    bank.intercept()
    await bank.signIn()
  })

  test.each([
    ['no body', undefined],
    ['no address', { password: { value: 'x' } }],
    ['half an address', { email: 'root@', password: { value: 'x' } }],
    ['no password', { email: ROOT }],
  ])('%s is a complaint about a field, and never goes upstream', async (_, body) => {
    const before = bank.calls.length
    const answer = await bank.browser().post('/api/session', body)
    expect(answer.status).toBe(400)
    expect((await answer.json()).syntaxErrors.invalidFields[0].fieldName).toMatch(/^request\.(email|password)/)
    expect(bank.calls).toHaveLength(before)
  })

  test('an AUTH token is exchanged for the only identity; among several nobody chooses for the person', async () => {
    const real = await bank.signIn()
    const { identity, person } = SessionView.parse(await (await real.get('/api/session')).json())
    const [token = ''] = [...bank.tokens].slice(-1)
    const login = { token: 'auth-token', tokenType: 'AUTH', identity: identity.id, credentials: person.credentials }
    let names = ['One']
    bank.intercept(async (request, path) => {
      if (path === '/login_with_password') return Response.json(login)
      if (path === '/identities') {
        const identities = names.map((name) => ({ id: identity.id, name }))
        return Response.json({ identities, count: names.length, responseCount: names.length })
      }
      if (path !== '/access_token') return undefined
      expect(request.headers.get('authorization')).toBe('Bearer auth-token')
      expect(await request.json()).toEqual({ identity: identity.id })
      return Response.json({ token, identity: identity.id, credentials: person.credentials, status: 'STEPPED_UP' })
    })
    const answer = await bank.browser().post('/api/session', { email: ROOT, password: { value: 'x' } })
    expect(await answer.json()).toMatchObject({ identity: { name: 'Northwind Trading Ltd' }, steppedUp: true })
    expect(answer.headers.get('x-operations')).toBe('loginWithPassword,userIdentities,requestAccessToken,corporateGet')
    names = ['One', 'Two']
    const choice = await attempt(ROOT)
    expect(choice).toMatchObject({ status: 409, code: 'IDENTITY_CHOICE' })
    expect(choice.cookies).toEqual([expect.stringMatching(ENTRY)])
  })

  test('somebody who may not read names is still signed in', async () => {
    upstreamSays('/corporates', 403, { errorCode: 'INSUFFICIENT_PERMISSIONS' })
    const browser = await bank.signIn()
    expect(await (await browser.get('/api/session')).json()).toMatchObject({ person: { name: ROOT } })
  })

  test('signing out ends the session everywhere: here, upstream and in the other tab', async () => {
    const browser = await bank.signIn()
    const other = await browser.listen()
    const [token] = [...bank.tokens].slice(-1)
    const former = browser.cookie()
    const before = bank.count('POST /logout')
    const answer = await browser.call('DELETE', '/api/session')
    expect([answer.status, (await bank.browser().call('DELETE', '/api/session')).status]).toEqual([204, 204])
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await other.until('session.ended')).toEqual({ type: 'session.ended', reason: 'SIGNED_OUT' })
    expect(await other.rest()).toEqual([])
    expect(bank.count('POST /logout')).toBe(before + 1)
    browser.setCookie(former)
    expect((await browser.get('/api/session')).status).toBe(401)
    const upstream = await bank.running.multi.request('/corporates', {
      headers: { 'api-key': bank.options.apiKey, authorization: `Bearer ${token}` },
    })
    expect(upstream.status).toBe(401)
  })

  test('the same person over a live page goes on in the same session, under a new cookie and a new token', async () => {
    const browser = await bank.signIn()
    const tab = await browser.listen()
    const former = browser.cookie()
    await bank.signIn(browser)
    expect(browser.cookie()).not.toBe(former)

    // A call that left with the former cookie gets here late.
    const late = bank.browser()
    late.setCookie(former)
    expect((await late.get('/api/multi/corporates')).status).toBe(200)
    // The stream hears on: it was never closed.
    await browser.call('PATCH', '/api/multi/managed_accounts/1', { body: { friendlyName: 'x' } })
    await browser.post('/api/session/activity')
    bank.advance(GRACE_MS)
    expect((await late.get('/api/multi/corporates')).status).toBe(401)
    expect((await browser.get('/api/multi/corporates')).status).toBe(200)
    await browser.call('DELETE', '/api/session')
    expect((await tab.rest()).map((event) => event.type)).toEqual(['hello', 'session.ended'])
  })

  test('the former token is signed out upstream once no call can be under way with it', async () => {
    const browser = await bank.signIn()
    const [former] = [...bank.tokens].slice(-1)
    await bank.signIn(browser)
    const alive = async () =>
      (
        await bank.running.multi.request('/authentication_factors', {
          headers: { 'api-key': bank.options.apiKey, authorization: `Bearer ${former}` },
        })
      ).status
    expect(await alive()).toBe(200)
    const before = bank.count('POST /logout')
    bank.advance(GRACE_MS)
    await bank.called('POST /logout', before + 1)
    await expect.poll(alive).toBe(401)
  })

  test('another person over the page ends the session that was there, and its tabs are told', async () => {
    const browser = await bank.signIn()
    const tab = await browser.listen()
    const former = browser.cookie()
    await bank.signIn(browser, GRACE)
    expect(await tab.until('session.ended')).toEqual({ type: 'session.ended', reason: 'SIGNED_OUT' })
    const old = bank.browser()
    old.setCookie(former)
    expect((await old.get('/api/session')).status).toBe(401)
  })

  test.each([
    ['no header', { 'x-requested-with': '' }],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['the origin of the secure fields', { origin: 'http://localhost:4000' }],
  ])('a write with %s changes nothing', async (_, headers) => {
    const browser = await bank.signIn()
    for (const [method, path] of [
      ['POST', '/api/session'],
      ['POST', '/api/session/activity'],
      ['DELETE', '/api/session'],
      ['POST', '/api/multi/managed_accounts'],
    ] as const) {
      const before = bank.calls.length
      expect((await browser.call(method, path, { headers, body: {} })).status).toBe(403)
      expect(bank.calls).toHaveLength(before)
    }
    expect((await browser.get('/api/session')).status).toBe(200)
  })

  test.each(['', 'short', 'a'.repeat(43), `${'a'.repeat(42)}'`])('a cookie of %o is nobody', async (value) => {
    const browser = bank.browser()
    browser.setCookie(`multi-console=${value}`)
    expect((await browser.get('/api/session')).status).toBe(401)
  })

  test('nothing that was answered or logged holds a token, a cookie, the key or a password', async () => {
    const browser = bank.browser()
    const value = await bank.passwordToken()
    const answers = [
      await browser.post('/api/session', { email: ROOT, password: { value } }),
      await browser.get('/api/session'),
      await browser.get('/api/multi/managed_accounts?friendlyName=searched-for'),
      await browser.get('/api/multi/users?email=someone@northwind.example'),
      await attempt(ROOT, value).then(() => browser.get('/api/page-config')),
    ]
    const cookie = browser.cookie()?.split('=')[1] ?? ''
    const told = (
      await Promise.all(
        answers.map(
          async (a) => `${await a.text()}${JSON.stringify([...a.headers].filter(([n]) => n !== 'set-cookie'))}`,
        ),
      )
    ).join()
    const logged = bank.logged()
    expect(logged).toContain('"managedAccountsGet"')
    for (const secret of [...bank.tokens, cookie, bank.options.apiKey, PASSWORD]) {
      expect(told).not.toContain(secret)
      expect(logged).not.toContain(secret)
    }
    for (const personal of [value, ROOT, 'Ada', 'searched-for', 'someone', 'Northwind'])
      expect(logged).not.toContain(personal)
  })
})
