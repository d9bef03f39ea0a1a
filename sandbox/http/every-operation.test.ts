import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import type { Endpoint } from '../../contract/endpoint'
import { BadRequest } from '../../contract/errors'
import { operations } from '../../contract/registry'
import { encodeQuery, fillPath } from '../../contract/wire'
import { valuesOf } from '../../test/contract/arbitrary'
import { issueToken } from '../domain/access/tokens'
import { contents } from '../testing/contents'
import { type FrontDoor, keys, openFrontDoor } from '../testing/front-door'
import { malformed, type Path } from '../testing/malformed'

type Parts = { params?: unknown; query?: unknown; body?: unknown; headers?: Record<string, string> }

let door: FrontDoor
let token: string
let issue: (kind: 'ACCESS' | 'AUTH', steppedUp: boolean) => Promise<string>
let standard: string
/** What the tables hold as long as everything is refused. */
let left: Record<string, string>

beforeAll(async () => {
  door = await openFrontDoor()
  const { identityId, rootUserId: credentialId } = await door.company()
  issue = (kind, steppedUp) =>
    door.inTx((ctx) => issueToken(ctx, door.sandbox.keys, { credentialId, identityId, kind, steppedUp }))
  token = await issue('ACCESS', true)
  standard = await issue('ACCESS', false)
  left = await contents(door.store)
})
afterAll(async () => {
  expect(door.problems).toEqual([])
  await door.close()
})

const sample = (schema: z.ZodType | undefined, seed = 1): unknown =>
  schema && fc.sample(valuesOf(schema, { complete: true }), { numRuns: 1, seed })[0]

/** A call in good form. What it names does not exist. */
const good = (ep: Endpoint, seed = 1): Parts => ({
  params: sample(ep.params, seed),
  query: sample(ep.query, seed),
  body: sample(ep.body, seed),
})

