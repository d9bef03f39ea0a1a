import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { endpoint } from '../../contract/endpoint'
import { onEachEngine } from '../../test/postgres/engines'
import { done } from '../domain/context'
import { type FrontDoor, freshStore, keys, openFrontDoor } from '../testing/front-door'
import { mount } from './mount'
import { MAX_BODY_BYTES } from './validate'

const probe = endpoint({
  id: 'probe',
  section: 'access',
  summary: 'Probe',
  method: 'POST',
  path: '/probe/{id}',
  auth: 'key',
  permission: 'public',
  params: z.object({ id: z.string().regex(/^[0-9]+$/) }),
  query: z.object({ limit: z.int().min(1).max(100).optional(), state: z.enum(['ON', 'OFF']).optional() }),
  body: z.object({
    name: z.string().min(2).max(5).optional(),
    email: z.email().optional(),
    count: z.int().min(1).max(9).optional(),
    kind: z.enum(['A', 'B']).optional(),
    money: z.object({ currency: z.string().length(3), amount: z.int() }).optional(),
    rows: z
      .array(z.object({ id: z.string().regex(/^[0-9]+$/) }))
      .min(1)
      .max(200_000)
      .optional(),
    target: z.union([z.object({ iban: z.string().min(15) }), z.object({ sort: z.string().length(6) })]).optional(),
    note: z.string().optional(),
  }),
  responses: { 200: z.object({ seen: z.unknown() }) },
})

onEachEngine('forms', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  beforeAll(async () => {
    door = await openFrontDoor(await fresh())
    mount(door.multi, door.sandbox, probe, async (_, { body }) => done({ seen: body }))
  })

  const send = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    door.multi.request('/probe/1', { method: 'POST', body, headers: { 'api-key': keys.apiKey, ...headers } })
  const complaint = (body: unknown, path = '/probe/1') => door.call('POST', path, { body })

  test.each([
    ['too short', { name: 'x' }, 'request.name', 'SIZE', ['2']],
    ['too long', { name: 'toolong' }, 'request.name', 'SIZE', ['5']],
    ['too small', { count: 0 }, 'request.count', 'RANGE', ['1']],
    ['too large', { count: 10 }, 'request.count', 'RANGE', ['9']],
    ['not whole', { count: 1.5 }, 'request.count', 'REGEX', ['int']],
    ['text for a number', { count: '1' }, 'request.count', 'REGEX', ['number']],
    ['not in the list', { kind: 'C' }, 'request.kind', 'IN', ['A', 'B']],
    ['a malformed address', { email: 'nobody' }, 'request.email', 'REGEX', undefined],
    ['missing inside', { money: { currency: 'EUR' } }, 'request.money.amount', 'REQUIRED', []],
    ['null for a value', { name: null }, 'request.name', 'REQUIRED', []],
    ['one row of many', { rows: [{ id: '1' }, { id: 'x' }] }, 'request.rows[1].id', 'REGEX', ['/^[0-9]+$/']],
    ['no rows', { rows: [] }, 'request.rows', 'SIZE', ['1']],
    ['the nearest variant', { target: { iban: 'short' } }, 'request.target.iban', 'SIZE', ['15']],
    ['the variant whose fields are there', { target: { sort: null } }, 'request.target.sort', 'REQUIRED', []],
    ['no variant more than another', { target: {} }, 'request.target', 'IN', []],
  ] as const)('%s is named with the word for it', async (_, body, fieldName, error, params) => {
    const answer = await complaint(body)
    expect(answer.status).toBe(400)
    const expected = { fieldName, error, ...(params && { params }) }
    expect(answer.body).toMatchObject({ syntaxErrors: { invalidFields: [expected] } })
    expect(answer.body).toMatchObject({ message: expect.stringContaining(`${fieldName}: `) })
  })

  test('path and query are checked as well, and numbers are read strictly', async () => {
    expect((await complaint({}, '/probe/abc')).body).toMatchObject({
      syntaxErrors: { invalidFields: [{ fieldName: 'request.id', error: 'REGEX' }] },
    })
    for (const limit of ['0', '101', '1e2', '0x10', '']) {
      const answer = await complaint({}, `/probe/1?limit=${limit}`)
      expect([limit, answer.status]).toEqual([limit, 400])
    }
    expect((await complaint({}, '/probe/1?limit=100&state=ON&unknown=x')).status).toBe(200)
  })

  test('unknown fields are dropped, even one called __proto__', async () => {
    const answer = await send('{"name":"abc","__proto__":{"admin":true},"extra":1}')
    expect(await answer.json()).toEqual({ seen: { name: 'abc' } })
  })

  test.each([
    ['nothing', ''],
    ['half a document', '{"name":'],
    ['a list', '[]'],
    ['a word', '"abc"'],
    ['null', 'null'],
  ])('%s is no body', async (_, body) => {
    expect((await send(body)).status).toBe(400)
  })

  test('only JSON in UTF-8 is read', async () => {
    expect((await send('name=abc', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(400)
    expect((await send('{}', { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await send(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]))).status).toBe(400)
    expect((await send('{}', { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(200)
  })

  test('NUL characters are refused: one of the databases cannot keep them', async () => {
    expect((await send('{"note":"a\\u0000b"}')).status).toBe(400)
    expect((await send('{"note":"a\\\\u0000b"}')).status).toBe(200)
    expect((await complaint({}, '/probe/1?state=%00')).status).toBe(400)
  })

  test('ten megabytes are read, more are not, whether or not the length is stated', async () => {
    const body = (size: number) => `{"note":"${'x'.repeat(size - 11)}"}`
    expect((await send(body(MAX_BODY_BYTES))).status).toBe(200)
    expect((await send(body(MAX_BODY_BYTES + 1))).status).toBe(400)
    const stated = { 'content-type': 'application/json', 'content-length': String(MAX_BODY_BYTES + 1) }
    expect((await send('{}', stated)).status).toBe(400)
  })

  test('many wrong rows are answered with a hundred of them, and a short message', async () => {
    const rows = Array.from({ length: 5000 }, () => ({ id: 'x'.repeat(500) }))
    const answer = await complaint({ rows })
    const { message, syntaxErrors } = z
      .object({ message: z.string(), syntaxErrors: z.object({ invalidFields: z.array(z.unknown()) }) })
      .parse(answer.body)
    expect(syntaxErrors.invalidFields).toHaveLength(100)
    expect(message.length).toBeLessThanOrEqual(255)
  })
})
