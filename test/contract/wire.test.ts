import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { endpoint } from '#contract/endpoint'
import { managedAccountStatement, managedAccountsGet } from '#contract/managed-accounts'
import { operations } from '#contract/registry'
import { transfersGet } from '#contract/transfers'
import { usersGet } from '#contract/users'
import { decodeQuery, encodeQuery, fillPath } from '#contract/wire'
import { valuesOf } from './arbitrary'

const read = (ep: Parameters<typeof decodeQuery>[0], text: string) => decodeQuery(ep, new URLSearchParams(text))
const accepts = (ep: Parameters<typeof decodeQuery>[0] & { query: z.ZodObject }, text: string) =>
  ep.query.safeParse(read(ep, text)).success

describe('round trips', () => {
  const withQuery = operations.filter((ep) => ep.query)
  test('there are queries to look at', () => expect(withQuery.length).toBeGreaterThan(5))

  test.each(withQuery.map((ep) => [ep.id, ep] as const))('the query of %s', (_, ep) => {
    const schema = ep.query as z.ZodObject
    fc.assert(
      fc.property(valuesOf(schema), (query) => {
        const sent = new URLSearchParams(encodeQuery(ep, query as Record<string, unknown>).toString())
        const received = schema.parse(decodeQuery(ep, sent))
        expect(normal(received)).toEqual(normal(query))
      }),
      { numRuns: 60 },
    )
  })

  test.each(operations.filter((ep) => ep.params).map((ep) => [ep.id, ep] as const))('the path of %s', (_, ep) => {
    const schema = ep.params as z.ZodObject
    fc.assert(
      fc.property(valuesOf(schema), (params) => {
        const path = fillPath(ep, params as Record<string, string>)
        expect(path).not.toContain('{')
        expect(schema.parse(params)).toEqual(params)
      }),
      { numRuns: 20 },
    )
  })

  test.each(operations.filter((ep) => ep.body).map((ep) => [ep.id, ep] as const))('the body of %s', (_, ep) => {
    const schema = ep.body as z.ZodType
    fc.assert(
      fc.property(valuesOf(schema), (body) => {
        // A body that may be left out is sent as nothing at all.
        const sent = body === undefined ? undefined : JSON.parse(JSON.stringify(body))
        expect(schema.parse(sent)).toEqual(sent)
      }),
      { numRuns: 40 },
    )
  })
})

/** One value in a list and the value alone are the same on the wire; an empty list and nothing are too. */
function normal(query: unknown): unknown {
  const entries = Object.entries(query as Record<string, unknown>).flatMap(([name, value]) => {
    const list = [value].flat()
    return value === undefined || list.length === 0 ? [] : [[name, list] as const]
  })
  return Object.fromEntries(entries)
}

describe('numbers are read strictly', () => {
  test.each(['1e3', '0x10', '', ' 7', '7 ', '+7', '1.5', '1,000', 'NaN', 'Infinity', '9'.repeat(16)])(
    'limit=%j is refused',
    (text) => {
      expect(accepts(managedAccountsGet, `limit=${encodeURIComponent(text)}`)).toBe(false)
    },
  )
  test('plain and negative integers are numbers', () => {
    expect(read(managedAccountsGet, 'limit=20&createdFrom=-5')).toEqual({ limit: 20, createdFrom: -5 })
  })
  test('a number given twice is refused', () => {
    expect(accepts(managedAccountsGet, 'limit=1&limit=2')).toBe(false)
  })
})

test('booleans are the words true and false', () => {
  expect(read(usersGet, 'active=true')).toEqual({ active: true })
  expect(read(managedAccountStatement, 'showFundMovementsOnly=false')).toEqual({ showFundMovementsOnly: false })
  for (const text of ['1', 'TRUE', '', 'yes']) expect(accepts(usersGet, `active=${text}`), text).toBe(false)
})

test('ids and tags that look like numbers stay text', () => {
  expect(read(managedAccountsGet, 'profileId=007&tag=12')).toEqual({ profileId: '007', tag: '12' })
})

test('a repeatable parameter is taken once or more often, and every value is checked', () => {
  expect(encodeQuery(managedAccountsGet, { state: ['ACTIVE', 'BLOCKED'] }).toString()).toBe(
    'state=ACTIVE&state=BLOCKED',
  )
  expect(accepts(managedAccountsGet, 'state=ACTIVE')).toBe(true)
  expect(accepts(managedAccountsGet, 'state=ACTIVE&state=BLOCKED')).toBe(true)
  expect(accepts(managedAccountsGet, 'state=ACTIVE&state=SLEEPING')).toBe(false)
})

test('an exploded parameter spreads its fields, and a half of it is refused', () => {
  const query = { instrumentId: { id: '12', type: 'managed_accounts' } }
  expect(encodeQuery(transfersGet, query).toString()).toBe('id=12&type=managed_accounts')
  expect(read(transfersGet, 'id=12&type=managed_accounts&limit=5')).toEqual({ ...query, limit: 5 })
  expect(accepts(transfersGet, 'id=12')).toBe(false)
})

test('a comma parameter is one joined value', () => {
  const ep = endpoint({
    id: 'commaExample',
    section: 'manage',
    summary: 'Only here',
    method: 'GET',
    path: '/comma_example',
    auth: 'token',
    permission: 'bulks.view',
    query: z.object({ states: z.array(z.string()).optional(), sizes: z.array(z.int()).optional() }),
    queryStyle: { states: 'comma', sizes: 'comma' },
    responses: { 204: null },
  })
  const search = encodeQuery(ep, { states: ['A', 'B'], sizes: [1, 2] })
  expect(search.get('states')).toBe('A,B')
  expect(ep.query.parse(decodeQuery(ep, search))).toEqual({ states: ['A', 'B'], sizes: [1, 2] })
  expect(ep.query.parse(read(ep, 'states=A'))).toEqual({ states: ['A'] })
})

test('what is undefined is not sent, and unknown names are kept for the schema to judge', () => {
  expect(encodeQuery(managedAccountsGet, { tag: undefined, limit: 0 }).toString()).toBe('limit=0')
  expect(read(managedAccountsGet, 'unheard=of')).toEqual({ unheard: 'of' })
  expect(read(transfersGet, '__proto__=1').limit).toBeUndefined()
})

test('path parameters cannot leave their segment', () => {
  expect(fillPath({ path: '/transfers/{id}' }, { id: '../users?x=1' })).toBe('/transfers/..%2Fusers%3Fx%3D1')
})
