import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { endpoint } from '#contract/endpoint'
import { readFailure, wasTurnedDown } from '@/lib/failure'
import { ApiError } from './api-error'
import { type ClientOptions, createClient } from './client'

const thing = endpoint({
  id: 'thingGet',
  section: 'managed-accounts',
  summary: '',
  method: 'GET',
  path: '/things/{id}',
  auth: 'token',
  permission: 'accounts.view',
  params: z.object({ id: z.string() }),
  query: z.object({ state: z.array(z.string()).optional(), tag: z.string().optional() }),
  responses: { 200: z.object({ id: z.string() }) },
})
const create = endpoint({
  id: 'thingCreate',
  section: 'managed-accounts',
  summary: '',
  method: 'POST',
  path: '/things',
  auth: 'token',
  permission: 'accounts.manage',
  idempotent: true,
  body: z.object({ name: z.string() }),
  responses: { 200: z.object({ id: z.string() }), 204: null },
  errors: { 409: ['NAME_TAKEN'] },
})

const json = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers })
const found = () => json(200, { id: '7' })

function client(answers: (() => Response | Promise<Response>)[], options: Partial<ClientOptions> = {}) {
  const send = vi.fn(async (_url: string, _init: RequestInit) => {
    const answer = answers.shift()
    if (!answer) throw new Error('one request too many')
    return answer()
  })
  return { send, call: createClient({ base: '/api/multi', fetch: send, ...options }) }
}

const header = (send: ReturnType<typeof client>['send'], request: number, name: string) =>
  new Headers(send.mock.calls[request]?.[1].headers).get(name)

