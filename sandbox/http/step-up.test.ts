import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { answerPush } from '../domain/challenges/answer-push'
import { putFactor } from '../domain/factors/factor-rows'
import { type FrontDoor, field, freshStore, openFrontDoor } from '../testing/front-door'

const SECOND = 1000

onEachEngine('step-up', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  let token: string
  let rootUserId: string
  let email: string
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
    const company = await door.company()
    rootUserId = company.rootUserId
    email = company.email
    token = await door.enter(email)
  })

  const issue = () => door.call('POST', '/stepup/challenges/otp/SMS', { token })
  const verify = (verificationCode: string, ref?: string) =>
    door.call('POST', '/stepup/challenges/otp/SMS/verify', { token, body: { verificationCode }, ...(ref && { ref }) })
  const code = async (answer: ReturnType<typeof issue>) => {
    const { status, body } = await answer
    return status === 204 ? 204 : body && typeof body === 'object' ? Reflect.get(body, 'errorCode') : status
  }
  const isSteppedUp = async () => {
    const row = await door.store.db
      .selectFrom('sandbox_token')
      .select('stepped_up')
      .orderBy('created_at', 'desc')
      .execute()
    return row[0]?.stepped_up === 1
  }

  test('the right code makes the held token a stepped-up one, once', async () => {
    expect(await code(verify('123456'))).toBe('STATE_INVALID')
    expect(await code(issue())).toBe(204)
    expect(await isSteppedUp()).toBe(false)
    expect(await code(verify('123456'))).toBe(204)
    expect(await isSteppedUp()).toBe(true)
    expect(await code(verify('123456'))).toBe('ALREADY_VERIFIED')
  })

  test('five wrong codes: three are wrong, one is the last but one, the fifth ends it', async () => {
    await issue()
    const answers = []
    for (let i = 0; i < 5; i++) answers.push(await code(verify('000000')))
    const wrong = 'VERIFICATION_CODE_INVALID'
    expect(answers).toEqual([wrong, wrong, wrong, 'ONE_CHALLENGE_LIMIT_REMAINING', 'CHALLENGE_LIMIT_EXCEEDED'])
    expect(await code(verify('123456'))).toBe('STATE_INVALID')
    expect(await isSteppedUp()).toBe(false)
  })

  test('a right code on the last attempt passes', async () => {
    await issue()
    for (let i = 0; i < 4; i++) await verify('000000')
    expect(await code(verify('123456'))).toBe(204)
  })

  test('wrong codes that come at the same time are all counted', async () => {
    await issue()
    const answers = await Promise.all(Array.from({ length: 5 }, () => code(verify('000000'))))
    expect(answers.filter((a) => a === 'CHALLENGE_LIMIT_EXCEEDED')).toHaveLength(1)
    expect(await code(verify('123456'))).toBe('STATE_INVALID')
  })

  test('a code may be sent again once, after fifteen seconds, and starts anew', async () => {
    await issue()
    expect(await code(issue())).toBe('RETRY_IN_15SEC')
    for (let i = 0; i < 5; i++) await verify('000000')
    door.clock.advance(15 * SECOND)
    expect(await code(issue())).toBe(204)
    expect(await code(verify('000000'))).toBe('VERIFICATION_CODE_INVALID')
    door.clock.advance(15 * SECOND)
    expect(await code(issue())).toBe('CHALLENGE_LIMIT_EXCEEDED')
    expect(await code(verify('123456'))).toBe(204)
  })

  test('a new session has its own codes', async () => {
    await issue()
    const first = token
    token = await door.enter(email)
    expect(await code(verify('123456'))).toBe('STATE_INVALID')
    expect(await code(issue())).toBe(204)
    expect(await code(verify('123456'))).toBe(204)
    token = first
    expect(await code(verify('123456'))).toBe(204)
  })

  test('a code is good for five minutes, while the session is kept alive', async () => {
    await issue()
    door.clock.advance(4 * 60 * SECOND)
    await door.call('GET', '/users', { token })
    door.clock.advance(60 * SECOND)
    expect(await code(verify('123456'))).toBe('VERIFICATION_CODE_EXPIRED')
    expect(await code(verify('123456'))).toBe('VERIFICATION_CODE_EXPIRED')
    expect(await code(issue())).toBe(204)
    expect(await code(verify('123456'))).toBe(204)
  })

  test.each(['12345', '1234567', 'abcdef', ''])('%s is no code at all, and costs no attempt', async (text) => {
    await issue()
    for (let i = 0; i < 6; i++) expect((await verify(text)).status).toBe(400)
    expect(await code(verify('123456'))).toBe(204)
  })

  test('a repeated reference is answered alike in its own session, and does nothing for another one', async () => {
    const ref = randomUUID()
    await issue()
    expect(await code(verify('123456', ref))).toBe(204)
    expect(await code(verify('123456', ref))).toBe(204)
    token = await door.enter(email)
    expect(await code(verify('123456', ref))).toBe('STATE_INVALID')
  })

  test('two orders at the same moment are one code', async () => {
    const answers = await Promise.all([code(issue()), code(issue())])
    expect(answers.sort()).toEqual([204, 'RETRY_IN_15SEC'])
  })

  test('without an enrolled number there is no step-up by SMS; other channels are malformed', async () => {
    await door.store.db.deleteFrom('sandbox_factor').execute()
    expect(await code(issue())).toBe('CHANNEL_NOT_REGISTERED')
    expect(await code(verify('123456'))).toBe('CHANNEL_NOT_REGISTERED')
    expect((await door.call('POST', '/stepup/challenges/otp/EMAIL', { token })).status).toBe(400)
  })

  test('a phone that says yes steps the session up, one that says no does not', async () => {
    const push = () => door.call('POST', '/stepup/challenges/push/AUTHY', { token })
    expect(await code(push())).toBe('CHANNEL_NOT_REGISTERED')
    await door.inTx((ctx) => putFactor(ctx, rootUserId, 'AUTHY', 'ACTIVE'))
    const says = async (challengeId: string, status: 'VERIFIED' | 'DECLINED') =>
      door.inTx((ctx) => answerPush(ctx, door.sandbox.keys, { credentialId: rootUserId, challengeId, status }))
    const declined = field(await push(), 'id')
    expect(await says(declined, 'DECLINED')).toMatchObject({ ok: true })
    expect(await says(declined, 'VERIFIED')).toMatchObject({ refusal: 'STATE_INVALID' })
    expect(await isSteppedUp()).toBe(false)
    expect(await says('1', 'VERIFIED')).toMatchObject({ refusal: 'NOT_FOUND' })
    expect(await says(field(await push(), 'id'), 'VERIFIED')).toMatchObject({ ok: true })
    expect(await isSteppedUp()).toBe(true)
    expect(await code(push())).toBe('STATE_INVALID')
  })

  test('a phone is asked five times in a session, not six', async () => {
    await door.inTx((ctx) => putFactor(ctx, rootUserId, 'AUTHY', 'ACTIVE'))
    const answers = []
    for (let i = 0; i < 6; i++)
      answers.push((await door.call('POST', '/stepup/challenges/push/AUTHY', { token })).status)
    expect(answers).toEqual([200, 200, 200, 200, 200, 409])
  })

  test('opening an account asks for step-up first', async () => {
    const body = { profileId: '2001', friendlyName: 'Test', currency: 'EUR' }
    const open = () => door.call('POST', '/managed_accounts', { token, body, ref: randomUUID() })
    const refused = await open()
    expect([refused.status, refused.body]).toEqual([
      403,
      { errorCode: 'STEP_UP_REQUIRED', message: 'STEP_UP_REQUIRED' },
    ])
    await issue()
    await verify('123456')
    expect((await open()).status).toBe(200)
  })

  test('an old statement asks for step-up, a young one does not', async () => {
    await issue()
    await verify('123456')
    const body = { profileId: '2001', friendlyName: 'Test', currency: 'EUR' }
    const id = field(await door.call('POST', '/managed_accounts', { token, body, ref: randomUUID() }), 'id')
    token = await door.enter(email)
    const statement = async (query = '', headers = {}) =>
      (await door.call('GET', `/managed_accounts/${id}/statement${query}`, { token, headers })).status
    expect(await statement()).toBe(200)
    door.clock.advance(91 * 24 * 60 * 60 * SECOND)
    token = await door.enter(email)
    const recent = door.clock.now() - 89 * 24 * 60 * 60 * SECOND
    expect(await statement()).toBe(403)
    expect(await statement(`?fromTimestamp=${recent}`)).toBe(200)
    expect(await statement('?fromTimestamp=0')).toBe(403)
    const stranger = await door.enter((await door.company()).email)
    const asked = await door.call('GET', `/managed_accounts/${id}/statement?fromTimestamp=0`, { token: stranger })
    expect(asked.status).toBe(404)
    expect(await statement(`?startPeriod=${recent}`)).toBe(403)
    expect(await statement(`?startPeriod=${recent}`, { 'x-api-version': 'LATEST' })).toBe(200)
    await issue()
    await verify('123456')
    expect(await statement()).toBe(200)
  })
})
