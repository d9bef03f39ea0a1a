import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import { readyRoleIds, readyRoles, UNASSIGNED } from '../../contract/console/ready-roles'
import type { Endpoint } from '../../contract/endpoint'
import { type Permission, withEverybodys } from '../../contract/permissions'
import { operations } from '../../contract/registry'
import { fillPath } from '../../contract/wire'
import { consoleEndpoints } from '../../test/contract/console-endpoints'
import type { Browser } from '../testing/browser'
import { ALAN, MINUTE, openTestGateway, type TestGateway } from '../testing/test-gateway'

let bank: TestGateway
let root: Browser
let alan: Browser
let alanId = ''

// What is for who is not signed in asks for no permission; `foreign.test.ts` and `limit-guard.test.ts` look at it.
const own = (await consoleEndpoints()).filter((ep) => ep.auth === 'token')
const reachable = operations.filter((ep) => ep.auth === 'token' && ep.via === undefined)

beforeAll(async () => {
  bank = await openTestGateway()
  root = await bank.signIn()
  alan = await bank.signIn(undefined, ALAN)
  const { people } = await (await root.get('/api/console/people')).json()
  alanId = people.find(({ email }: { email: string }) => email === ALAN).credentials.id
})
afterAll(() => bank.close())
afterEach(() => bank.intercept())

const candidates = ['7', 'SMS', 'AUTHY', '7a1fb7a1-5c2f-4b0e-9c59-0d6a35b6f0d1']
/** Something that the endpoint takes for each parameter. */
function pathOf(ep: Endpoint): string {
  const shape: Record<string, z.ZodType> = ep.params?.shape ?? {}
  const params = Object.entries(shape).map(([name, schema]) => {
    const value = candidates.find((text) => schema.safeParse(text).success)
    if (value === undefined) throw new Error(`${ep.id}: nothing is known that ${name} could be.`)
    return [name, value]
  })
  return fillPath(ep, Object.fromEntries(params))
}

type Door = { ep: Endpoint; path: string; upstream?: string }
const doors: Door[] = [
  ...reachable.map((ep) => ({ ep, path: `/api/multi${pathOf(ep)}`, upstream: `${ep.method} ${pathOf(ep)}` })),
  ...own.map((ep) => ({ ep, path: `/api/console${pathOf(ep)}` })),
]

/** Calls as somebody does who has found a way around the page; answers the refusal of the gateway's own, if it is one. */
async function knock(who: Browser, ep: Endpoint, path: string) {
  const headers = { 'idempotency-ref': crypto.randomUUID() }
  const answer = await who.call(ep.method, path, { headers, ...(ep.method !== 'GET' && { body: {} }) })
  const text = await answer.text()
  return { status: answer.status, refused: answer.status === 403 && text.includes('"INSUFFICIENT_PERMISSIONS"') }
}

const AT_ONCE = 16
/** Several at a time: what takes long is waiting for each other. */
async function knockAtAll(who: Browser, doors: readonly Door[]) {
  const answers: { door: Door; status: number; refused: boolean }[] = []
  for (let at = 0; at < doors.length; at += AT_ONCE) {
    const some = doors.slice(at, at + AT_ONCE)
    answers.push(
      ...(await Promise.all(some.map(async (door) => ({ door, ...(await knock(who, door.ep, door.path)) })))),
    )
  }
  return answers
}

/** What of the table is not so for somebody who may do these things. */
async function wrongFor(who: Browser, may: ReadonlySet<string>): Promise<string[]> {
  // Nobody in a browser is so quick: a session has so many calls a minute.
  bank.advance(MINUTE)
  // No success, so that nothing comes of it: no step-up, no change that others hear of.
  bank.intercept(() => Response.json({ message: 'no' }, { status: 400 }))
  const wrong: string[] = []
  const closed = doors.filter(({ ep }) => !may.has(ep.permission))
  const before = bank.calls.length
  for (const { door, status, refused } of await knockAtAll(who, closed)) {
    if (!refused) wrong.push(`${door.ep.id}: ${status}`)
  }
  // Behind a closed door nothing is asked of the bank, whatever it is.
  wrong.push(...bank.calls.slice(before))
  const open = doors.filter(({ ep }) => may.has(ep.permission))
  const from = bank.calls.length
  const answers = await knockAtAll(who, open)
  const reached = new Set(bank.calls.slice(from))
  for (const { door, status, refused } of answers) {
    if (refused || (door.upstream && !reached.has(door.upstream))) wrong.push(`${door.ep.id}: ${status}`)
  }
  bank.intercept()
  return wrong
}

const give = async (role: string) =>
  expect((await root.post(`/api/console/people/${alanId}/role`, { role })).status).toBe(204)

test('there is something to knock at, and no two doors are one', () => {
  expect(new Set(doors.map(({ ep, path }) => `${ep.method} ${path}`)).size).toBe(doors.length)
  expect(reachable.length).toBeGreaterThan(120)
  expect(own.length).toBeGreaterThan(8)
})

test.each(readyRoleIds.filter((id) => id !== 'owner'))('%s reaches what it may and nothing else', async (id) => {
  await give(id)
  expect(await wrongFor(alan, new Set(readyRoles[id].permissions))).toEqual([])
})

test('Owner reaches everything', async () => {
  expect(await wrongFor(root, new Set(readyRoles.owner.permissions))).toEqual([])
})

test('who was given no role looks only', async () => {
  expect((await root.call('DELETE', `/api/console/people/${alanId}/role`)).status).toBe(204)
  expect(await wrongFor(alan, new Set(readyRoles[UNASSIGNED].permissions))).toEqual([])
})

const few: Permission[][] = [[], ['transfers.view'], ['cards.manage', 'roles.view', 'session.own']]
test.each(few.map((permissions) => [permissions]))('a role with %j too', async (permissions) => {
  const order = { name: permissions.join() || 'Nothing', permissions, accounts: 'all', cards: 'all', limits: [] }
  const made = await root.post('/api/console/roles', order)
  expect(made.status).toBe(201)
  await give((await made.json()).id)
  expect(await wrongFor(alan, new Set(withEverybodys(permissions)))).toEqual([])
})