describe('request', () => {
  it('is not sent for a read that the person may not make; of writes the gateway keeps a record', async () => {
    const { send, call } = client([found], { may: (permission) => permission === 'transfers.view' })
    const refused = await call(thing, { params: { id: '7' } }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ status: 403, code: 'INSUFFICIENT_PERMISSIONS' })
    expect(send).not.toHaveBeenCalled()
    await call(create, { body: { name: 'x' }, idempotencyRef: 'ref' })
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('fills the path, repeats arrays and leaves out what is undefined', async () => {
    const { call, send } = client([found])
    await call(thing, { params: { id: 'a/b' }, query: { state: ['A', 'B'], tag: undefined } })
    expect(send.mock.calls[0]?.[0]).toBe('/api/multi/things/a%2Fb?state=A&state=B')
    expect(header(send, 0, 'x-requested-with')).toBe('multi-console')
    expect(header(send, 0, 'content-type')).toBeNull()
    expect(send.mock.calls[0]?.[1].body).toBeUndefined()
  })

  it('carries the body and the reference of a write', async () => {
    const { call, send } = client([found])
    await call(create, { body: { name: 'x' }, idempotencyRef: 'ref-1' })
    expect(send.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"name":"x"}' })
    expect(header(send, 0, 'idempotency-ref')).toBe('ref-1')
  })
})

describe('answer', () => {
  it('takes the schema of the status that came', async () => {
    const { call } = client([() => json(204)])
    expect(await call(create, { body: { name: 'x' }, idempotencyRef: 'r' })).toBeUndefined()
  })

  it.each([
    ['a body that does not fit', () => json(200, { id: 7 })],
    ['an undocumented status', () => json(201, { id: '7' })],
  ])('reports %s and hands it on all the same', async (_, answer) => {
    const onDrift = vi.fn()
    const { call } = client([answer], { onDrift })
    expect(await call(thing, { params: { id: '7' } })).toHaveProperty('id')
    expect(onDrift).toHaveBeenCalledWith('thingGet', expect.any(String))
  })

  it.each([
    [
      '400 with fields',
      () => json(400, { syntaxErrors: { invalidFields: [{ fieldName: 'request.name', error: 'REQUIRED' }] } }),
      { status: 400, code: 'INVALID_REQUEST', fields: { 'request.name': 'REQUIRED' } },
    ],
    [
      'a coded refusal',
      () => json(409, { errorCode: 'NAME_TAKEN' }, { 'request-ref': 'q-9' }),
      { status: 409, code: 'NAME_TAKEN', requestRef: 'q-9' },
    ],
    [
      'a described error',
      () => json(404, { code: 'NOT_FOUND', message: 'No such thing' }),
      { status: 404, code: 'NOT_FOUND' },
    ],
    [
      'no body at all',
      () => json(429, undefined, { 'x-ratelimit-reset': '12' }),
      { status: 429, code: 'HTTP_429', retryAfter: 12 },
    ],
    [
      'a page of something in between',
      () => new Response('<html>', { status: 502 }),
      { status: 502, code: 'UNREADABLE' },
    ],
    ['a body that is no object', () => json(500, 'broken'), { status: 500, code: 'HTTP_500' }],
  ])('makes one error of %s', async (_, answer, expected) => {
    const { call } = client([answer])
    const error = await call(thing, { params: { id: '7' } }).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject(expected)
  })

  it('says NETWORK when no answer came, and does not send the write again', async () => {
    const { call, send } = client([() => Promise.reject(new TypeError('failed to fetch'))])
    await expect(call(create, { body: { name: 'x' }, idempotencyRef: 'r' })).rejects.toMatchObject({
      status: 0,
      code: 'NETWORK',
    })
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('stays silent about a call that was given up', async () => {
    const stop = new AbortController()
    const { call } = client([
      () => {
        stop.abort()
        return Promise.reject(stop.signal.reason)
      },
    ])
    await expect(call(thing, { params: { id: '7' } }, stop.signal)).rejects.toHaveProperty('name', 'AbortError')
  })
})

const gates = [
  { gate: 'onStepUp', refused: () => json(403, { errorCode: 'STEP_UP_REQUIRED' }), cancelled: 'STEP_UP_CANCELLED' },
  { gate: 'onStepUp', refused: () => json(403, { message: 'STEP_UP_REQUIRED' }), cancelled: 'STEP_UP_CANCELLED' },
  { gate: 'onSignIn', refused: () => json(401), cancelled: 'SIGN_IN_CANCELLED' },
] as const

describe.each(gates)('$gate', ({ gate, refused, cancelled }) => {
  it('sends the call once more with the same reference', async () => {
    const ask = vi.fn(() => Promise.resolve(true))
    const { call, send } = client([refused, found], { [gate]: ask })
    expect(await call(create, { body: { name: 'x' }, idempotencyRef: 'ref-1' })).toEqual({ id: '7' })
    expect([header(send, 0, 'idempotency-ref'), header(send, 1, 'idempotency-ref')]).toEqual(['ref-1', 'ref-1'])
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('asks once for all calls that wait', async () => {
    let pass: (passed: boolean) => void = () => undefined
    const ask = vi.fn(
      () =>
        new Promise<boolean>((resolve) => {
          pass = resolve
        }),
    )
    const { call } = client([refused, refused, refused, found, found, found], { [gate]: ask })
    const calls = ['1', '2', '3'].map((id) => call(thing, { params: { id } }))
    await vi.waitFor(() => expect(ask).toHaveBeenCalled())
    pass(true)
    await Promise.all(calls)
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('does not ask again for a call that was on its way when the gate was passed', async () => {
    let answerLate: (response: Response) => void = () => undefined
    const late = new Promise<Response>((resolve) => {
      answerLate = resolve
    })
    const ask = vi.fn(() => Promise.resolve(true))
    const { call } = client([() => late, refused, found, found], { [gate]: ask })
    const slow = call(thing, { params: { id: '1' } })
    await call(thing, { params: { id: '2' } })
    answerLate(refused())
    await slow
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('gives up after one replay', async () => {
    const ask = vi.fn(() => Promise.resolve(true))
    const { call, send } = client([refused, refused], { [gate]: ask })
    await expect(call(thing, { params: { id: '1' } })).rejects.toBeInstanceOf(ApiError)
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('rejects quietly when the person declines, and may ask again later', async () => {
    const ask = vi.fn(() => Promise.resolve(false))
    const { call } = client([refused, refused], { [gate]: ask })
    for (const id of ['1', '2']) {
      const error = await call(thing, { params: { id } }).catch((e: unknown) => e)
      expect(error).toMatchObject({ code: cancelled })
      expect(wasTurnedDown(readFailure(error))).toBe(true)
    }
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('lets a call that is given up leave the gate, without closing it for others', async () => {
    let pass: (passed: boolean) => void = () => undefined
    const ask = vi.fn(
      () =>
        new Promise<boolean>((resolve) => {
          pass = resolve
        }),
    )
    const { call } = client([refused, refused, found], { [gate]: ask })
    const stop = new AbortController()
    const left = call(thing, { params: { id: '1' } }, stop.signal)
    const stayed = call(thing, { params: { id: '2' } })
    await vi.waitFor(() => expect(ask).toHaveBeenCalled())
    stop.abort()
    await expect(left).rejects.toHaveProperty('name', 'AbortError')
    pass(true)
    expect(await stayed).toEqual({ id: '7' })
  })
})

it('passes both gates in one call: signed in again, then asked for the code', async () => {
  const asked: string[] = []
  const { call } = client([() => json(401), () => json(403, { errorCode: 'STEP_UP_REQUIRED' }), found], {
    onSignIn: async () => asked.push('sign-in') > 0,
    onStepUp: async () => asked.push('code') > 0,
  })
  await call(thing, { params: { id: '1' } })
  expect(asked).toEqual(['sign-in', 'code'])
})
