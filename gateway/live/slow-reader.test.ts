import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, expect, test } from 'vitest'
import type { SessionView } from '../../contract/session'
import { openBrowser } from '../testing/browser'
import { follow } from '../testing/follow'
import { freePorts } from '../testing/launch'
import { openTestGateway } from '../testing/test-gateway'
import { createEventLog } from './event-log'

const bank = await openTestGateway()
const [port = 0] = await freePorts(1)
const sockets = new Set<Socket>()
const server = serve({ fetch: bank.app().fetch, port, hostname: '127.0.0.1' })
server.on('connection', (socket: Socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
})
await once(server, 'listening')
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  server.close()
  await bank.close()
})

const EVENTS = 5000
const AT_ONCE = 10
/** Far longer than any, so that what the kernel keeps for both ends is soon full. */
const LONG = 'x'.repeat(3000)

test('over a real socket: who does not read is dropped and costs no more than its queue, who reads hears everything', {
  timeout: 120_000,
}, async () => {
  const url = `http://127.0.0.1:${port}`
  const browser = await bank.signIn(openBrowser((request) => fetch(request), url))
  const { identity }: SessionView = await (await browser.get('/api/session')).json()

  const reading = follow(browser)
  await expect.poll(() => reading.heard.length, { timeout: 20_000 }).toBe(1)
  const before = new Set(sockets)
  const slow = connect(port, '127.0.0.1').pause()
  slow.on('error', () => {})
  slow.write(`GET /api/live HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${browser.cookie()}\r\n\r\n`)
  await expect.poll(() => [...sockets].filter((socket) => !before.has(socket)).length, { timeout: 20_000 }).toBe(1)
  const [atServer] = [...sockets].filter((socket) => !before.has(socket))
  if (!atServer) throw new Error('The slow reader has no connection.')

  const log = createEventLog(bank.store, bank.clock)
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, atServer.writableLength)
  }, 1)
  const from = await log.newest()
  for (let sent = 0; sent < EVENTS; sent += AT_ONCE) {
    const entries = Array.from({ length: AT_ONCE }, (_, n) => ({
      identityId: identity.id.id,
      event: { type: 'changed', section: 'transfers', operation: LONG, id: String(sent + n) } as const,
      needs: [],
    }))
    const first = await log.append(entries)
    // As another gateway tells this one.
    await bank.options.bus?.tell('live', String(first))
    // Who reads is never further behind than this, however slow the machine is.
    const last = first + AT_ONCE - 1
    while ((reading.heard.at(-1)?.id ?? 0) < last) await new Promise((resolve) => setImmediate(resolve))
  }
  expect(reading.heard.at(-1)?.id).toBe(from + EVENTS)
  clearInterval(watch)

  const heard = reading.heard.flatMap(({ event }) => (event.type === 'changed' ? [Number(event.id)] : []))
  expect(heard).toEqual(Array.from({ length: EVENTS }, (_, n) => n))
  // What one write may be, and what Node takes before it says stop.
  expect(most).toBeLessThan(256 * 1024)
  expect(most).toBeGreaterThan(0)

  expect(reading.opened()).toBe(1)

  // Given up, and not left standing with what nobody fetches.
  await expect.poll(() => atServer.closed, { timeout: 20_000 }).toBe(true)
  let got = 0
  slow.on('data', (chunk) => {
    got += chunk.length
  })
  slow.resume()
  await expect.poll(() => slow.closed, { timeout: 20_000 }).toBe(true)
  expect(got).toBeLessThan((EVENTS * LONG.length) / 1.5)
  reading.stop()
})
