import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { openTestGateway, stepUp, type TestGateway } from '../testing/test-gateway'
import { GRACE_MS } from './session-table'

onEachEngine('a step-up', (open) => {
  let bank: TestGateway
  beforeAll(async () => {
    bank = await openTestGateway(await open())
  })
  afterAll(() => bank.close())
  const VERIFY = '/api/multi/stepup/challenges/otp/SMS/verify'

  test('a verified step-up changes the cookie and keeps the session', async () => {
    const browser = await bank.signIn()
    const tab = await browser.listen()
    const former = browser.cookie()
    const answer = await stepUp(browser)
    expect(answer.status).toBe(204)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^multi-console=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(browser.cookie()).not.toBe(former)
    expect(await (await browser.get('/api/session')).json()).toMatchObject({ steppedUp: true })
    await browser.call('DELETE', '/api/session')
    expect(await tab.until('session.ended')).toMatchObject({ reason: 'SIGNED_OUT' })
  })

  test('a refused code changes nothing', async () => {
    const browser = await bank.signIn()
    const former = browser.cookie()
    await browser.post('/api/multi/stepup/challenges/otp/SMS', undefined, { 'idempotency-ref': crypto.randomUUID() })
    const refused = await browser.post(
      VERIFY,
      { verificationCode: '000000' },
      { 'idempotency-ref': crypto.randomUUID() },
    )
    expect(refused.status).toBe(409)
    expect(browser.cookie()).toBe(former)
    expect(await (await browser.get('/api/session')).json()).toMatchObject({ steppedUp: false })
  })

  test('calls of the same tab that were under way with the former cookie are never refused', async () => {
    const browser = await bank.signIn()
    const former = browser.cookie()
    const parallel = await Promise.all([
      stepUp(browser),
      ...Array.from({ length: 12 }, () => browser.get('/api/multi/managed_accounts')),
      browser.post('/api/session/activity'),
    ])
    expect(parallel.map((answer) => answer.status).filter((status) => status === 401)).toEqual([])

    const late = bank.browser()
    late.setCookie(former)
    bank.advance(GRACE_MS / 2)
    expect((await late.get('/api/multi/managed_accounts')).status).toBe(200)
    expect((await late.get('/api/session')).headers.get('set-cookie')).toBeNull()
    bank.advance(GRACE_MS / 2)
    expect((await late.get('/api/multi/managed_accounts')).status).toBe(401)
    expect((await browser.get('/api/multi/managed_accounts')).status).toBe(200)
  })

  test('two steps up at once give one new cookie: the answers may arrive in any order', async () => {
    const browser = await bank.signIn()
    const former = browser.cookie()
    bank.intercept((_, path) => (path.endsWith('/verify') ? new Response(null, { status: 204 }) : undefined))
    const twin = bank.browser()
    twin.setCookie(former)
    const answers = await Promise.all(
      [browser, twin].map((b) =>
        b.post(VERIFY, { verificationCode: '123456' }, { 'idempotency-ref': crypto.randomUUID() }),
      ),
    )
    bank.intercept()
    expect(answers.map((a) => a.status)).toEqual([204, 204])
    expect(answers.filter((a) => a.headers.has('set-cookie'))).toHaveLength(1)
    const [winner] = [browser, twin].filter((b) => b.cookie() !== former)
    bank.advance(GRACE_MS)
    expect((await winner?.get('/api/session'))?.status).toBe(200)
  })

  test('who holds only the former cookie is never given the new one', async () => {
    const browser = await bank.signIn()
    const thief = bank.browser()
    thief.setCookie(browser.cookie())
    await stepUp(browser)
    bank.intercept((_, path) => (path.endsWith('/verify') ? new Response(null, { status: 204 }) : undefined))
    const tried = await thief.post(VERIFY, { verificationCode: '123456' }, { 'idempotency-ref': crypto.randomUUID() })
    bank.intercept()
    expect(tried.headers.get('set-cookie')).toBeNull()
  })

  test('entering the code of a new phone steps up as well', async () => {
    const browser = await bank.signIn()
    const former = browser.cookie()
    bank.intercept((_, path) => (path.endsWith('/otp/SMS/verify') ? new Response(null, { status: 204 }) : undefined))
    await browser.post('/api/multi/authentication_factors/otp/SMS/verify', { verificationCode: '123456' })
    bank.intercept()
    expect(browser.cookie()).not.toBe(former)
  })
})
