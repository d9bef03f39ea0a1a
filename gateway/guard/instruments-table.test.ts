import { expect, test } from 'vitest'
import type * as z from 'zod'
import type { Endpoint } from '../../contract/endpoint'
import { operations } from '../../contract/registry'
import * as table from './instruments-table'

type Def = {
  type: string
  innerType?: z.ZodType
  element?: z.ZodType
  in?: z.ZodType
  options?: z.ZodType[]
  shape?: Record<string, z.ZodType>
  entries?: Record<string, string>
  values?: unknown[]
}

const kinds = new Set<unknown>(['managed_accounts', 'managed_cards'])
const bareIds = /^(?:parentManagedAccountId|managedAccountId|accountId|managedCardId|cardId|_id_)$/

/** Ways in a schema at which an account or card of Weavr's stands, told by its form alone. */
function placesIn(schema: z.ZodType, at: readonly string[] = []): string[] {
  const def = schema._zod.def as Def
  if (def.shape) {
    const { id, type } = def.shape
    if (id && type && namesKind(type)) return [at.join('.')]
    return Object.entries(def.shape).flatMap(([key, field]) =>
      bareIds.test(key) || /(?:instrument|source|destination)\.id$/i.test(key)
        ? [[...at, key].join('.')]
        : placesIn(field, [...at, key]),
    )
  }
  if (def.type === 'array' && def.element) return placesIn(def.element, [...at, '*'])
  return [def.innerType, def.in, ...(def.options ?? [])].flatMap((inner) => (inner ? placesIn(inner, at) : []))
}

function namesKind(schema: z.ZodType): boolean {
  const def = schema._zod.def as Def
  if (def.innerType) return namesKind(def.innerType)
  const values = def.entries ? Object.values(def.entries) : (def.values ?? [])
  return values.length > 0 && values.every((value) => kinds.has(value))
}

const once = (places: readonly string[]) => [...new Set(places)].sort()

/** What the form shows and the guard leaves alone, each with its reason. */
const others: Readonly<Record<string, string>> = {
  sendCreate: 'destination',
  sendCreateBulk: 'sends.*.destination',
  bulksSendCreate: '*.requestBody.destination',
  // Beneficiaries of sends are other customers' accounts and cards.
  beneficiaryBatchCreate: 'beneficiaries.*.beneficiaryDetails.instrument',
}
/** Rows of a bulk of users name users by the same word. */
const ofBulk = (ep: Endpoint, place: string) => place !== '*.pathParams._id_' || ep.path.includes('managed_cards')

test('every body that names an account or card is in the table, at every place', () => {
  let seen = 0
  for (const ep of operations) {
    const places = once(ep.body ? placesIn(ep.body) : []).filter((place) => ofBulk(ep, place))
    const known = (table.bodies[ep.id] ?? []).map(({ at }) => at)
    expect(once([...known, ...(others[ep.id] ? [others[ep.id] ?? ''] : [])]), ep.id).toEqual(places)
    seen += places.length
  }
  expect(seen).toBeGreaterThan(15)
})

test('every path that begins with an account or card has it for its instrument', () => {
  const found = operations.filter((ep) => /managed_(?:accounts|cards)\/\{/.test(ep.path))
  expect(found.length).toBeGreaterThan(30)
  for (const ep of found) expect(table.instrumentOfPath(ep), ep.id).toMatch(/managed_(?:accounts|cards)/)
  const sections = ['managed-accounts', 'managed-cards']
  for (const ep of operations.filter(({ section, params }) => sections.includes(section) && params)) {
    expect(table.instrumentOfPath(ep), ep.id).toBeDefined()
  }
})

test('every path of a payment is looked up before, but for the reading itself', () => {
  const sections =
    /^(?:transfers|sends|outgoing-wire-transfers|incoming-wire-transfers|correspondent-bank|card-payments)/
  const found = operations.filter(({ section, params }) => sections.test(section) && params)
  expect(found.length).toBeGreaterThan(15)
  for (const ep of found) expect(table.paymentOfPath(ep), ep.id).toBeDefined()
  for (const ep of operations.filter(({ section, params }) => section === 'manage' && params)) {
    expect(Object.keys(ep.params?.shape ?? {}), ep.id).toEqual([table.BULK])
  }
})

test('every body that names payments is in the table', () => {
  const naming = operations.filter((ep) => {
    const shape = (ep.body?._zod.def as Def | undefined)?.shape
    return shape && ('cancellations' in shape || 'resourceIds' in shape)
  })
  expect(once(naming.map(({ id }) => id))).toEqual(once(Object.keys(table.bodiesOfPayments)))
})

test('every list whose rows name one is in the table, or lies under an instrument’s own path', () => {
  // Accounts and cards themselves are told by nothing but their list.
  const selves = ['managedAccountsGet', 'managedCardsGet']
  let seen = 0
  for (const ep of operations.filter(({ method, section }) => method === 'GET' && section !== 'beneficiaries')) {
    const answer = ep.responses[200]
    const named = answer ? placesIn(answer).length > 0 : false
    if (!named && !selves.includes(ep.id)) continue
    seen += 1
    const known = ep.id in table.lists || table.readsPayment(ep) || table.instrumentOfPath(ep)
    expect(known, ep.id).toBeTruthy()
  }
  expect(seen).toBeGreaterThan(15)
})

test('a question about one is asked of a list that is looked through', () => {
  const asking = operations.filter((ep) => ep.query && placesIn(ep.query).length > 0)
  expect(asking.length).toBeGreaterThan(6)
  for (const ep of asking) expect(ep.id in table.lists || table.instrumentOfPath(ep), ep.id).toBeTruthy()
})

test('rows of lists name what the table says', () => {
  for (const [id, { key, places }] of Object.entries(table.lists)) {
    const ep = operations.find((one) => one.id === id)
    const answer = ep?.responses[200]
    expect(answer ? Object.keys((answer._zod.def as Def).shape ?? {}) : [], id).toContain(key)
    if (id.startsWith('managed')) continue
    const named = once(answer ? placesIn(answer) : [])
    for (const { at } of places) expect(named, id).toContain(`${key}.*.${at}`)
  }
})

test('the table has nothing that is no operation', () => {
  const ids = new Set(operations.map(({ id }) => id))
  for (const id of Object.keys({ ...table.bodies, ...table.bodiesOfPayments, ...table.lists, ...others })) {
    expect(ids.has(id), id).toBe(true)
  }
})
