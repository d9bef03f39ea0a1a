import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ORIGIN } from './testing/browser'
import { openTestGateway } from './testing/test-gateway'

// What only shows with a socket between: paths that no client has tidied up, broken connections, unsent bodies.
const bank = await openTestGateway()
let server: ServerType
let port = 0
let cookie = ''

beforeAll(async () => {
  server = serve({ fetch: (r) => bank.app().fetch(r), port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
  cookie = (await bank.signIn()).cookie() ?? ''
})
afterEach(() => bank.intercept())
afterAll(async () => {
  server.close()
  await bank.close()
})

/** A request as it is written, on a connection of its own. */
function open(path: string, options: RequestOptions = {}): { asked: ClientRequest; answer: Promise<IncomingMessage> } {
  const headers = {
    cookie,
    host: new URL(ORIGIN).host,
    origin: ORIGIN,
    'x-requested-with': 'multi-console',
    ...options.headers,
  }
  const asked = request({ host: '127.0.0.1', port, path, agent: false, ...options, headers })
  const answer = new Promise<IncomingMessage>((resolve, reject) =>
    asked.once('response', resolve).once('error', reject),
  )
  return { asked, answer }
}
async function get(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const { asked, answer } = open(path, { headers })
  asked.end()
  const got = await answer
  got.resume()
  return got.statusCode
}

/** What the log says of the latest request. */
function lastRequest(): unknown {
  const lines = bank.logged().split('\n').filter(Boolean)
  return lines.map((line): { msg?: string } => JSON.parse(line)).findLast(({ msg }) => msg === 'request')
}
const givenUp = { status: 499, level: 30 }

test('a plain read goes through', async () => {
  expect(await get('/api/multi/managed_accounts')).toBe(200)
})

test.each([
  '/api/multi/managed_accounts/%2E%2E%2Fcorporates',
  '/api/multi/managed_accounts/..%5ccorporates',
  '/api/multi/managed_accounts/..',
  '/api/multi//managed_accounts',
  '/api/x/../multi/managed_accounts/..',
])('%s leads to nothing', async (path) => {
  const before = bank.calls.length
  expect(await get(path)).toBe(404)
  expect(bank.calls).toHaveLength(before)
})

test.each([
  ['/api/multi/managed_accounts/../corporates', 'GET /corporates'],
  ['/api/multi/managed_accounts/%2e%2e/corporates', 'GET /corporates'],
  ['/api/multi/./managed_accounts', 'GET /managed_accounts'],
])('%s is read by everything here as the one thing that it reaches', async (path, call) => {
  expect(await get(path)).toBe(200)
  expect(bank.calls.at(-1)).toBe(call)
})

test.each(['/api/multi/../session/activity', '/api/multi/%2e%2e/session'])(
  '%s gets by no check that stands before the resource it means',
  async (path) => {
    const { asked, answer } = open(path, { method: 'POST', headers: { 'x-requested-with': 'other' } })
    asked.end()
    const got = await answer
    got.resume()
    expect(got.statusCode).toBe(403)
  },
)

test.each(['rebound.example', 'rebound.example:4000', '127.0.0.1.nip.io'])(
  'a host of %s gets nothing',
  async (host) => {
    expect(await get('/api/session', { host })).toBe(421)
  },
)

test('a body that says it is too long is refused before it is sent', async () => {
  const { asked, answer } = open('/api/multi/bulks/transfers', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': String(1024 ** 3) },
  })
  asked.flushHeaders()
  expect((await answer).statusCode).toBe(413)
  asked.destroy()
})

test('a body that never says how long it is is refused when it is too long', async () => {
  const { asked, answer } = open('/api/multi/bulks/transfers', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
  })
  asked.on('error', () => {})
  const piece = Buffer.alloc(1024 * 1024, 120)
  for (let n = 0; n < 14; n++) asked.write(piece)
  expect((await answer).statusCode).toBe(413)
  asked.destroy()
})

test('a read that the browser gives up is given up upstream', async () => {
  const aborted = new Promise<void>((resolve) => {
    bank.intercept(
      (upstream) =>
        new Promise((_, reject) => {
          upstream.signal.addEventListener('abort', () => {
            resolve()
            reject(upstream.signal.reason)
          })
        }),
    )
  })
  const before = bank.count('GET /transfers')
  const { asked, answer } = open('/api/multi/transfers')
  answer.catch(() => {})
  asked.end()
  await bank.called('GET /transfers', before + 1)
  asked.destroy()
  await aborted
  await expect.poll(lastRequest).toMatchObject({ ...givenUp, operations: ['transfersGet'] })
  expect(bank.logged()).not.toContain('a request failed')
})

test('a body that breaks off is nobody’s failure', async () => {
  const { asked, answer } = open('/api/multi/bulks/users', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': '1000' },
  })
  answer.catch(() => {})
  await new Promise((resolve) => asked.write('{"users":[', resolve))
  asked.destroy()
  await expect.poll(lastRequest).toMatchObject({ ...givenUp, method: 'POST' })
  expect(bank.logged()).not.toContain('a request failed')
})

test('a write that the browser gives up runs to its end, and the other tabs hear of it', async () => {
  const other = bank.browser()
  other.setCookie(cookie)
  const tab = await other.listen()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  bank.intercept(async (upstream) => {
    if (upstream.method !== 'PATCH') return undefined
    await held
    return Response.json({ id: '71' })
  })
  const before = bank.count('PATCH /managed_accounts/71')
  const { asked, answer } = open('/api/multi/managed_accounts/71', { method: 'PATCH' })
  answer.catch(() => {})
  asked.end('{}')
  await bank.called('PATCH /managed_accounts/71', before + 1)
  asked.destroy()
  release()
  expect(await tab.until('changed')).toMatchObject({ id: '71' })
  await tab.close()
})

test('a stream arrives as it is written, and a browser that is gone is forgotten', async () => {
  const { asked, answer } = open('/api/live?watch=901')
  asked.end()
  const got = await answer
  expect(got.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  expect(got.headers['cache-control']).toBe('no-store')
  bank.intercept((_, path) => (path === '/bulks/901' ? new Response(null, { status: 503 }) : undefined))
  const first = await new Promise<string>((resolve) => got.once('data', (chunk: Buffer) => resolve(chunk.toString())))
  expect(first).toContain('retry: ')
  asked.destroy()
  // With the last watcher the poller stops: the clock may run, and nobody asks any more.
  await expect
    .poll(async () => {
      const before = bank.count('GET /bulks/901')
      bank.advance(3000)
      await new Promise((resolve) => setImmediate(resolve))
      return bank.count('GET /bulks/901') - before
    })
    .toBe(0)
})
