import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { SessionView } from '../../contract/session'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser, Heard } from '../testing/browser'
import { GRACE, MINUTE, openTestGateway, type TestGateway } from '../testing/test-gateway'
import { createEventLog } from './event-log'

onEachEngine('the live stream', (open) => {
  let bank: TestGateway
  beforeAll(async () => {
    bank = await openTestGateway(await open())
  })
  afterAll(() => bank.close())
  afterEach(() => bank.intercept())

  /** A write that succeeds, and so an event. */
  async function change(browser: Browser, id: string): Promise<void> {
    bank.intercept((request) => (request.method === 'PATCH' ? Response.json({}) : undefined))
    expect((await browser.call('PATCH', `/api/multi/managed_accounts/${id}`, { body: {} })).status).toBe(200)
  }

  test('nobody listens without a session', async () => {
    expect((await bank.browser().listen()).status).toBe(401)
  })

  test('a stream begins with hello, the gateway’s time and the number to come back with', async () => {
    const browser = await bank.signIn()
    await change(browser, '1')
    const tab = await browser.listen()
    const { id, event } = await tab.next()
    expect(event).toEqual({ type: 'hello', now: expect.any(Number) })
    expect(id).toBeGreaterThan(0)
    await tab.close()
  })

  test('who comes back is told what they missed, in order, once, and then goes on', async () => {
    const browser = await bank.signIn()
    const first = await browser.listen()
    const { id } = await first.next()
    await first.close()
    await change(browser, '11')
    await change(browser, '12')
    for (const back of [
      await browser.listen('', { 'last-event-id': String(id) }),
      await browser.listen(`?after=${id}`),
    ]) {
      expect((await back.next()).event.type).toBe('hello')
      const [one, two] = [await back.next(), await back.next()]
      expect([one.event, two.event]).toMatchObject([{ id: '11' }, { id: '12' }])
      expect(two.id).toBeGreaterThan(one.id ?? 0)
      await back.close()
    }
    const last = await browser.listen('', { 'last-event-id': String(id) })
    await change(browser, '13')
    const heard = [await last.until('changed'), await last.until('changed'), await last.until('changed')]
    expect(heard.map((event) => event.id)).toEqual(['11', '12', '13'])
  })

  test('a stream that breaks in the middle of a replay loses nothing: hello repeats the number it was given', async () => {
    const browser = await bank.signIn()
    const first = await browser.listen()
    const { id } = await first.next()
    await change(browser, '21')
    const back = await browser.listen('', { 'last-event-id': String(id) })
    expect((await back.next()).id).toBe(id)
  })

  test.each(['999999999', 'nonsense', '-1'])('a number like %s is answered with reset', async (last) => {
    const browser = await bank.signIn()
    const tab = await browser.listen('', { 'last-event-id': last })
    expect((await tab.next()).event.type).toBe('hello')
    expect((await tab.next()).event).toEqual({ type: 'reset' })
  })

  test('a gap that is too old to replay is answered with reset', async () => {
    const browser = await bank.signIn()
    await change(browser, '31')
    const first = await browser.listen()
    const { id } = await first.next()
    await change(browser, '32')
    bank.advance(20 * MINUTE)
    await bank.signIn(browser)
    await change(browser, '33')
    await bank.restart()
    const back = await browser.listen('', { 'last-event-id': String(id) })
    await back.next()
    expect((await back.next()).event).toEqual({ type: 'reset' })
  })

  test('who missed more than a stream holds is told in two goes, and the stream that ended polls for nobody', async () => {
    const browser = await bank.signIn()
    const session: SessionView = await (await browser.get('/api/session')).json()
    const log = createEventLog(bank.store, bank.clock)
    const after = await log.newest()
    for (let n = 0; n < 300; n++) {
      const event = { type: 'changed', section: 'transfers', operation: 'x', id: String(n) } as const
      await log.append([{ identityId: session.identity.id.id, event, needs: [] }])
    }
    const asked = () => bank.count('GET /bulks/77')
    bank.intercept((_, path) => (path === '/bulks/77' ? new Response(null, { status: 503 }) : undefined))

    const first = await browser.listen('?watch=77', { 'last-event-id': String(after) })
    const heard: Heard[] = []
    await expect(async () => {
      for (;;) heard.push(await first.next())
    }).rejects.toThrow('ended')
    expect(heard.length).toBeLessThan(300)
    bank.advance(10_000)
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked()).toBe(0)

    const second = await browser.listen('', { 'last-event-id': String(heard.at(-1)?.id) })
    while (heard.at(-1)?.event.type !== 'changed' || heard.at(-1)?.id !== after + 300) heard.push(await second.next())
    const changes = heard.flatMap(({ event }) => (event.type === 'changed' ? [event.id] : []))
    expect(changes).toEqual(Array.from({ length: 300 }, (_, n) => String(n)))
    // The gateway itself reads on what was written behind its back.
    await change(browser, '22')
    expect(await second.until('changed')).toMatchObject({ id: '22' })
    await second.close()
  })

  test('asking for the head of a stream opens none', async () => {
    const browser = await bank.signIn()
    for (let n = 0; n < 31; n++) expect((await browser.call('HEAD', '/api/live')).status).toBe(200)
    const tab = await browser.listen()
    expect(tab.status).toBe(200)
    await tab.close()
  })

  test('events outlive a restart of the process', async () => {
    const browser = await bank.signIn()
    const first = await browser.listen()
    const { id } = await first.next()
    await change(browser, '41')
    await bank.restart()
    const back = await browser.listen('', { 'last-event-id': String(id) })
    expect(await back.until('changed')).toMatchObject({ id: '41' })
  })

  test('an ended process hangs up without saying that the session is over', async () => {
    const browser = await bank.signIn()
    const tab = await browser.listen()
    await bank.restart()
    expect((await tab.rest()).map((event) => event.type)).toEqual(['hello'])
    expect((await browser.get('/api/session')).status).toBe(200)
  })

  test('a session that another gateway on the database has ended is noticed with the next heartbeat', async () => {
    const browser = await bank.signIn(undefined, GRACE)
    const tab = await browser.listen()
    await bank.store.db.deleteFrom('gateway_session').execute()
    bank.advance(20_000)
    expect(await tab.until('session.ended')).toEqual({ type: 'session.ended', reason: 'SIGNED_OUT' })
  })

  test('only so many streams for a session, and only so many bulks for a stream', async () => {
    const browser = await bank.signIn()
    const atOnce = await Promise.all(Array.from({ length: 40 }, () => browser.listen()))
    const tabs = atOnce.filter(({ status }) => status === 200)
    expect(tabs).toHaveLength(30)
    expect((await browser.listen()).status).toBe(429)
    await tabs[0]?.close()
    const many = Array.from({ length: 21 }, (_, n) => `watch=${n}`).join('&')
    expect((await browser.listen(`?${many}`)).status).toBe(400)
    expect((await browser.listen('?watch=../1')).status).toBe(400)
    expect((await browser.listen()).status).toBe(200)
    await Promise.all(tabs.map((tab) => tab.close()))
  })
})
