import { afterAll, beforeEach, expect, test } from 'vitest'
import type { BulkProcessDetails, BulkProcessStatus } from '../../contract/bulks'
import type { Live } from '../testing/browser'
import { GRACE, openTestGateway } from '../testing/test-gateway'

const bank = await openTestGateway()
afterAll(() => bank.close())

const BULK = '901'
const ASK = `GET /bulks/${BULK}`
let bulk: BulkProcessDetails
const state = (status: BulkProcessStatus, completed: number): BulkProcessDetails => ({
  bulkId: BULK,
  status,
  submittedItemsCount: 100,
  operation: '/transfers',
  operationStatusCounts: [
    { status: 'COMPLETED', count: completed },
    { status: 'SUBMITTED', count: 100 - completed },
  ],
})
beforeEach(() => {
  bulk = state('RUNNING', 0)
  bank.intercept((request, path) => {
    if (path === `/bulks/${BULK}`) return Response.json(bulk)
    return request.method === 'POST' && path.startsWith(`/bulks/${BULK}/`)
      ? new Response(null, { status: 204 })
      : undefined
  })
})
const completed = async (tab: Live) => (await tab.until('bulk.progress')).bulk.operationStatusCounts[0]?.count
/** Moves the clock until the bulk has been asked for once more. */
async function askedAgain(step = 500): Promise<void> {
  const times = bank.count(ASK) + 1
  for (let waited = 0; bank.count(ASK) < times && waited < 10_000; waited += step) {
    bank.advance(step)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await bank.called(ASK, times)
}

test('one poller serves all tabs of the identity, of whichever person', async () => {
  const [ada, grace] = [await bank.signIn(), await bank.signIn(undefined, GRACE)]
  const before = bank.count(ASK)
  const tabs = [await ada.listen(`?watch=${BULK}`)]
  expect(await completed(tabs[0] as Live)).toBe(0)
  tabs.push(await grace.listen(`?watch=${BULK}`), await grace.listen(`?watch=${BULK}`))
  for (const tab of tabs.slice(1)) expect(await completed(tab)).toBe(0)
  const joined = bank.count(ASK)
  expect(joined - before).toBeLessThanOrEqual(3)

  for (const count of [10, 20, 30]) {
    bulk = state('RUNNING', count)
    await askedAgain()
    for (const tab of tabs) expect(await completed(tab)).toBe(count)
  }
  expect(bank.count(ASK)).toBe(joined + 3)
  await Promise.all(tabs.map((tab) => tab.close()))
})

test('a bulk that moves is asked for every half second, one that stands still every two', async () => {
  const browser = await bank.signIn()
  const tab = await browser.listen(`?watch=${BULK}`)
  await completed(tab)
  for (const count of [1, 2, 3]) {
    bulk = state('RUNNING', count)
    const before = bank.count(ASK)
    bank.advance(500)
    await bank.called(ASK, before + 1)
    expect(await completed(tab)).toBe(count)
  }
  for (let n = 0; n < 5; n++) await askedAgain()
  const before = bank.count(ASK)
  bank.advance(1900)
  await new Promise((resolve) => setImmediate(resolve))
  expect(bank.count(ASK)).toBe(before)
  bank.advance(100)
  await bank.called(ASK, before + 1)
  await tab.close()
})

test.each(['bulkIdExecute', 'bulkIdPause', 'bulkIdResume', 'bulkIdCancel'])(
  '%s is followed by a look at once',
  async (id) => {
    const browser = await bank.signIn()
    const tab = await browser.listen(`?watch=${BULK}`)
    await completed(tab)
    for (let n = 0; n < 5; n++) await askedAgain()
    bulk = state('PAUSED', 40)
    const verb = id.replace('bulkId', '').toLowerCase()
    const answer = await browser.post(`/api/multi/bulks/${BULK}/${verb}`, verb === 'execute' ? {} : undefined)
    expect(answer.status).toBe(204)
    expect(await completed(tab)).toBe(40)
    await tab.close()
  },
)

test('a finished bulk is looked at once more, and then no longer', async () => {
  const browser = await bank.signIn()
  bulk = state('COMPLETED', 99)
  const tab = await browser.listen(`?watch=${BULK}`)
  expect(await completed(tab)).toBe(99)
  bulk = state('COMPLETED', 100)
  await askedAgain()
  expect(await completed(tab)).toBe(100)
  await askedAgain()
  const before = bank.count(ASK)
  for (let n = 0; n < 5; n++) {
    bank.advance(5000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(bank.count(ASK)).toBe(before)
  await tab.close()
})

test('nobody looks, nobody asks', async () => {
  const browser = await bank.signIn()
  const tab = await browser.listen(`?watch=${BULK}`)
  await completed(tab)
  await tab.close()
  const before = bank.count(ASK)
  for (let n = 0; n < 5; n++) {
    bank.advance(2000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(bank.count(ASK)).toBe(before)
})

test('a bulk of somebody else, or of nobody, is quietly not watched', async () => {
  const browser = await bank.signIn()
  bank.intercept()
  const before = bank.count('GET /bulks/123')
  const tab = await browser.listen('?watch=123')
  await bank.called('GET /bulks/123', before + 1)
  for (let n = 0; n < 5; n++) {
    bank.advance(2000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(bank.count('GET /bulks/123')).toBe(before + 1)
  await browser.call('DELETE', '/api/session')
  expect((await tab.rest()).map((event) => event.type)).toEqual(['hello', 'session.ended'])
})

test('who watches the bulk of another identity hears nothing, even while its owner watches it too', async () => {
  const owner = await bank.signIn()
  const tab = await owner.listen(`?watch=${BULK}`)
  await completed(tab)
  const known = new Set(bank.tokens)
  const stranger = await bank.signIn(undefined, GRACE)
  const theirs = [...bank.tokens].filter((token) => !known.has(token))
  // The same form of id, of another company.
  const { id } = (await (await stranger.get('/api/session')).json()).identity.id
  await bank.store.db
    .updateTable('gateway_session')
    .set({ identity_id: `9${id.slice(1)}` })
    .where('person_email', '=', GRACE)
    .execute()
  bank.intercept((request, path) => {
    if (path !== `/bulks/${BULK}`) return undefined
    const bearer = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
    return theirs.includes(bearer) ? new Response(null, { status: 404 }) : Response.json(bulk)
  })
  const prying = await stranger.listen(`?watch=${BULK}`)
  bulk = state('RUNNING', 70)
  await askedAgain()
  expect(await completed(tab)).toBe(70)
  await stranger.call('DELETE', '/api/session')
  expect((await prying.rest()).map((event) => event.type)).toEqual(['hello', 'session.ended'])
  await tab.close()
})

test('when the watcher whose token was used signs out, another one’s is', async () => {
  const [ada, grace] = [await bank.signIn(), await bank.signIn(undefined, GRACE)]
  const tabs = { ada: await ada.listen(`?watch=${BULK}`), grace: await grace.listen(`?watch=${BULK}`) }
  await completed(tabs.grace)
  await ada.call('DELETE', '/api/session')
  bulk = state('RUNNING', 50)
  await askedAgain()
  expect(await completed(tabs.grace)).toBe(50)
  await tabs.grace.close()
})

test('an upstream that fails for a while is asked again', async () => {
  const browser = await bank.signIn()
  const tab = await browser.listen(`?watch=${BULK}`)
  await completed(tab)
  bank.intercept((_, path) => (path === `/bulks/${BULK}` ? new Response(null, { status: 503 }) : undefined))
  await askedAgain()
  bank.intercept((_, path) => (path === `/bulks/${BULK}` ? Response.json(state('RUNNING', 60)) : undefined))
  await askedAgain()
  expect(await completed(tab)).toBe(60)
  await tab.close()
})
