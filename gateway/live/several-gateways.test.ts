import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { BulkProcessDetails, BulkProcessStatus } from '../../contract/bulks'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser, Live } from '../testing/browser'
import { GRACE, openTestGateway, type TestGateway } from '../testing/test-gateway'

onEachEngine('live at several gateways', (open) => {
  type Other = Awaited<ReturnType<TestGateway['another']>>
  const BULK = '901'
  const ASK = `GET /bulks/${BULK}`
  let bank: TestGateway
  let there: Other
  let bulk: BulkProcessDetails
  const state = (status: BulkProcessStatus, completed: number): BulkProcessDetails => ({
    bulkId: BULK,
    status,
    submittedItemsCount: 100,
    operation: '/transfers',
    operationStatusCounts: [{ status: 'COMPLETED', count: completed }],
  })
  beforeAll(async () => {
    bank = await openTestGateway(await open())
    there = await bank.another()
  })
  afterAll(() => bank.close())
  beforeEach(() => {
    bulk = state('RUNNING', 0)
    bank.intercept((request, path) => {
      if (path === `/bulks/${BULK}`) return Response.json(bulk)
      if (request.method === 'POST' && path.startsWith(`/bulks/${BULK}/`)) return new Response(null, { status: 204 })
      return request.method === 'PATCH' ? Response.json({}) : undefined
    })
  })

  const moment = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms))
  const completed = async (tab: Live) => (await tab.until('bulk.progress')).bulk.operationStatusCounts[0]?.count
  const change = (browser: Browser, id: string) =>
    browser.call('PATCH', `/api/multi/managed_accounts/${id}`, { body: {} })
  /** Moves the clock in steps until the upstream has been asked for the bulk once more. */
  async function askedAgain(): Promise<void> {
    const times = bank.count(ASK) + 1
    for (let steps = 0; bank.count(ASK) < times && steps < 40; steps++) {
      bank.advance(500)
      await moment()
    }
    expect(bank.count(ASK)).toBeGreaterThanOrEqual(times)
  }

  test('a write at one gateway is heard at the other, with the same number, and can be asked for again at either', async () => {
    const browser = await bank.signIn()
    const tabs = [await browser.listen(), await there.browser(browser).listen()]
    const starts = await Promise.all(tabs.map((tab) => tab.next()))
    await change(browser, '11')
    await change(there.browser(browser), '12')
    const heard = await Promise.all(tabs.map(async (tab) => [await tab.next(), await tab.next()]))
    expect(heard[0]?.map(({ event }) => event)).toMatchObject([{ id: '11' }, { id: '12' }])
    expect(heard[1]).toEqual(heard[0])
    const last = { 'last-event-id': String(starts[0]?.id) }
    const back = await there.browser(browser).listen('', last)
    await back.next()
    expect([await back.next(), await back.next()]).toEqual(heard[0])
    for (const tab of [...tabs, back]) await tab.close()
  })

  test('a tab that comes from a gateway which was ahead hears nothing twice', async () => {
    const browser = await bank.signIn()
    const first = await browser.listen()
    await change(browser, '21')
    const { id } = await first.next().then(() => first.next())
    // The other one may not have read that far yet.
    const back = await there.browser(browser).listen('', { 'last-event-id': String(id) })
    await change(there.browser(browser), '22')
    await back.next()
    expect((await back.next()).event).toMatchObject({ id: '22' })
    for (const tab of [first, back]) await tab.close()
  })

  test('what a role hides is heard neither live nor in a replay, at no gateway, from the moment it was given', async () => {
    const [root, grace] = [await bank.signIn(), await bank.signIn(undefined, GRACE)]
    const { people } = await (await root.get('/api/console/people')).json()
    const user = people.find((person: { email: string }) => person.email === GRACE).credentials.id
    const give = async (role: string) => {
      const answer = await root.post(`/api/console/people/${user}/role`, { role })
      expect(answer.status, await answer.clone().text()).toBeLessThan(300)
    }
    const tab = await there.browser(grace).listen()
    const { id } = await tab.next()
    await change(root, '31')
    expect((await tab.next()).event).toMatchObject({ id: '31' })

    const order = { name: 'Cards alone', permissions: ['session.own', 'cards.view'], accounts: 'all', cards: 'all' }
    const made = await root.post('/api/console/roles', { ...order, limits: [] })
    expect(made.status, await made.clone().text()).toBe(201)
    await tab.until('access.changed')
    await give((await made.json()).id)
    await tab.until('access.changed')
    await change(root, '32')
    await give('viewer')
    await tab.until('access.changed')
    await change(root, '33')
    expect((await tab.next()).event).toMatchObject({ id: '33' })

    // The roles' own room is not a viewer's; what happened meanwhile may be heard now.
    const back = await grace.listen('', { 'last-event-id': String(id) })
    await change(root, '34')
    const heard: unknown[] = []
    while (heard.at(-1) !== '34') {
      const { event } = await back.next()
      heard.push(event.type === 'changed' ? event.id : event.type)
    }
    expect(heard).toEqual(['hello', '31', ...Array(2).fill('access.changed'), '32', 'access.changed', '33', '34'])
    for (const one of [tab, back]) await one.close()
    await give('admin')
  })

  test('one gateway asks for the bulk, and the tabs of the other hear it too', async () => {
    const browser = await bank.signIn()
    const here = await browser.listen(`?watch=${BULK}`)
    expect(await completed(here)).toBe(0)
    const before = bank.count(ASK)
    const over = await there.browser(browser).listen(`?watch=${BULK}`)
    expect(await completed(over)).toBe(0)
    await bank.called(ASK, before + 1)
    for (const count of [10, 20]) {
      bulk = state('RUNNING', count)
      const times = bank.count(ASK)
      await askedAgain()
      for (const tab of [here, over]) expect(await completed(tab)).toBe(count)
      expect(bank.count(ASK)).toBe(times + 1)
    }

    bulk = state('PAUSED', 40)
    expect((await there.browser(browser).post(`/api/multi/bulks/${BULK}/pause`)).status).toBe(204)
    for (const tab of [here, over]) expect(await completed(tab)).toBe(40)

    bulk = state('COMPLETED', 100)
    await askedAgain()
    for (const tab of [here, over]) expect(await completed(tab)).toBe(100)
    await askedAgain()
    await moment()
    const last = bank.count(ASK)
    for (let n = 0; n < 6; n++) {
      bank.advance(2000)
      await moment()
    }
    expect(bank.count(ASK)).toBe(last)
    for (const tab of [here, over]) await tab.close()
  })

  test('when the gateway that asks is stopped another one goes on at once, and when it dies within seconds', async () => {
    const asking = await bank.another()
    const browser = await bank.signIn()
    await completed(await asking.browser(browser).listen(`?watch=${BULK}`))
    const tab = await there.browser(browser).listen(`?watch=${BULK}`)
    expect(await completed(tab)).toBe(0)
    bulk = state('RUNNING', 50)
    await asking.stop()
    expect(await completed(tab)).toBe(50)

    // Dead without a word: its row stays, and nobody renews it.
    const until = bank.clock.now() + 4000
    await bank.store.db.updateTable('gateway_bulk_poll').set({ holder: 'dead', until }).execute()
    bank.advance(2500)
    await moment()
    bulk = state('RUNNING', 60)
    const before = bank.count(ASK)
    bank.advance(1000)
    await moment()
    expect(bank.count(ASK)).toBe(before)
    bank.advance(1600)
    expect(await completed(tab)).toBe(60)
    await tab.close()
  })

  test('a stopping gateway sends its tabs away at once, and says so to who comes after', async () => {
    const leaving = await bank.another()
    const browser = await bank.signIn()
    const raw = await leaving.browser(browser).call('GET', '/api/live')
    await leaving.stop()
    expect(await raw.text()).toMatch(/^retry: 1000\n\n[\s\S]*retry: \d{1,3}\n\n$/)
    const late = await leaving.browser(browser).call('GET', '/api/live')
    expect([late.status, await late.text()]).toEqual([200, expect.stringMatching(/retry: \d{1,3}\n\n$/)])
  })
})
