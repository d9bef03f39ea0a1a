import { afterEach, beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { type Browser, ORIGIN } from '../testing/browser'
import { GRACE, openTestGateway, stepUp, type TestGateway } from '../testing/test-gateway'

onEachEngine('what an honest page never sends', (open) => {
  let bank: TestGateway
  let browser: Browser
  beforeEach(async () => {
    bank = await openTestGateway(await open())
    browser = await bank.signIn()
    await stepUp(browser)
  })
  afterEach(() => bank.close())

  const lines = async () =>
    bank.store.db.selectFrom('gateway_audit_line').select(['operation', 'status', 'code', 'outcome']).execute()
  const once = () => ({ 'idempotency-ref': crypto.randomUUID() })
  const account = async () => {
    const answer = await browser.get('/api/multi/managed_accounts?limit=1')
    const { accounts }: { accounts: { id: string; tag?: string }[] } = await answer.json()
    return accounts[0] ?? { id: '' }
  }
  /** Does it, and finds a refusal, a line in the record, no call upstream and nothing changed. */
  async function refused(work: () => Promise<Response>, status: number, code: string | undefined): Promise<void> {
    const before = { account: await account(), calls: bank.calls.length, lines: (await lines()).length }
    const answer = await work()
    expect(answer.status).toBe(status)
    expect(bank.calls.length).toBe(before.calls)
    const added = (await lines()).slice(before.lines)
    expect(added).toHaveLength(1)
    expect(added[0]).toMatchObject({ outcome: 'REFUSED', status, ...(code && { code }) })
    expect(await account()).toEqual(before.account)
  }

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['the secure fields', { origin: 'http://localhost:4000' }],
    ['a form, which cannot set a header', { 'x-requested-with': '' }],
    ['a page that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('a write that %s has the browser send', async (_, headers) => {
    const { id } = await account()
    const work = () => browser.call('PATCH', `/api/multi/managed_accounts/${id}`, { body: { tag: 'forged' }, headers })
    await refused(work, 403, 'FOREIGN_REQUEST')
  })

  test('a body that is too large', async () => {
    const { id } = await account()
    const body = { tag: 'x'.repeat(13 * 1024 * 1024) }
    await refused(() => browser.call('PATCH', `/api/multi/managed_accounts/${id}`, { body }), 413, 'TOO_LARGE')
  })

  test('a write of something that does not exist', async () => {
    const work = () => browser.post('/api/multi/managed_accounts/%2e%2e/x', {}, once())
    await refused(work, 404, 'NOT_FOUND')
  })

  test('a sign-in that is no JSON', async () => {
    const headers = { 'x-requested-with': 'multi-console', origin: ORIGIN, cookie: browser.cookie() ?? '' }
    const request = new Request(`${ORIGIN}/api/session`, { method: 'POST', headers, body: '{"email":' })
    await refused(async () => bank.app().fetch(request), 400, undefined)
  })

  test('a cookie from before the sign-out opens nothing, nor does one from before a step-up or of somebody’s making', async () => {
    const thief = bank.browser()
    const victim = await bank.signIn(undefined, GRACE)
    thief.setCookie(victim.cookie())
    await stepUp(victim)
    // A moment in which calls that were under way may still arrive.
    await bank.advance(11_000)
    expect((await thief.get('/api/session')).status).toBe(401)
    thief.setCookie(victim.cookie())
    await victim.call('DELETE', '/api/session')
    const calls = bank.calls.length
    for (const cookie of [
      thief.cookie(),
      `multi-console=${'A'.repeat(43)}`,
      'multi-console=',
      "multi-console=' or 1=1",
    ]) {
      thief.setCookie(cookie)
      expect((await thief.get('/api/session')).status).toBe(401)
      expect((await thief.post('/api/multi/transfers', {}, once())).status).toBe(401)
      expect((await thief.get('/api/live')).status).toBe(401)
      expect((await thief.get('/api/console/roles')).status).toBe(401)
    }
    expect(bank.calls.length).toBe(calls)
  })
})
