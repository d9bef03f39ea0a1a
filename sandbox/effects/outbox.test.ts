import { afterAll, beforeEach, expect, test } from 'vitest'
import { bulkProcessEnd } from '../../contract/events/bulks'
import { transfersWatch } from '../../contract/events/transfers'
import { onEachEngine } from '../../test/postgres/engines'
import { claimDeliveries } from '../domain/outbox/deliver'
import { emit } from '../domain/outbox/emit'
import { getWebhook, listWebhooks, resendWebhook } from '../domain/outbox/read-webhooks'
import { signature, signatureV2 } from '../domain/outbox/sign'
import { tidyWebhooks } from '../domain/outbox/tidy-webhooks'
import { assemble } from '../sandbox'
import { freshStore } from '../testing/front-door'
import { openPlatform } from '../testing/platform'
import { buildWorld } from '../worlds/registry'
import { createOutbox, type Outbox } from './outbox'
import { tidy } from './tidy'

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE
const platform = await openPlatform()
afterAll(() => platform.close())

onEachEngine('the outbox', (openStore) => {
  const fresh = freshStore(openStore)
  let sandbox: ReturnType<typeof assemble>
  const started: Outbox[] = []
  beforeEach(async () => {
    platform.heard.length = 0
    platform.answers(() => ({ status: 204 }))
    const url = `${platform.url}/hooks`
    const keys = { apiKey: 'key', uiKey: 'ui', webhooksKey: 'shared', webhookAddress: url }
    sandbox = assemble({
      ...keys,
      store: await fresh(),
      secret: Buffer.alloc(32, 1),
      secureOrigin: 'http://localhost:1',
    })
    return async () => {
      await Promise.all(started.splice(0).map((outbox) => outbox.stop()))
    }
  })

  const open = (timeoutMs?: number) => {
    const outbox = createOutbox(sandbox, timeoutMs)
    started.push(outbox)
    outbox.start()
    return outbox
  }
  const instrument = (id: string) => ({ type: 'managed_accounts' as const, id })
  const transfer = (id: string) =>
    sandbox.run((ctx) =>
      emit(ctx, transfersWatch, {
        eventType: 'COMPLETED',
        publishedTimestamp: String(ctx.now()),
        transfer: {
          id: { type: 'transfers', id },
          profileId: '3001',
          source: instrument('1'),
          destination: instrument('2'),
          destinationAmount: { currency: 'EUR', amount: '100' },
          state: 'COMPLETED',
          creationTimestamp: String(ctx.now()),
        },
      }),
    )
  const list = async () => (await sandbox.run((ctx) => listWebhooks(ctx, {}))).webhooks
  const only = async () => {
    const [one] = await list()
    const found = one && (await sandbox.run((ctx) => getWebhook(ctx, one.id)))
    if (!found) throw new Error('nothing was emitted')
    return found
  }

  test('sends what was emitted, once, signed over what is sent', async () => {
    const outbox = open()
    await transfer('7')
    outbox.wake()
    await outbox.settled()
    outbox.wake()
    await outbox.settled()
    expect(platform.heard).toHaveLength(1)
    const [{ headers, body, path } = { headers: {}, body: '', path: '' }] = platform.heard
    const one = await only()
    const at = Number(headers['published-timestamp'])
    expect([path, JSON.parse(body)]).toEqual(['/hooks/transfers/watch', one.payload])
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'call-ref': one.id,
      signature: signature('key', at),
      'signature-v2': signatureV2('key', { reference: one.id, at, body }),
    })
    expect(headers['webhooks-key']).toBeUndefined()
    expect(one).toMatchObject({ status: 'DELIVERED', attempts: 1, lastResult: '204', tries: [{ result: '204' }] })
  })

  test('the bulk one is named by request-ref and carries the shared key, unsigned', async () => {
    await sandbox.run((ctx) => emit(ctx, bulkProcessEnd, { bulkId: '9', status: 'COMPLETED' }))
    await open().settled()
    const headers = platform.heard[0]?.headers ?? {}
    expect(headers).toMatchObject({ 'request-ref': (await only()).id, 'webhooks-key': 'shared' })
    expect([headers['call-ref'], headers.signature, headers['signature-v2']]).toEqual([undefined, undefined, undefined])
  })

  test.each([408, 409, 425, 500, 503])(
    '%s is tried again at the documented intervals, then given up',
    async (status) => {
      platform.answers(() => ({ status }))
      await transfer('7')
      const outbox = open()
      await outbox.settled()
      const waits = [10 * SECOND, MINUTE, 6 * MINUTE, 36 * MINUTE, 216 * MINUTE]
      for (const [index, wait] of waits.entries()) {
        sandbox.clock.advance(wait - SECOND)
        await outbox.settled()
        expect([platform.heard.length, await only()]).toMatchObject([
          index + 1,
          { status: 'PENDING', attempts: index + 1 },
        ])
        sandbox.clock.advance(SECOND)
        await outbox.settled()
        expect(platform.heard).toHaveLength(index + 2)
      }
      expect(await only()).toMatchObject({ status: 'FAILED', attempts: 6, lastResult: String(status) })
      sandbox.clock.advance(DAY)
      await outbox.settled()
      expect(platform.heard).toHaveLength(6)
      expect(new Set(platform.heard.map(({ headers }) => headers['call-ref'])).size).toBe(1)
      expect(new Set(platform.heard.map(({ headers }) => headers['signature-v2'])).size).toBe(6)
    },
  )

  test.each([301, 400, 401, 404, 410, 429])('%s is final', async (status) => {
    platform.answers(() => ({ status }))
    await transfer('7')
    const outbox = open()
    await outbox.settled()
    sandbox.clock.advance(DAY)
    await outbox.settled()
    expect(platform.heard).toHaveLength(1)
    expect(await only()).toMatchObject({ status: 'FAILED', attempts: 1, lastResult: String(status) })
  })

  test('who hangs or is not there is tried again, and holds up nothing for longer than a try', async () => {
    platform.answers(({ body }) => (body.includes('"7"') ? 'never' : { status: 200 }))
    await transfer('7')
    await transfer('8')
    const outbox = open(50)
    await outbox.settled()
    expect((await list()).map(({ status, lastResult }) => [status, lastResult])).toEqual([
      ['DELIVERED', '200'],
      ['PENDING', 'TIMEOUT'],
    ])
    sandbox.settings.webhookAddress = 'http://127.0.0.1:1'
    sandbox.clock.advance(10 * SECOND)
    await outbox.settled()
    sandbox.settings.webhookAddress = platform.url
    platform.answers(() => ({ status: 204 }))
    sandbox.clock.advance(MINUTE)
    await outbox.settled()
    const [, slow] = await list()
    const { tries } = (await sandbox.run((ctx) => getWebhook(ctx, slow?.id ?? ''))) ?? {}
    expect(tries?.map(({ result }) => result)).toEqual(['TIMEOUT', 'NO_ANSWER', '204'])
  })

  test('of an answer only its status counts: the rest is not waited for, however long it is', async () => {
    platform.answers(() => ({ status: 200, body: 'x'.repeat(1_000_000), unending: true }))
    await transfer('7')
    const outbox = open(500)
    await outbox.settled()
    expect(await only()).toMatchObject({ status: 'DELIVERED', tries: [{ result: '200' }] })
  })

  test('several processes send each message once', async () => {
    platform.answers(() => ({ status: 204, afterMs: 20 }))
    for (let n = 0; n < 70; n++) await transfer(String(n))
    const both = [open(), open(), open()]
    await Promise.all(both.map((outbox) => outbox.settled()))
    await expect.poll(async () => (await list()).every(({ status }) => status === 'DELIVERED')).toBe(true)
    const references = platform.heard.map(({ headers }) => headers['call-ref'])
    expect([references.length, new Set(references).size]).toEqual([70, 70])
  })

  test('what a process took before it died is sent by another one, when its lease has run out', async () => {
    await transfer('7')
    expect(await sandbox.run((ctx) => claimDeliveries(ctx, 10))).toHaveLength(1)
    const outbox = open()
    await outbox.settled()
    expect(platform.heard).toHaveLength(0)
    sandbox.clock.advance(MINUTE)
    await outbox.settled()
    expect(platform.heard).toHaveLength(1)
    expect(await only()).toMatchObject({ status: 'DELIVERED', attempts: 2 })
  })

  test('a process that is asked to go does not wait for the platform, and the try does not count', async () => {
    platform.answers(() => 'never')
    await transfer('7')
    const outbox = open()
    await expect.poll(() => platform.heard.length).toBe(1)
    await outbox.stop()
    expect(await only()).toMatchObject({ status: 'PENDING', attempts: 0, tries: [] })
    platform.answers(() => ({ status: 204 }))
    outbox.start()
    await outbox.settled()
    expect(await only()).toMatchObject({ status: 'DELIVERED', attempts: 1 })
  })

  test('without an address it is kept, and can be sent again when there is one', async () => {
    sandbox.settings.webhookAddress = null
    const outbox = open()
    await transfer('7')
    outbox.wake()
    await outbox.settled()
    const kept = await only()
    expect(kept).toMatchObject({ status: 'UNADDRESSED', attempts: 0, payload: { transfer: { id: { id: '7' } } } })
    sandbox.settings.webhookAddress = platform.url
    outbox.wake()
    await outbox.settled()
    expect(platform.heard).toHaveLength(0)
    expect(await sandbox.run((ctx) => resendWebhook(ctx, kept.id))).toBe(true)
    outbox.wake()
    await outbox.settled()
    expect([platform.heard.length, await only()]).toMatchObject([1, { status: 'DELIVERED', attempts: 1 }])
    expect(await sandbox.run((ctx) => resendWebhook(ctx, '404'))).toBe(false)
  })

  test('what waits when the address is taken away stays where it is', async () => {
    platform.answers(() => ({ status: 503 }))
    await transfer('7')
    const outbox = open()
    await outbox.settled()
    sandbox.settings.webhookAddress = null
    sandbox.clock.advance(10 * SECOND)
    await outbox.settled()
    expect([platform.heard.length, await only()]).toMatchObject([1, { status: 'UNADDRESSED', lastResult: '503' }])
  })

  test('the past of a world is no news, what happens in it is; the address stays through it', async () => {
    await buildWorld(sandbox, 'small-company')
    const outbox = open()
    await outbox.settled()
    expect(platform.heard).toHaveLength(0)
    expect(sandbox.settings.webhookAddress).toBe(`${platform.url}/hooks`)
    await transfer('7')
    outbox.wake()
    await outbox.settled()
    expect(platform.heard).toHaveLength(1)
  })

  test('old ones go after a week, with the notes of their tries; what still waits stays', async () => {
    await transfer('7')
    const outbox = open()
    await outbox.settled()
    await outbox.stop()
    sandbox.settings.webhookAddress = null
    await transfer('8')
    sandbox.settings.webhookAddress = platform.url
    await transfer('9')
    const tries = () => sandbox.store.db.selectFrom('sandbox_webhook_try').select('result').execute()
    sandbox.clock.advance(6 * DAY)
    await tidy(sandbox)
    expect([await list(), await tries()]).toMatchObject([{ length: 3 }, { length: 1 }])
    sandbox.clock.advance(DAY)
    await tidy(sandbox)
    expect([(await list()).map(({ status }) => status), await tries()]).toEqual([['PENDING'], []])
  })

  test('only the newest are kept', async () => {
    sandbox.settings.webhookAddress = null
    for (let n = 0; n < 6; n++) await transfer(String(n))
    const before = (await list()).map(({ id }) => id)
    await sandbox.run((ctx) => tidyWebhooks(ctx, 4))
    expect((await list()).map(({ id }) => id)).toEqual(before.slice(0, 4))
  })
})
