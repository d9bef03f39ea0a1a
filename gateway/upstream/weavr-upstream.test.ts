import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { createWeavrUpstream } from './weavr-upstream'

const heard: { method?: string | undefined; url?: string | undefined; body: string; key: unknown }[] = []
const stalled: IncomingMessage[] = []
const server = createServer(async (request, response) => {
  if (request.url?.endsWith('/stall')) {
    stalled.push(request)
    return
  }
  let body = ''
  for await (const chunk of request) body += chunk
  heard.push({ method: request.method, url: request.url, body, key: request.headers['api-key'] })
  response.setHeader('request-ref', 'ref-1')
  if (request.method === 'DELETE') response.writeHead(204).end()
  else response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}')
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const { upstream, close } = createWeavrUpstream(`${origin}/multi/`)
afterAll(async () => {
  await close()
  server.closeAllConnections()
  server.close()
})

test('a call goes to the base with its path, query, headers and body, and its answer comes back', async () => {
  const answer = await upstream(
    new Request('http://ignored/transfers?tag=a%20b', { method: 'POST', headers: { 'api-key': 'k' }, body: '{"a":1}' }),
  )
  expect([answer.status, answer.headers.get('request-ref'), await answer.json()]).toEqual([201, 'ref-1', { id: '1' }])
  expect(heard.at(-1)).toEqual({ method: 'POST', url: '/multi/transfers?tag=a%20b', body: '{"a":1}', key: 'k' })
})

test('an answer without a body is one', async () => {
  const answer = await upstream(new Request('http://ignored/x', { method: 'DELETE' }))
  expect([answer.status, await answer.text()]).toEqual([204, ''])
})

test('an upstream that is away is a 502 in the shape of its own errors', async () => {
  const away = createWeavrUpstream('http://127.0.0.1:1/multi')
  const answer = await away.upstream(new Request('http://ignored/corporates'))
  expect([answer.status, await answer.json()]).toMatchObject([502, { code: 'UPSTREAM_UNREACHABLE' }])
  await away.close()
})

test('an upstream that does not answer in time is a 504', async () => {
  const impatient = createWeavrUpstream(`${origin}/multi`, { timeoutMs: 50 })
  const answer = await impatient.upstream(new Request('http://ignored/stall'))
  expect([answer.status, await answer.json()]).toMatchObject([504, { code: 'UPSTREAM_TIMEOUT' }])
  await impatient.close()
})

test('a call that is given up ends on the wire too', async () => {
  const giveUp = new AbortController()
  const before = stalled.length
  const call = upstream(new Request('http://ignored/stall', { signal: giveUp.signal }))
  await expect.poll(() => stalled.length).toBe(before + 1)
  const gone = new Promise((resolve) => stalled.at(-1)?.once('close', resolve))
  giveUp.abort()
  await expect(call).rejects.toThrow()
  await gone
})
