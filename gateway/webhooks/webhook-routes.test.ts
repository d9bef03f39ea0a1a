import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { webhooks } from '../../contract/events'
import { valuesOf } from '../../test/contract/arbitrary'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { MINUTE, openTestGateway, type TestGateway } from '../testing/test-gateway'
import { hookOf, type Twist, weavrOf } from '../testing/weavr'

onEachEngine('what Weavr tells', (open) => {
  let bank: TestGateway
  let root: Browser
  let tell: ReturnType<typeof weavrOf>
  let identity: string
  beforeAll(async () => {
    bank = await openTestGateway(await open())
    tell = weavrOf(bank)
    root = await bank.signIn()
    const session: { identity: { id: { id: string } } } = await (await root.get('/api/session')).json()
    identity = session.identity.id.id
  })
  afterAll(() => bank.close())

  const all = () => bank.store.db.selectFrom('gateway_webhook').selectAll().execute()
  const lines = async () =>
    (await bank.store.db.selectFrom('gateway_audit_line').selectAll().orderBy('seq').execute()).filter(
      ({ operation }) => operation === 'webhook',
    )
  const deposit = (amount = '1000', account = '77') => ({
    id: { type: 'managed_accounts', id: account },
    transactionId: '5',
    transactionAmount: { currency: 'EUR', amount },
    transactionTimestamp: '1763670000123',
    owner: { type: 'corporates', id: identity },
    senderName: 'Zoë',
    state: 'COMPLETED',
  })
  const deposits = hookOf('managed_accounts_deposits_watch')

  test.each(webhooks.map((hook) => [hook.id, hook] as const))('%s is taken and kept once', async (id, hook) => {
    const [payload] = fc.sample(valuesOf(hook.payload, { complete: true }), { numRuns: 1, seed: 11 })
    const before = await all()
    expect((await tell(hook, payload, { reference: `first-${id}` })).status).toBe(204)
    expect((await tell(hook, payload, { reference: `first-${id}` })).status).toBe(204)
    const after = await all()
    expect(after).toHaveLength(before.length + 1)
    expect(after.find(({ reference }) => reference === `first-${id}`)).toMatchObject({
      webhook: id,
      form: 'READABLE',
      proof: hook.verify === 'webhooks-key' ? 'KEY' : 'SIGNATURE',
      repeats: 1,
    })
  })

  test('eight of the same at once are kept once, and told once', async () => {
    const tab = await root.listen()
    const heard = [await tab.next()]
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => tell(deposits, deposit(), { reference: 'eight-at-once' })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(204))
    expect((await all()).filter(({ reference }) => reference === 'eight-at-once')).toHaveLength(1)
    // What follows is heard after all that came before.
    await tell(deposits, { ...deposit(), state: 'PENDING' }, { reference: 'the-ninth' })
    for (;;) {
      const one = await tab.next()
      heard.push(one)
      if (one.event.type === 'webhook' && one.event.state === 'PENDING') break
    }
    expect(heard.filter(({ event }) => event.type === 'webhook')).toHaveLength(2)
    await tab.close()
  })

  test('what was kept by a gateway that died before it told anybody is told when Weavr says it again, once', async () => {
    await tell(deposits, deposit('7'), { reference: 'kept-not-told' })
    // As if it had not been: numbers in the log follow each other.
    await bank.store.db.updateTable('gateway_live_event').set({ identity_id: 'nobody' }).execute()
    const tab = await root.listen()
    await tab.next()
    for (let n = 0; n < 2; n++) {
      bank.advance(10_000)
      expect((await tell(deposits, deposit('7'), { reference: 'kept-not-told' })).status).toBe(204)
    }
    const [row] = (await all()).filter(({ reference }) => reference === 'kept-not-told')
    expect(row).toMatchObject({ repeats: 2 })
    await tell(deposits, { ...deposit(), state: 'PENDING' })
    expect(await tab.until('webhook')).toMatchObject({ event: row?.id, state: 'COMPLETED' })
    expect(await tab.until('webhook')).toMatchObject({ state: 'PENDING' })
    await tab.close()
  })

  test('the tabs of its identity hear ids and the state, and nothing that it says', async () => {
    const tab = await root.listen()
    await tell(deposits, deposit())
    const { event, ...heard } = await tab.until('webhook')
    expect(heard).toEqual({
      type: 'webhook',
      webhook: 'managed_accounts_deposits_watch',
      section: 'managed-accounts',
      id: '77',
      state: 'COMPLETED',
    })
    expect((await all()).find(({ id }) => id === event)).toMatchObject({ identity_id: identity, resource_id: '77' })
    await tab.close()
  })

  const bulk = hookOf('bulk_process_end')
  const refusals: [string, number, string, Twist & { hook?: typeof bulk }][] = [
    ['an altered byte', 401, 'WRONG_SIGNATURE', { body: JSON.stringify(deposit('9000')) }],
    ['another API key', 401, 'WRONG_SIGNATURE', { keys: { apiKey: 'another', webhooksKey: 'another' } }],
    ['the older signature alone', 401, 'NO_SIGNATURE', { headers: (h) => h.delete('signature-v2') }],
    ['no reference', 401, 'NO_REFERENCE', { headers: (h) => h.delete('call-ref') }],
    ['no time', 401, 'NO_TIMESTAMP', { headers: (h) => h.delete('published-timestamp') }],
    ['another time', 401, 'WRONG_SIGNATURE', { headers: (h) => h.set('published-timestamp', '1763670000123') }],
    ['another webhooks key', 401, 'WRONG_KEY', { hook: bulk, keys: { apiKey: 'sandbox-api-key', webhooksKey: 'x' } }],
    ['no webhooks key', 401, 'NO_KEY', { hook: bulk, headers: (h) => h.delete('webhooks-key') }],
    ['a message that says it is too long', 413, 'TOO_LARGE', { headers: (h) => h.set('content-length', '2000000') }],
    ['one that is', 413, 'TOO_LARGE', { body: `"${'x'.repeat(1024 * 1024)}"` }],
    ['an address that is none', 404, 'NOT_FOUND', { path: '/managed_accounts/withdrawals/watch' }],
  ]
  test.each(refusals)('%s is refused, recorded, and changes nothing', async (_, status, code, { hook, ...twist }) => {
    // Each minute has room for so many lines of strangers.
    bank.advance(MINUTE)
    const [before, written] = [await all(), await lines()]
    const answer = await tell(hook ?? deposits, hook ? { bulkId: '1', status: 'COMPLETED' } : deposit(), twist)
    expect(answer.status).toBe(status)
    const now = await lines()
    expect(now).toHaveLength(written.length + 1)
    expect(now.at(-1)).toMatchObject({ operation: 'webhook', outcome: 'REFUSED', status, code })
    expect(await all()).toEqual(before)
  })

  test('an old one, and one from the future, are refused so that Weavr tries again', async () => {
    const before = await all()
    bank.advance(MINUTE)
    const now = bank.clock.now()
    expect((await tell(deposits, deposit(), { at: now - 5 * MINUTE - 1000 })).status).toBe(408)
    expect((await tell(deposits, deposit(), { at: now + MINUTE + 1000 })).status).toBe(425)
    expect((await lines()).slice(-2).map(({ code }) => code)).toEqual(['STALE', 'EARLY'])
    expect(await all()).toEqual(before)
  })

  test('of a message without the headers of a proof not a byte is read', async () => {
    let asked = 0
    const pull = (c: ReadableStreamDefaultController<Uint8Array>) => {
      asked += 1
      c.enqueue(new Uint8Array(1000))
    }
    const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 })
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' }
    const request = new Request(`http://127.0.0.1:4000/webhooks/multi${deposits.path}`, init)
    expect((await bank.app().fetch(request)).status).toBe(401)
    expect(asked).toBe(0)
  })

  test('a flood of false messages does not fill the record', async () => {
    bank.advance(MINUTE)
    const written = (await lines()).length
    const wrong = { keys: { apiKey: 'another', webhooksKey: 'another' } }
    for (let i = 0; i < 200; i++) expect((await tell(deposits, deposit(), wrong)).status).toBe(401)
    expect((await lines()).length - written).toBeLessThan(50)
  })

  test('no other way of asking is answered, and nobody need be signed in', async () => {
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await bank.browser().call(method, '/webhooks/multi/managed_accounts/deposits/watch')).status).toBe(404)
  })

  test('what has not the documented form is kept, marked, and shown to whose it is', async () => {
    const strange = { ...deposit(), state: 'ON_ITS_WAY', more: { authToken: 'canary-in-strange' } }
    expect((await tell(deposits, strange, { reference: 'strange' })).status).toBe(204)
    expect((await tell(deposits, 'no JSON, but canary-in-text', { reference: 'no-json' })).status).toBe(204)
    const rows = await all()
    expect(rows.find(({ reference }) => reference === 'strange')).toMatchObject({
      form: 'UNREADABLE',
      identity_id: identity,
      state: 'ON_ITS_WAY',
    })
    expect(rows.find(({ reference }) => reference === 'no-json')).toMatchObject({
      form: 'UNREADABLE',
      identity_id: null,
      payload: null,
      bytes: 27,
    })
  })

  test('secrets in a message are neither kept, nor logged, nor told', async () => {
    // Minutes have passed, and nobody is signed in any more.
    const tab = await (await bank.signIn()).listen()
    await tab.next()
    const stepUp = {
      credential: { type: 'ROOT', id: '1' },
      identity: { type: 'corporates', id: identity },
      challengeId: '8',
      type: 'OTP',
      status: 'VERIFIED',
      publishedTimestamp: '1763670000123',
      authToken: 'canary-auth-token',
    }
    expect((await tell(hookOf('stepup_watch'), stepUp, { reference: 'with-a-token' })).status).toBe(204)
    expect(JSON.stringify(await tab.until('webhook'))).not.toContain('canary')
    const everything = JSON.stringify([
      await all(),
      await bank.store.db.selectFrom('gateway_live_event').selectAll().execute(),
      await bank.store.db.selectFrom('gateway_audit_line').selectAll().execute(),
      bank.logged(),
    ])
    expect(everything).not.toContain('canary')
    expect((await all()).find(({ reference }) => reference === 'with-a-token')).toMatchObject({ form: 'READABLE' })
    for (const { headers } of await all()) expect(headers).not.toMatch(/signature|webhooks-key/)
    await tab.close()
  })
})
