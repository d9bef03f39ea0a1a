import { afterAll, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../storage/open'
import { signatureV2 } from '../domain/outbox/sign'
import { assemble } from '../sandbox'
import { openPlatform, type Reply } from '../testing/platform'
import { askPlatform } from './forwarding'

const store = await openStore(':memory:')
const platform = await openPlatform()
const sandbox = assemble({
  store,
  secret: Buffer.alloc(32, 1),
  apiKey: 'key',
  uiKey: 'ui',
  webhooksKey: 'shared',
  webhookAddress: `${platform.url}/bank/`,
  secureOrigin: 'http://localhost:1',
})
afterAll(async () => {
  await platform.close()
  await store.close()
})
beforeEach(() => {
  platform.heard.length = 0
  sandbox.settings.webhookAddress = `${platform.url}/bank/`
})

const ask = (more: { timeoutMs?: number; reference?: 'call-ref' | 'request-ref' } = {}) =>
  askPlatform(sandbox, { path: '/may_it_pass', payload: { amount: 12 }, timeoutMs: 2000, ...more })

test('the platform is asked once, signed, and its word is heard', async () => {
  platform.answers(() => ({ status: 200, body: '{"result":"APPROVED"}' }))
  expect(await ask()).toEqual({ decision: 'APPROVED' })
  platform.answers(() => ({ status: 200, body: '{"result":"DENIED"}' }))
  expect(await ask({ reference: 'request-ref' })).toEqual({ decision: 'DENIED' })
  const [first, second] = platform.heard
  expect(platform.heard.map(({ path, body }) => [path, body])).toEqual([
    ['/bank/may_it_pass', '{"amount":12}'],
    ['/bank/may_it_pass', '{"amount":12}'],
  ])
  const reference = String(first?.headers['call-ref'])
  const at = Number(first?.headers['published-timestamp'])
  expect(first?.headers).toMatchObject({
    'content-type': 'application/json',
    'webhooks-key': 'shared',
    'signature-v2': signatureV2('key', { reference, at, body: '{"amount":12}' }),
  })
  expect(second?.headers['request-ref']).toMatch(/^\d{18}$/)
})

test('a platform that takes too long has not decided, be it silent or slow', async () => {
  platform.answers(() => 'never')
  expect(await ask({ timeoutMs: 40 })).toBe('TIMEOUT')
  platform.answers(() => ({ status: 200, body: '{"result":"APPROVED"}', afterMs: 400 }))
  expect(await ask({ timeoutMs: 40 })).toBe('TIMEOUT')
})

test('the deadline is real time: moving the clock does not hurry the platform', async () => {
  platform.answers(() => ({ status: 200, body: '{"result":"APPROVED"}', afterMs: 60 }))
  const asked = ask()
  sandbox.clock.advance(3_600_000)
  expect(await asked).toEqual({ decision: 'APPROVED' })
})

test.each<[string, Reply]>([
  ['another status', { status: 404, body: '{"result":"APPROVED"}' }],
  ['a failure', { status: 500 }],
  ['a redirect', { status: 302, body: '{"result":"APPROVED"}' }],
  ['no JSON', { status: 200, body: 'APPROVED' }],
  ['nothing', { status: 200 }],
  ['more words than an answer has', { status: 200, body: `{"result":"APPROVED"${' '.repeat(70_000)}}` }],
  ['more words than an answer has, without an end', { status: 200, body: ' '.repeat(70_000), unending: true }],
  ['a word that is not documented', { status: 200, body: '{"result":"PERHAPS"}' }],
])('%s decides nothing', async (_, reply) => {
  platform.answers(() => reply)
  expect(await ask()).toBe('FAILED')
  expect(platform.heard).toHaveLength(1)
})

test('nobody there decides nothing, and without an address nobody is asked', async () => {
  sandbox.settings.webhookAddress = 'http://127.0.0.1:1'
  expect(await ask()).toBe('FAILED')
  sandbox.settings.webhookAddress = null
  expect(await ask()).toBe('NO_ADDRESS')
})
