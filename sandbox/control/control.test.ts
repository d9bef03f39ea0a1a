import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../storage/open'
import { onEachEngine } from '../../test/postgres/engines'
import { createSandbox, type RunningSandbox } from '../index'
import { defaultSettings, readSetting } from '../settings'
import { freshStore } from '../testing/front-door'

const json = { 'content-type': 'application/json' }
const options = { secret: Buffer.alloc(32, 1), apiKey: 'key', uiKey: 'ui', secureOrigin: 'http://localhost:4000' }

onEachEngine('control plane', (openStore) => {
  const fresh = freshStore(openStore)
  let store: Store
  let running: RunningSandbox
  beforeEach(async () => {
    store = await fresh()
    running = await createSandbox({ ...options, store })
  })
  afterEach(() => running.stop())

  async function control(method: string, path: string, body?: unknown, headers: Record<string, string> = json) {
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    const response = await running.control.request(path, init)
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  async function api(method: string, path: string, body?: unknown, token?: string) {
    const headers = { ...json, 'api-key': 'key', ...(token && { authorization: `Bearer ${token}` }) }
    const response = await running.multi.request(path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  async function signIn(email = 'root@northwind.example') {
    const { body } = await control('POST', '/secure-tokens', { value: 'Sandbox-2026!' })
    return api('POST', '/login_with_password', { email, password: { value: body.token } })
  }

  test.each([
    ['127.0.0.1', 200],
    ['::1', 200],
    ['::ffff:127.0.0.1', 200],
    ['192.0.2.7', 403],
    ['::ffff:192.0.2.7', 403],
    ['2001:db8::1', 403],
    [undefined, 403],
  ])('a connection from %s is answered %i, whatever host it names', async (remoteAddress, status) => {
    const ask = (app = running.control) =>
      app.request('http://127.0.0.1/state', {}, { incoming: { socket: { remoteAddress } } })
    expect((await ask()).status).toBe(status)
    const open = await createSandbox({ ...options, store, openControl: true })
    expect((await ask(open.control)).status).toBe(200)
  })

  test('a page elsewhere that lets its browser read or write here gets nothing', async () => {
    const from = (site: string) => control('GET', '/state', undefined, { 'sec-fetch-site': site })
    expect((await from('cross-site')).status).toBe(403)
    for (const site of ['none', 'same-origin', 'same-site']) expect((await from(site)).status).toBe(200)
  })

  test('the clock’s new place is kept before anything happens there: no crash turns time back', async () => {
    const { clock } = running.sandbox
    const kept = new Promise<string | undefined>((resolve) => {
      clock.schedule(clock.now() + 60_000, () => resolve(readSetting(store, 'clock-offset')))
    })
    await control('POST', '/clock', { advanceMs: 90_000 })
    expect(await kept).toBe(String(clock.offset()))
  })

  test('a world is built on request, and its people can sign in', async () => {
    expect((await control('GET', '/state')).body).toMatchObject({ world: 'empty', clockOffset: 0 })
    const built = await control('POST', '/world', { name: 'small-company' })
    expect(built.status).toBe(200)
    expect(built.body.signIns.map((s: { email: string }) => s.email)).toEqual([
      'root@northwind.example',
      'grace@northwind.example',
      'alan@northwind.example',
    ])
    for (const { email } of built.body.signIns) expect((await signIn(email)).status).toBe(200)
    expect((await control('GET', '/state')).body.world).toBe('small-company')
  })

  test('another world takes everything of the former one away', async () => {
    await control('POST', '/world', { name: 'small-company' })
    const { token } = (await signIn()).body
    await control('POST', '/bulk-pace', { operationsPerSecond: 5 })
    await control('POST', '/faults', { operation: 'usersGet', when: 'before', status: 503, times: 1 })
    await control('POST', '/world', { name: 'empty' })
    expect((await api('GET', '/users', undefined, token)).status).toBe(401)
    expect((await signIn()).status).toBe(403)
    expect(running.sandbox.settings).toEqual({ ...defaultSettings, world: 'empty' })
    expect(running.sandbox.faults.take('usersGet')).toBeUndefined()
  })

  test('time that was moved stays moved, through a world and through a restart', async () => {
    const before = running.sandbox.clock.now()
    const moved = await control('POST', '/clock', { advanceMs: 3_600_000 })
    expect(moved.body.now).toBeGreaterThanOrEqual(before + 3_600_000)
    await control('POST', '/world', { name: 'small-company' })
    const again = await createSandbox({ ...options, store })
    expect(again.sandbox.clock.now()).toBeGreaterThanOrEqual(before + 3_600_000)
    expect(again.sandbox.settings.world).toBe('small-company')
  })

  test('settings outlive a restart', async () => {
    await control('POST', '/bulk-pace', { operationsPerSecond: 12.5 })
    await control('POST', '/step-up', { mode: 'strict' })
    const again = await createSandbox({ ...options, store })
    expect(again.sandbox.settings).toEqual({ ...defaultSettings, bulkPace: 12.5, stepUp: 'strict' })
    await control('POST', '/bulk-pace', { operationsPerSecond: null })
    expect(running.sandbox.settings.bulkPace).toBeNull()
  })

  test('a fault hits as often as ordered, or until it is called off', async () => {
    await control('POST', '/world', { name: 'small-company' })
    const { token } = (await signIn()).body
    const users = async () => (await api('GET', '/users', undefined, token)).status
    await control('POST', '/faults', { operation: 'usersGet', when: 'before', status: 503, times: 2 })
    expect([await users(), await users(), await users()]).toEqual([503, 503, 200])
    await control('POST', '/faults', { operation: 'usersGet', when: 'after', status: 500, times: 9 })
    expect(await users()).toBe(500)
    expect((await control('DELETE', '/faults')).status).toBe(200)
    expect(await users()).toBe(200)
  })

  test.each([
    ['/world', { name: 'atlantis' }],
    ['/clock', { advanceMs: -1 }],
    ['/clock', { advanceMs: 1.5 }],
    ['/clock', { advanceMs: Number.MAX_SAFE_INTEGER }],
    ['/faults', { operation: 'usersGet', when: 'never', status: 500, times: 1 }],
    ['/faults', { operation: 'usersGet', when: 'before', status: 200, times: 1 }],
    ['/secure-tokens', { value: '' }],
    ['/bulk-pace', { operationsPerSecond: 0 }],
    ['/step-up', { mode: 'sometimes' }],
    ['/clock', undefined],
  ])('%s does not take %o', async (path, body) => {
    expect((await control('POST', path, body)).status).toBe(400)
  })

  test('other pages stay outside: writes want JSON, and a named origin must be ours', async () => {
    const clock = { advanceMs: 1 }
    expect((await control('POST', '/clock', clock, { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await control('DELETE', '/faults', undefined, {})).status).toBe(400)
    expect((await control('POST', '/clock', clock, { ...json, origin: 'https://evil.example' })).status).toBe(403)
    expect((await control('GET', '/state', undefined, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await control('POST', '/clock', clock, { ...json, origin: 'http://127.0.0.1:4000' })).status).toBe(200)
  })
})