async function send(ep: Endpoint, parts: Parts, raw?: BodyInit) {
  const path = fillPath(ep, (parts.params ?? {}) as Record<string, string>)
  const query = ep.query ? encodeQuery(ep, (parts.query ?? {}) as Record<string, unknown>).toString() : ''
  const body = raw ?? (parts.body === undefined ? undefined : JSON.stringify(parts.body))
  const response = await door.multi.request(query ? `${path}?${query}` : path, {
    method: ep.method,
    headers: {
      'api-key': keys.apiKey,
      ...(ep.auth === 'token' && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...parts.headers,
    },
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

async function expectNoTrace(): Promise<void> {
  expect(await contents(door.store)).toEqual(left)
}

/**
 * A 400 in the vendor's form whose complaints are about the spoiled place, something in it, or what it is a part of. What
 * lacks a field may have been meant as another form of the same thing: then a complaint about a neighbour is right too.
 */
function expectComplaint(answer: { status: number; body: unknown }, spoiled: Path, what: string): void {
  const path = what.endsWith(' missing') ? spoiled.slice(0, -1) : spoiled
  expect(answer.status, what).toBe(400)
  const named = BadRequest.parse(answer.body).syntaxErrors?.invalidFields.map((each) => each.fieldName) ?? []
  const at = path.reduce<string>((name, key) => name + (typeof key === 'number' ? `[${key}]` : `.${key}`), 'request')
  const near = named.some((name) => name.startsWith(at) || at.startsWith(name))
  expect(near, `${what}: ${JSON.stringify(answer.body)}`).toBe(true)
}

const table = operations.map((ep) => [ep.id, ep] as const)
test('there is a table to look at', () => expect(table.length).toBeGreaterThan(40))

describe('malformed requests are refused by name and change nothing', () => {
  test.each(table.filter(([, ep]) => ep.body))('the body of %s', async (_, ep) => {
    const parts = good(ep)
    const spoiled = malformed(ep.body as z.ZodType, parts.body)
    const optional = ep.body?.safeParse({}).success || ep.body?.safeParse(undefined).success
    if (!optional) expect(spoiled.length).toBeGreaterThan(2)
    for (const { path, how, value } of spoiled)
      expectComplaint(await send(ep, { ...parts, body: value }), path, `${ep.id} ${path.join('.')} ${how}`)
    for (const text of ['{"a":', 'text', '\u0000', '{"a":1}}', new Uint8Array([0xff, 0xfe, 0x7b, 0x00])])
      expectComplaint(await send(ep, parts, text), [], `${ep.id} is sent ${String(text)}`)
    const headers = { 'content-type': 'text/plain' }
    expectComplaint(await send(ep, { ...parts, headers }), [], `${ep.id} is sent as plain text`)
    expectComplaint(await send(ep, parts, elevenMegabytes), [], `${ep.id} is sent 11 MB`)
    await expectNoTrace()
  })

  test.each(table.filter(([, ep]) => ep.params))('the path of %s', async (_, ep) => {
    const parts = good(ep)
    for (const name of Object.keys(ep.params?.shape ?? {}))
      for (const value of ['abc', '-1', '1.5', '1 2', `${'9'.repeat(19)}x`, 'x'.repeat(4000)]) {
        const params = { ...(parts.params as object), [name]: value }
        if (ep.params?.safeParse(params).success) continue
        expectComplaint(await send(ep, { ...parts, params }), [name], `${ep.id} ${name}=${value.slice(0, 20)}`)
      }
    await expectNoTrace()
  })

  test.each(table.filter(([, ep]) => ep.query))('the query of %s', async (_, ep) => {
    const parts = good(ep)
    for (const name of Object.keys(ep.query?.shape ?? {}))
      for (const text of ['', 'abc', '-1', '1.5', '0', '101', 'NO_SUCH_VALUE', 'x'.repeat(4000), '9'.repeat(30)]) {
        const search = new URLSearchParams({ [name]: text })
        const path = `${fillPath(ep, (parts.params ?? {}) as Record<string, string>)}?${search}`
        const answer = await door.call(ep.method, path, { token, body: parts.body })
        if (answer.status === 400) expectComplaint(answer, [name], `${ep.id} ${name}=${text.slice(0, 20)}`)
        expect(answer.status, `${ep.id} ${name}=${text.slice(0, 20)}`).toBeLessThan(500)
      }
    if (ep.method === 'GET') await expectNoTrace()
    else left = await contents(door.store)
  })
})

const elevenMegabytes = new Uint8Array(11 * 1024 * 1024).fill(0x20)

describe('who may call', () => {
  test.each(table)('%s', async (_, ep) => {
    const parts = good(ep)
    const noKey = await send(ep, { ...parts, headers: { 'api-key': '' } })
    expectComplaint(noKey, ['api-key'], `${ep.id} without a key`)
    const wrongKey = { status: 401, body: undefined }
    expect(await send(ep, { ...parts, headers: { 'api-key': 'wrong' } })).toEqual(wrongKey)
    if (ep.auth === 'token') {
      const none = { status: ep.tokenOptional ? 403 : 401, body: undefined }
      expect(await send(ep, { ...parts, headers: { authorization: '' } })).toEqual(none)
      for (const authorization of ['Bearer', 'Bearer nonsense', `Basic ${token}`, `Bearer ${token}x`])
        expect(await send(ep, { ...parts, headers: { authorization } }), authorization).toEqual(wrongKey)
      // A token that only chooses among identities opens nothing else.
      const authorization = `Bearer ${await issue('AUTH', true)}`
      const { status } = await send(ep, { ...parts, headers: { authorization } })
      if (!['userIdentities', 'requestAccessToken', 'logout'].includes(ep.id)) expect(status).toBe(403)
      else expect(status).not.toBe(401)
    }
    if (ep.id === 'logout') left = await contents(door.store)
    else await expectNoTrace()
  })

  const mayAsk = table.filter(([, ep]) => ep.errors?.[403]?.includes('STEP_UP_REQUIRED'))
  test.each(mayAsk)('%s asks for step-up', async (_, ep) => {
    door.sandbox.settings.stepUp = 'strict'
    const answer = await send(ep, { ...good(ep), headers: { authorization: `Bearer ${standard}` } })
    expect(answer).toEqual({ status: 403, body: { errorCode: 'STEP_UP_REQUIRED', message: 'STEP_UP_REQUIRED' } })
    await expectNoTrace()
    door.sandbox.settings.stepUp = 'documented'
  })
})
