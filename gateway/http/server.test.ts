import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestGateway, type TestGateway } from '../testing/test-gateway'
import { listen } from './server'

// What arrives at a port is not always HTTP, and not always meant well.
let bank: TestGateway
let server: Server
beforeAll(async () => {
  bank = await openTestGateway()
  const limits = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 }
  server = listen((request, bindings) => bank.app().fetch(request, bindings), {
    port: 0,
    hostname: '127.0.0.1',
    limits,
  })
  await once(server, 'listening')
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await bank.close()
})

const port = () => (server.address() as AddressInfo).port

/** Sends bytes as they are and resolves with what came back until the other end hung up. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port(), '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1')
    })
    socket.once('close', () => resolve(heard))
    socket.once('error', (error) => (heard === '' ? reject(error) : resolve(heard)))
  })
}
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
const head = (line: string, ...headers: string[]) =>
  `${[line, 'Host: 127.0.0.1', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`

test.each([
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['the beginning of TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]), 400],
  ['a NUL in a header', head('GET /health HTTP/1.1', 'X-A: a\0b'), 400],
  ['a header without a name', head('GET /health HTTP/1.1', ': a'), 400],
  ['a space before the colon', head('GET /health HTTP/1.1', 'Content-Length : 3'), 400],
  ['two lengths', head('POST /api/session HTTP/1.1', 'Content-Length: 3', 'Content-Length: 4'), 400],
  ['a length and chunks', head('POST /api/session HTTP/1.1', 'Content-Length: 3', 'Transfer-Encoding: chunked'), 400],
  ['a negative length', head('POST /api/session HTTP/1.1', 'Content-Length: -1'), 400],
  ['no host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['a host that is none', 'GET /health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
  ['an unknown method', head('BREW /health HTTP/1.1'), 400],
  ['headers of more than 16 kB', head('GET /health HTTP/1.1', `X-A: ${'a'.repeat(17_000)}`), 431],
  [
    'more than a hundred headers',
    head('GET /health HTTP/1.1', ...Array.from({ length: 120 }, (_, n) => `X-${n}: 1`)),
    431,
  ],
  ['an address of more than 8 kB', head(`GET /health?${'a'.repeat(9000)} HTTP/1.1`), 414],
  ['an escape that is none', head('GET /%zz/%ff HTTP/1.1'), 404],
])('%s is answered and nothing falls over', async (_, bytes, status) => {
  const answer = await raw(bytes)
  expect(statusOf(answer)).toBe(status)
  expect(answer).not.toMatch(/node_modules|at \w+ \(/)
  expect(statusOf(await raw(head('GET /health HTTP/1.1')))).toBe(200)
})

test('whoever sends headers drop by drop is hung up on', async () => {
  const started = performance.now()
  const socket = connect(port(), '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString()
  })
  socket.on('error', () => {})
  socket.write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n')
  const drip = setInterval(() => socket.write('X-A: 1\r\n'), 40)
  await once(socket, 'close')
  clearInterval(drip)
  expect(statusOf(heard)).toBe(408)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('whoever sends a body drop by drop is hung up on, and nothing was done', async () => {
  const before = bank.calls.length
  const socket = connect(port(), '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString()
  })
  socket.on('error', () => {})
  const origin = 'http://127.0.0.1'
  socket.write(
    `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${origin}\r\nX-Requested-With: multi-console\r\nContent-Length: 4000\r\n\r\n`,
  )
  const drip = setInterval(() => socket.write(' '), 40)
  await once(socket, 'close')
  clearInterval(drip)
  expect([408, Number.NaN]).toContain(statusOf(heard))
  expect(bank.calls).toHaveLength(before)
  expect(statusOf(await raw(head('GET /health HTTP/1.1')))).toBe(200)
})

test('rubbish of a thousand kinds brings nothing down', async () => {
  let seed = 7
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed
  }
  const rubbish = () => Buffer.from(Array.from({ length: 1 + (random() % 200) }, () => random() % 256))
  await Promise.all(
    Array.from({ length: 200 }, () => raw(Buffer.concat([rubbish(), Buffer.from('\r\n\r\n')])).catch(() => '')),
  )
  expect(statusOf(await raw(head('GET /health HTTP/1.1')))).toBe(200)
})
