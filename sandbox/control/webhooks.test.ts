import { afterAll, beforeEach, expect, test } from 'vitest'
import { bulkProcessEnd } from '../../contract/events/bulks'
import { onEachEngine } from '../../test/postgres/engines'
import { emit } from '../domain/outbox/emit'
import { createSandbox, type RunningSandbox } from '../index'
import { freshStore } from '../testing/front-door'
import { openPlatform } from '../testing/platform'

const json = { 'content-type': 'application/json' }
const options = { secret: Buffer.alloc(32, 1), apiKey: 'key', uiKey: 'ui', secureOrigin: 'http://localhost:4000' }
const platform = await openPlatform()
afterAll(() => platform.close())

onEachEngine('webhooks in the control plane', (openStore) => {
  const fresh = freshStore(openStore)
  let running: RunningSandbox
  beforeEach(async () => {
    platform.heard.length = 0
    running = await createSandbox({ ...options, store: await fresh() })
    running.start()
    return () => running.stop()
  })

  async function control(method: string, path: string, body?: unknown, headers: Record<string, string> = json) {
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    const response = await running.control.request(path, init)
    return { status: response.status, body: await response.json() }
  }
  const bulkEnds = (bulkId: string) =>
    running.sandbox.run((ctx) => emit(ctx, bulkProcessEnd, { bulkId, status: 'COMPLETED' }))

  test('show what was emitted, page by page, by kind and by what became of it', async () => {
    for (const id of ['1', '2', '3']) await bulkEnds(id)
    const all = (await control('GET', '/webhooks')).body
    expect(all).toMatchObject({ count: 3, responseCount: 3 })
    expect(all.webhooks[0]).toMatchObject({
      event: 'bulk_process_end',
      path: '/bulk_process_end/watch',
      status: 'UNADDRESSED',
    })
    expect((await control('GET', '/webhooks?offset=1&limit=1')).body.webhooks).toEqual([all.webhooks[1]])
    expect((await control('GET', '/webhooks?event=transfers_watch')).body).toMatchObject({ count: 0 })
    expect((await control('GET', '/webhooks?event=bulk_process_end&status=UNADDRESSED')).body).toMatchObject({
      count: 3,
    })
    expect((await control('GET', '/webhooks?status=DELIVERED')).body).toMatchObject({ count: 0 })
    const { id } = all.webhooks[0]
    expect((await control('GET', `/webhooks/${id}`)).body).toEqual({
      ...all.webhooks[0],
      payload: { bulkId: '3', status: 'COMPLETED' },
      tries: [],
    })
  })

  test('are sent to the address that is set here, which outlives a restart and can be taken away', async () => {
    await bulkEnds('1')
    expect((await control('POST', '/webhook-address', { url: platform.url })).body).toEqual({ url: platform.url })
    const [old] = (await control('GET', '/webhooks')).body.webhooks
    expect((await control('POST', `/webhooks/${old.id}/resend`)).body).toEqual({ resent: old.id })
    await bulkEnds('2')
    await expect.poll(() => platform.heard.map(({ body }) => JSON.parse(body).bulkId).sort()).toEqual(['1', '2'])
    await expect
      .poll(async () => (await control('GET', '/webhooks?status=DELIVERED')).body)
      .toMatchObject({ count: 2, webhooks: [{ attempts: 1, lastResult: '204' }, { attempts: 1 }] })

    const again = async (webhookAddress?: string) =>
      (await createSandbox({ ...options, store: running.sandbox.store, ...(webhookAddress && { webhookAddress }) }))
        .sandbox.settings.webhookAddress
    expect(await again('http://127.0.0.1:2')).toBe(platform.url)
    await control('POST', '/webhook-address', { url: null })
    expect(await again('http://127.0.0.1:2')).toBeNull()
  })

  test('go where the process was told at its start, until somebody says otherwise', async () => {
    const address = 'http://127.0.0.1:2'
    const handOverAddress = 'http://127.0.0.1:3'
    const { store } = running.sandbox
    const told = await createSandbox({ ...options, store, webhookAddress: address, handOverAddress })
    expect(told.sandbox.settings).toMatchObject({ webhookAddress: address, handOverAddress })
    const post = { method: 'POST', headers: json, body: '{"name":"empty"}' }
    await told.control.request('/world', post)
    expect(told.sandbox.settings).toMatchObject({ webhookAddress: address, handOverAddress })
    // Also what was said here, which a restart reads again.
    await told.control.request('/hand-over-address', { ...post, body: `{"url":"${address}"}` })
    await told.control.request('/world', post)
    expect((await createSandbox({ ...options, store })).sandbox.settings.handOverAddress).toBe(address)
  })

  test.each([
    { url: 'ftp://example.test' },
    { url: 'somewhere' },
    { url: 'http://user:secret@example.test' },
    { url: 'https://example.test/?a=b' },
    {},
  ])('%o is no address', async (body) => {
    expect((await control('POST', '/webhook-address', body)).status).toBe(400)
  })

  test('a correction by hand is one of those that can be called for here', async () => {
    const instrument = { type: 'managed_accounts', id: '404' }
    const correct = (body: unknown) => control('POST', '/balance-corrections', body)
    expect((await correct({ instrument, amount: 0, note: 'x' })).status).toBe(400)
    expect((await correct({ instrument, amount: 1 })).status).toBe(400)
    expect((await correct({ instrument, amount: 1, note: 'x' })).body).toEqual({ refused: 'NOT_FOUND' })
    await control('POST', '/world', { name: 'small-company' })
    const account = await running.sandbox.store.db
      .selectFrom('sandbox_instrument')
      .select('id')
      .where('type', '=', 'managed_accounts')
      .where('state', '=', 'ACTIVE')
      .executeTakeFirstOrThrow()
    const corrected = await correct({ instrument: { ...instrument, id: account.id }, amount: 5, note: 'x' })
    expect(corrected.body).toEqual({ transactionId: expect.stringMatching(/^\d+$/) })
    expect((await control('GET', '/webhooks?event=manual_transactions_watch')).body).toMatchObject({ count: 1 })
  })

  test('there is nothing to see of one that does not exist, and no list by nonsense', async () => {
    expect((await control('GET', '/webhooks/404')).status).toBe(404)
    expect((await control('POST', '/webhooks/404/resend')).status).toBe(404)
    expect((await control('GET', '/webhooks?status=LOST')).status).toBe(400)
    expect((await control('GET', '/webhooks?limit=0')).status).toBe(400)
    expect((await control('POST', '/webhooks/1/resend', undefined, {})).status).toBe(400)
  })
})
