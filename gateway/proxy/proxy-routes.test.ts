import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { ORIGIN } from '../testing/browser'
import { openTestGateway, type TestGateway } from '../testing/test-gateway'

onEachEngine('the proxy', (open) => {
  let bank: TestGateway
  beforeAll(async () => {
    bank = await openTestGateway(await open())
  })
  afterAll(() => bank.close())
  afterEach(() => bank.intercept())

  /** Keeps what arrives upstream and answers in its place. */
  function capture(answer: () => Response = () => Response.json({})) {
    const seen: { url: URL; headers: Headers; body: string }[] = []
    bank.intercept(async (request) => {
      seen.push({ url: new URL(request.url), headers: request.headers, body: await request.text() })
      return answer()
    })
    return seen
  }

  test('a body is said to be what was read here, whatever the browser calls it', async () => {
    const browser = await bank.signIn()
    const seen = capture()
    const headers = { 'content-type': 'application/json; charset=utf-7' }
    await browser.call('POST', '/api/multi/transfers', { headers })
    await bank.app().request(`${ORIGIN}/api/multi/transfers`, {
      method: 'POST',
      headers: { ...headers, origin: ORIGIN, 'x-requested-with': 'multi-console', cookie: browser.cookie() ?? '' },
      body: '{}',
    })
    expect(seen.map((request) => request.headers.get('content-type'))).toEqual([null, 'application/json'])
  })

  test('without a session nothing goes upstream', async () => {
    const before = bank.calls.length
    const answer = await bank.browser().get('/api/multi/managed_accounts')
    expect(answer.status).toBe(401)
    expect(await answer.text()).toBe('')
    expect(bank.calls).toHaveLength(before)
  })

  test('a read comes back as the Multi API gave it, with its reference and the operation it reached', async () => {
    const browser = await bank.signIn()
    const answer = await browser.get('/api/multi/managed_accounts?limit=2&currency=EUR')
    expect(answer.status).toBe(200)
    const list = await answer.json()
    expect(list).toMatchObject({ responseCount: 2, accounts: [{ currency: 'EUR' }, { currency: 'EUR' }] })
    expect(answer.headers.get('x-operations')).toBe('managedAccountsGet')
    expect(answer.headers.get('request-ref')).toMatch(/^\d+$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-type')).toContain('application/json')
  })

  test('errors come back unchanged', async () => {
    const browser = await bank.signIn()
    const missing = await browser.get('/api/multi/managed_accounts/404')
    expect([missing.status, await missing.json()]).toMatchObject([404, { code: expect.any(String) }])
    const refused = await browser.post('/api/multi/managed_accounts', {}, { 'idempotency-ref': 'a' })
    expect([403, 400]).toContain(refused.status)
  })

  test('upstream hears the key, the token and what the operation needs, and nothing else of the browser', async () => {
    const browser = await bank.signIn()
    const token = [...bank.tokens].at(-1)
    const seen = capture()
    const query = '?state=ACTIVE&state=BLOCKED&tag=a%20b&limit=1e3'
    await browser.call('GET', `/api/multi/managed_accounts${query}`, {
      headers: {
        authorization: 'Bearer mine',
        'api-key': 'mine',
        'x-forwarded-for': '10.0.0.1',
        'accept-language': 'mt',
      },
    })
    await browser.post('/api/multi/transfers', { tag: 'x' }, { 'idempotency-ref': 'ref-1' })
    const [read, write] = seen
    expect(read?.url.pathname + (read?.url.search ?? '')).toBe(`/managed_accounts${query}`)
    expect(Object.fromEntries(read?.headers ?? [])).toEqual({
      'api-key': bank.options.apiKey,
      authorization: `Bearer ${token}`,
    })
    expect(Object.fromEntries(write?.headers ?? [])).toEqual({
      'api-key': bank.options.apiKey,
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-ref': 'ref-1',
    })
    expect(write?.body).toBe('{"tag":"x"}')
  })

  test('of the answer only what the browser needs comes through', async () => {
    const browser = await bank.signIn()
    capture(() =>
      Response.json(
        {},
        {
          status: 429,
          headers: {
            'request-ref': 'ref-7',
            'x-ratelimit-limit': '20, 10;w=60',
            'x-ratelimit-reset': '30',
            'set-cookie': 'multi-console=planted',
            server: 'upstream/1.0',
            'x-internal': 'yes',
            'access-control-allow-origin': '*',
          },
        },
      ),
    )
    const { headers, status } = await browser.get('/api/multi/managed_accounts')
    expect(status).toBe(429)
    expect(headers.get('request-ref')).toBe('ref-7')
    expect(headers.get('x-ratelimit-reset')).toBe('30')
    for (const name of ['set-cookie', 'server', 'x-internal', 'access-control-allow-origin']) {
      expect(headers.has(name), name).toBe(false)
    }
  })

  test.each([
    ['POST', '/login_with_password'],
    ['POST', '/logout'],
    ['POST', '/access_token'],
    ['POST', '/passwords/lost_password/start'],
    ['GET', '/nowhere'],
    ['GET', '/managed_accounts/1%2f..%2f..'],
  ])('%s %s never reaches the Multi API', async (method, path) => {
    const browser = await bank.signIn()
    const before = bank.calls.length
    const answer = await browser.call(method, `/api/multi${path}`, method === 'POST' ? { body: {} } : {})
    expect(answer.status).toBe(404)
    expect(bank.calls).toHaveLength(before)
  })

  test('what is checked is what is sent: of a field that stands twice there is one, and what is no JSON stays here', async () => {
    const browser = await bank.signIn()
    const seen = capture()
    const raw = (text: string) =>
      bank.app().fetch(
        new Request(`${ORIGIN}/api/multi/managed_accounts/12`, {
          method: 'PATCH',
          headers: {
            cookie: browser.cookie() ?? '',
            origin: ORIGIN,
            'x-requested-with': 'multi-console',
            'content-type': 'application/json',
          },
          body: text,
        }),
      )
    expect((await raw('{"tag":"small", "tag":"large"}')).status).toBe(200)
    expect(seen.at(-1)?.body).toBe('{"tag":"large"}')
    const before = bank.calls.length
    for (const text of ['{"tag":', '\ufeff\u0000{}', 'tag=x']) expect((await raw(text)).status, text).toBe(400)
    expect(bank.calls).toHaveLength(before)
  })

  test('a body over 12 MB is refused without going upstream, one just under it passes', async () => {
    const browser = await bank.signIn()
    const seen = capture()
    const before = bank.calls.length
    const big = await browser.post('/api/multi/bulks/transfers', 'x'.repeat(12 * 1024 * 1024), {
      'idempotency-ref': 'b',
    })
    expect([big.status, await big.json()]).toMatchObject([413, { code: 'TOO_LARGE' }])
    expect(bank.calls).toHaveLength(before)
    const fits = await browser.post('/api/multi/bulks/transfers', 'x'.repeat(12 * 1024 * 1024 - 2), {
      'idempotency-ref': 'c',
    })
    expect(fits.status).toBe(200)
    expect(seen.at(-1)?.body).toHaveLength(12 * 1024 * 1024)
  })

  test('an answer that fails inside says no more than that', async () => {
    const browser = await bank.signIn()
    bank.intercept(() => {
      throw new Error('secret detail')
    })
    const answer = await browser.get('/api/multi/managed_accounts')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret detail')
    expect(bank.logged()).toContain('secret detail')
  })

  test('every write that succeeds is told to all tabs of the identity, with section and id', async () => {
    const [mine, theirs] = [await bank.signIn(), await bank.signIn(undefined, 'grace@northwind.example')]
    const tabs = [await mine.listen(), await theirs.listen()]
    bank.intercept((request, path) => {
      if (request.method === 'GET') return undefined
      if (path === '/managed_accounts/77') return new Response(null, { status: 409 })
      return path.startsWith('/bulks') ? Response.json({ bulkId: '901' }, { status: 201 }) : Response.json({ id: '55' })
    })
    await mine.call('PATCH', '/api/multi/managed_accounts/77', { body: {} })
    await mine.call('PATCH', '/api/multi/managed_accounts/12', { body: {} })
    await theirs.post('/api/multi/transfers', {}, { 'idempotency-ref': 'a' })
    await theirs.post('/api/multi/bulks/transfers', [], { 'idempotency-ref': 'b' })
    for (const tab of tabs) {
      const heard = [await tab.until('changed'), await tab.until('changed'), await tab.until('changed')]
      expect(heard).toEqual([
        { type: 'changed', section: 'managed-accounts', operation: 'managedAccountUpdate', id: '12' },
        { type: 'changed', section: 'transfers', operation: 'transferCreate', id: '55' },
        { type: 'changed', section: 'operations', operation: 'bulksTransferCreate', id: '901' },
      ])
    }
  })
})
