import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type Store } from '../storage/open'
import { createSandbox, type RunningSandbox } from './index'
import type { Log } from './log'
import { standaloneApp } from './standalone'

const failures: string[] = []
const log: Log = { info: () => {}, warn: () => {}, error: (_, message) => void failures.push(message) }
let store: Store
let running: RunningSandbox
beforeAll(async () => {
  store = await openStore(':memory:')
  const secureOrigin = 'http://localhost:4010'
  running = await createSandbox({ store, secret: Buffer.alloc(32, 1), apiKey: 'key', uiKey: 'ui', secureOrigin, log })
})
afterAll(async () => {
  await running.stop()
  await store.close()
})

const api = { 'api-key': 'key' }

test.each([
  ['http://127.0.0.1:4010/multi/corporates', 401],
  ['http://localhost:4010/multi/corporates', 401],
  ['http://[::1]:4010/multi/corporates', 401],
  ['http://bank.internal:4010/multi/corporates', 401],
  ['http://127.0.0.1:4010/__sandbox/state', 200],
  ['http://localhost:4010/app/secure/frame', 200],
  ['http://127.0.0.1:4010/reference', 200],
  ['http://rebound.example:4010/multi/corporates', 421],
  ['http://rebound.example:4010/__sandbox/state', 421],
  ['http://rebound.example:4010/simulate/api/x', 421],
  ['http://rebound.example:4010/app/secure/frame', 421],
  ['http://127.0.0.1.rebound.example/reference', 421],
  ['http://rebound.example:4010/health', 200],
])('%s answers %i', async (url, status) => {
  const app = standaloneApp(running, { hosts: ['bank.internal'] })
  expect((await app.request(url, { headers: api })).status).toBe(status)
})

test('other machines get at everything but the control plane', async () => {
  const from = async (path: string) => {
    const bindings = { incoming: { socket: { remoteAddress: '192.0.2.7' } } }
    const init = { headers: api }
    return (await standaloneApp(running).request(`http://127.0.0.1:4010${path}`, init, bindings)).status
  }
  expect(await from('/__sandbox/state')).toBe(403)
  expect(await from('/%5F_sandbox/state')).toBe(403)
  expect(await from('/multi/corporates')).toBe(401)
})

test('the reference, with its scripts of others, never stands in the origin of the secure fields', async () => {
  const ask = (path: string) => standaloneApp(running).request(`http://localhost:4010${path}`)
  for (const path of ['/reference', '/reference/start.js', '/%72eference']) {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([307, `http://127.0.0.1:4010${path}`])
  }
})

test('a body that breaks off is nobody’s failure', async () => {
  const gone = new AbortController()
  const broken = new ReadableStream({
    pull(body) {
      gone.abort()
      body.error(new Error('Client connection prematurely closed.'))
    },
  })
  const headers = { 'content-type': 'application/json', ...api }
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers,
    body: broken,
    signal: gone.signal,
    duplex: 'half',
  }
  const answer = await standaloneApp(running).request('http://127.0.0.1:4010/multi/corporates', init)
  expect([answer.status, failures]).toEqual([499, []])
})
