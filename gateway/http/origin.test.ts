import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { hostCheck, sameOrigin } from './origin'

const app = (publicOrigin: string) =>
  new Hono()
    .use(hostCheck(publicOrigin))
    .use('/api/*', sameOrigin(publicOrigin))
    .all('*', (c) => c.text('in'))
const local = app('http://127.0.0.1:4000')
const world = app('https://console.example.com')
const own = { 'x-requested-with': 'multi-console', origin: 'http://127.0.0.1:4000' }

test.each([
  ['http://127.0.0.1:4000/', 200],
  ['http://127.0.0.1:9/accounts', 200],
  ['http://[::1]:4000/', 200],
  ['http://localhost:4000/app/secure/static/client.1.js', 200],
  ['http://127.0.0.1:4000/app/secure/static/client.1.js', 404],
  ['http://127.0.0.1:4000/%61pp/secure/static/client.1.js', 404],
  ['http://localhost:4000/%61pp/secure/static/client.1.js', 200],
  ['http://rebound.example:4000/', 421],
  ['http://127.0.0.1.rebound.example/', 421],
  ['http://rebound.example/health', 200],
])('on loopback %s answers %i', async (url, status) => {
  expect((await local.request(url)).status).toBe(status)
})

test('localhost sends everything else to 127.0.0.1, wherever the path says it wants to go', async () => {
  for (const path of ['/', '/accounts?x=1', '/api/session', '//evil.example/x']) {
    const answer = await local.request(`http://localhost:4000${path}`)
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toBe(`http://127.0.0.1:4000${path}`)
  }
})

test.each([
  ['https://console.example.com/', 200],
  ['https://console.example.com:443/', 200],
  ['http://console.example.com/', 200],
  ['http://127.0.0.1:4000/', 421],
  ['https://other.example.com/', 421],
])('in public %s answers %i', async (url, status) => {
  expect((await world.request(url)).status).toBe(status)
})

test('a write of the page itself passes', async () => {
  const answer = await local.request('http://127.0.0.1:4000/api/x', { method: 'POST', headers: own })
  expect(answer.status).toBe(200)
})

test.each([
  ['without the header', { origin: own.origin }],
  ['without an origin', { 'x-requested-with': 'multi-console' }],
  ['of another port', { ...own, origin: 'http://127.0.0.1:5000' }],
  ['of the secure fields', { ...own, origin: 'http://localhost:4000' }],
  ['of another site', { ...own, origin: 'https://evil.example' }],
  ['of a sandboxed frame', { ...own, origin: 'null' }],
  ['that the browser calls cross-site', { ...own, 'sec-fetch-site': 'cross-site' }],
])('a write %s is refused', async (_, headers) => {
  for (const method of ['POST', 'PATCH', 'DELETE', 'PUT']) {
    expect((await local.request('http://127.0.0.1:4000/api/x', { method, headers })).status).toBe(403)
  }
})

test('a read that another page makes is refused, one of the address bar is not', async () => {
  const read = async (site: string) =>
    (await local.request('http://127.0.0.1:4000/api/x', { headers: { 'sec-fetch-site': site } })).status
  expect(await read('cross-site')).toBe(403)
  expect(await read('same-site')).toBe(403)
  expect(await read('none')).toBe(200)
  expect(await read('same-origin')).toBe(200)
})

test('in public the origin is the configured one, not the one that the host claims', async () => {
  const write = (origin: string) =>
    world.request('http://console.example.com/api/x', { method: 'POST', headers: { ...own, origin } })
  expect((await write('https://console.example.com')).status).toBe(200)
  expect((await write('http://console.example.com')).status).toBe(403)
})
