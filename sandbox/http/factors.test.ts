import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { type FrontDoor, freshStore, openFrontDoor } from '../testing/front-door'

onEachEngine('factors', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  let token: string
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
    const { email } = await door.company()
    // Nobody has proved a number yet.
    await door.store.db.deleteFrom('sandbox_factor').execute()
    const unproved = JSON.stringify({ mobileNumberVerified: false })
    await door.store.db.updateTable('sandbox_credential').set({ document: unproved }).execute()
    token = await door.enter(email)
  })

  const OTP = '/authentication_factors/otp/SMS'
  const PUSH = '/authentication_factors/push/AUTHY'
  const start = (ref?: string) => door.call('POST', OTP, { token, ...(ref && { ref }) })
  const finish = (verificationCode: string) => door.call('POST', `${OTP}/verify`, { token, body: { verificationCode } })
  const factors = async () => (await door.call('GET', '/authentication_factors', { token })).body
  const code = async (answer: ReturnType<typeof start>) => {
    const { status, body } = await answer
    return body && typeof body === 'object' ? (Reflect.get(body, 'errorCode') ?? status) : status
  }

  test('a number is enrolled by its code, which proves it and steps the session up', async () => {
    expect(await factors()).toEqual({ factors: [] })
    expect(await code(finish('123456'))).toBe('STATE_INVALID')
    expect(await code(start())).toBe(204)
    expect(await factors()).toEqual({ factors: [{ type: 'OTP', channel: 'SMS', status: 'PENDING_VERIFICATION' }] })
    expect((await door.call('GET', '/corporates', { token })).body).toMatchObject({
      rootUser: { mobileNumberVerified: false },
    })
    expect(await code(door.call('POST', PUSH, { token }))).toBe('STEP_UP_REQUIRED')

    expect(await code(finish('123456'))).toBe(204)
    expect(await factors()).toEqual({ factors: [{ type: 'OTP', channel: 'SMS', status: 'ACTIVE' }] })
    expect((await door.call('GET', '/corporates', { token })).body).toMatchObject({
      rootUser: { mobileNumberVerified: true },
    })
    expect(await code(door.call('POST', PUSH, { token }))).toBe(204)
    expect(await code(start())).toBe('CHANNEL_ALREADY_REGISTERED')
    expect(await code(finish('123456'))).toBe('CHANNEL_ALREADY_REGISTERED')
  })

  test('wrong codes climb the same ladder, and another code may be sent', async () => {
    await start()
    const answers = []
    for (let i = 0; i < 6; i++) answers.push(await code(finish('000000')))
    const wrong = 'VERIFICATION_CODE_INVALID'
    const end = ['ONE_CHALLENGE_LIMIT_REMAINING', 'CHALLENGE_LIMIT_EXCEEDED', 'STATE_INVALID']
    expect(answers).toEqual([wrong, wrong, wrong, ...end])
    expect(await code(start())).toBe(204)
    expect(await code(finish('123456'))).toBe(204)
  })

  test('an expired code enrols nobody', async () => {
    await start()
    for (let i = 0; i < 2; i++) {
      door.clock.advance(150_000)
      await factors()
    }
    expect(await code(finish('123456'))).toBe('VERIFICATION_CODE_EXPIRED')
  })

  test('a repeated order sends one code', async () => {
    const ref = randomUUID()
    await start(ref)
    await start(ref)
    expect(await door.store.db.selectFrom('sandbox_challenge').selectAll().execute()).toHaveLength(1)
  })

  test('without a number there is nothing to enrol', async () => {
    await door.store.db
      .updateTable('sandbox_credential')
      .set({ mobile_country_code: null, mobile_number: null })
      .execute()
    expect(await code(start())).toBe('MOBILE_NUMBER_NOT_AVAILABLE')
  })

  test('an authenticator app waits for the phone, and can be unlinked', async () => {
    await start()
    await finish('123456')
    expect(await code(door.call('DELETE', PUSH, { token }))).toBe('CHANNEL_NOT_REGISTERED')
    expect(await code(door.call('POST', PUSH, { token }))).toBe(204)
    expect(await factors()).toMatchObject({
      factors: expect.arrayContaining([{ type: 'PUSH', channel: 'AUTHY', status: 'PENDING_VERIFICATION' }]),
    })
    await door.store.db.updateTable('sandbox_factor').set({ status: 'ACTIVE' }).where('channel', '=', 'AUTHY').execute()
    expect(await code(door.call('POST', PUSH, { token }))).toBe('CHANNEL_ALREADY_REGISTERED')
    expect(await code(door.call('DELETE', PUSH, { token }))).toBe(204)
    expect(await code(door.call('DELETE', PUSH, { token }))).toBe('CHANNEL_NOT_REGISTERED')
    expect((await door.call('POST', '/authentication_factors/push/BIOMETRIC', { token })).status).toBe(400)
  })
})
