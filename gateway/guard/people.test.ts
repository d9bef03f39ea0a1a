import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../testing/browser'
import { ALAN, GRACE, openTestGateway, type TestGateway } from '../testing/test-gateway'

let bank: TestGateway
let root: Browser
let alan: Browser
let [alanId, graceId] = ['', '']
const refuse = () => bank.intercept(() => Response.json({ message: 'no' }, { status: 400 }))
const ref = () => ({ 'idempotency-ref': crypto.randomUUID() })

const give = async (id: string, more: object) => {
  bank.intercept()
  const order = {
    name: crypto.randomUUID(),
    permissions: ['users.manage'],
    accounts: 'all',
    cards: 'all',
    limits: [],
    ...more,
  }
  const { id: role } = await (await root.post('/api/console/roles', order)).json()
  expect((await root.post(`/api/console/people/${id}/role`, { role })).status).toBe(204)
}

beforeAll(async () => {
  bank = await openTestGateway()
  root = await bank.signIn()
  alan = await bank.signIn(undefined, ALAN)
  const { people } = await (await root.get('/api/console/people')).json()
  const idOf = (email: string) => people.find((person: { email: string }) => person.email === email).credentials.id
  ;[alanId, graceId] = [idOf(ALAN), idOf(GRACE)]
})
afterAll(() => bank.close())
afterEach(() => bank.intercept())

test('nobody touches the sign-in of a user who may do more than they', async () => {
  await give(alanId, {})
  const calls = () => {
    refuse()
    return Promise.all([
      alan.call('PATCH', `/api/multi/users/${graceId}`, { body: { email: 'alan@elsewhere.example' }, headers: ref() }),
      alan.post(`/api/multi/users/${graceId}/deactivate`, undefined, ref()),
      alan.post(`/api/multi/users/${graceId}/invite`, undefined, ref()),
      alan.post('/api/multi/bulks/users/_user_id_/invite', [{ pathParams: { _user_id_: graceId } }], ref()),
    ]).then((answers) => answers.map(({ status }) => status))
  }
  const before = bank.calls.length
  expect(await calls()).toEqual([403, 403, 403, 403])
  expect(bank.calls).toHaveLength(before)
  await give(graceId, { permissions: [] })
  expect(await calls()).toEqual([400, 400, 400, 400])
})

test('nobody adds a user where a new one sees more than they', async () => {
  const add = async () => {
    refuse()
    return [
      (await alan.post('/api/multi/users', {}, ref())).status,
      (await alan.post('/api/multi/bulks/users', [{ requestBody: {} }], ref())).status,
    ]
  }
  expect(await add()).toEqual([403, 403])
  const { permissions } = (await (await root.get('/api/session')).json()).access
  await give(alanId, { permissions, accounts: ['1'] })
  expect(await add()).toEqual([403, 403])
  await give(alanId, { permissions })
  expect(await add()).toEqual([400, 400])
})

test('a card’s number and code are for whoever manages cards, and for its holder', async () => {
  const secret = { cardNumber: { value: 'n' }, cvv: { value: 'c' } }
  const cards = [
    { id: '1', ...secret },
    { id: '2', userId: alanId, ...secret },
  ]
  const seen = async () => {
    bank.intercept((_, path) =>
      Response.json(path === '/managed_cards' ? { cards, count: 2, responseCount: 2 } : cards[0]),
    )
    return [
      await (await alan.get('/api/multi/managed_cards')).json(),
      await (await alan.get('/api/multi/managed_cards/1')).json(),
    ]
  }
  await give(alanId, { permissions: ['cards.view'] })
  expect(await seen()).toEqual([{ cards: [{ id: '1' }, cards[1]], count: 2, responseCount: 2 }, { id: '1' }])
  await give(alanId, { permissions: ['cards.view', 'cards.manage'] })
  expect(await seen()).toEqual([{ cards, count: 2, responseCount: 2 }, cards[0]])
})
