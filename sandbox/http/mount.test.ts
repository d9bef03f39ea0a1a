import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { endpoint } from '../../contract/endpoint'
import { onEachEngine } from '../../test/postgres/engines'
import { done, refuse } from '../domain/context'
import { type FrontDoor, freshStore, openFrontDoor } from '../testing/front-door'
import { mount } from './mount'

const shared = { section: 'access', summary: 'Probe', auth: 'token', permission: 'public' } as const
const add = endpoint({
  ...shared,
  id: 'add',
  method: 'POST',
  path: '/add/{name}',
  idempotent: true,
  params: z.object({ name: z.string() }),
  body: z.object({ amount: z.int(), note: z.string().optional() }),
  responses: { 200: z.object({ id: z.string() }) },
  errors: { 403: ['STEP_UP_REQUIRED'], 409: ['AMOUNT_INVALID'] },
})
const wrong = endpoint({
  ...shared,
  id: 'wrong',
  method: 'GET',
  path: '/wrong/{how}',
  params: z.object({ how: z.string() }),
  responses: { 200: z.object({ id: z.string(), inner: z.object({ at: z.int() }).optional() }) },
})

onEachEngine('mounted operations', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  let token: string
  /** What was added, kept in a table so that it is undone with its transaction. */
  const added = async () => {
    const rows = await door.store.db
      .selectFrom('sandbox_setting')
      .select('name')
      .where('name', 'like', 'added-%')
      .execute()
    return rows.length
  }

  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
    mount(door.multi, door.sandbox, add, async (ctx, { body }) => {
      if (body.amount < 0) return refuse('AMOUNT_INVALID')
      const id = ctx.newId()
      await ctx.tx
        .insertInto('sandbox_setting')
        .values({ name: `added-${id}`, value: '' })
        .execute()
      if (body.note === 'break') throw new Error('broken on purpose')
      return done({ id })
    })
    mount(door.multi, door.sandbox, wrong, async (_, { params }) => {
      const answers: Record<string, unknown> = {
        missing: {},
        typed: { id: 1 },
        unknown: { id: 'x', inner: { at: 1, more: true } },
        right: { inner: { at: 1 }, id: 'x' },
      }
      // Only a wrong verb can answer wrongly, and the compiler lets none through.
      return done(answers[params.how] as { id: string })
    })
    token = await door.enter((await door.company()).email)
  })

  const post = (body: unknown, ref: string, path = '/add/a') => door.call('POST', path, { token, body, ref })

  test('the same reference and payload is done once and answered alike, in whatever order the fields come', async () => {
    const ref = randomUUID()
    const first = await post({ amount: 1, note: 'x' }, ref)
    const again = await post({ note: 'x', amount: 1 }, ref)
    expect(first.status).toBe(200)
    expect(again.body).toEqual(first.body)
    expect(await added()).toBe(1)
  })

  test('another reference, payload, path or identity is another deed', async () => {
    const ref = randomUUID()
    await post({ amount: 1 }, ref)
    await post({ amount: 2 }, ref)
    await post({ amount: 1 }, ref, '/add/b')
    await post({ amount: 1 }, randomUUID())
    token = await door.enter((await door.company()).email)
    await post({ amount: 1 }, ref)
    expect(await added()).toBe(5)
  })

  test('a colleague who repeats the call gets the first answer: the reference belongs to the identity', async () => {
    const company = await door.company()
    const email = `colleague-${randomUUID()}@example.test`
    await door.user(company.identityId, { email })
    const ref = randomUUID()
    token = await door.enter(company.email)
    const first = await post({ amount: 1 }, ref)
    token = await door.enter(email)
    expect((await post({ amount: 1 }, ref)).body).toEqual(first.body)
    expect(await added()).toBe(1)
  })

  test('a refusal and a failure are not kept: the same reference may be tried again', async () => {
    const ref = randomUUID()
    for (const _ of [1, 2]) {
      const refused = await post({ amount: -1 }, ref)
      expect([refused.status, refused.body]).toEqual([409, { errorCode: 'AMOUNT_INVALID' }])
      const failed = await post({ amount: 1, note: 'break' }, ref)
      expect([failed.status, failed.text]).toEqual([500, ''])
    }
    expect(await door.store.db.selectFrom('sandbox_idempotency').selectAll().execute()).toEqual([])
    expect(await added()).toBe(0)
  })

  test('twenty at once are one deed with one answer', async () => {
    const ref = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => post({ amount: 1 }, ref)))
    expect(new Set(answers.map((a) => a.text)).size).toBe(1)
    expect(answers.every((a) => a.status === 200)).toBe(true)
    expect(await added()).toBe(1)
  })

  test('without a reference each call is a deed', async () => {
    await door.call('POST', '/add/a', { token, body: { amount: 1 } })
    await door.call('POST', '/add/a', { token, body: { amount: 1 } })
    expect(await added()).toBe(2)
  })

  test('an answer that breaks the contract is a 500 and is logged', async () => {
    const statuses: Record<string, number> = {}
    for (const how of ['missing', 'typed', 'unknown', 'right'])
      statuses[how] = (await door.call('GET', `/wrong/${how}`, { token })).status
    expect(statuses).toEqual({ missing: 500, typed: 500, unknown: 500, right: 200 })
    expect(door.problems.map((p) => p.operation)).toEqual(['wrong', 'wrong', 'wrong'])
  })

  test('an ordered fault before the work leaves nothing, one after it leaves the work done', async () => {
    const ref = randomUUID()
    door.sandbox.faults.order({ operation: 'add', when: 'before', status: 503, times: 1 })
    door.sandbox.faults.order({ operation: 'add', when: 'after', status: 502, times: 1 })
    expect([(await post({ amount: 1 }, ref)).status, await added()]).toEqual([503, 0])
    expect([(await post({ amount: 1 }, ref)).status, await added()]).toEqual([502, 1])
    expect([(await post({ amount: 1 }, ref)).status, await added()]).toEqual([200, 1])
  })

  test('step-up is asked for by setting: never, where the guides name it, or wherever the contract lists it', async () => {
    const code = async () => (await post({ amount: 1 }, randomUUID())).body
    expect(await code()).toMatchObject({ id: expect.any(String) })
    door.sandbox.settings.stepUp = 'strict'
    expect(await code()).toEqual({ errorCode: 'STEP_UP_REQUIRED', message: 'STEP_UP_REQUIRED' })
    await door.call('POST', '/stepup/challenges/otp/SMS', { token })
    await door.call('POST', '/stepup/challenges/otp/SMS/verify', { token, body: { verificationCode: '123456' } })
    expect(await code()).toMatchObject({ id: expect.any(String) })
  })
})
