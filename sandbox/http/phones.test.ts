import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { issueToken } from '../domain/access/tokens'
import { runDue } from '../domain/due/run-due'
import { enrolBiometric } from '../domain/factors/enrol-biometric'
import { finishOtpEnrolment, startOtpEnrolment } from '../domain/factors/enrol-otp'
import { putFactor } from '../domain/factors/factor-rows'
import { unlinkPush } from '../domain/factors/push'
import { simulatorApp } from '../simulator/app'
import { type Answer, type FrontDoor, field, keys, openFrontDoor, password } from '../testing/front-door'
import { listener, type Told } from '../testing/told'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const PUSH = '/authentication_factors/push/AUTHY'

onEachEngine('phones', (open) => {
  let door: FrontDoor
  let simulator: ReturnType<typeof simulatorApp>
  let company: Awaited<ReturnType<FrontDoor['company']>>
  let token: string
  let told: (event?: string) => Promise<Told[]>
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    simulator = simulatorApp(door.sandbox)
    told = listener(door.store)
  })
  beforeEach(async () => {
    // What the test before has left waiting is not this one's.
    await door.store.db.deleteFrom('sandbox_due').execute()
    company = await door.company()
    token = await session()
    await told()
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })

  const session = (steppedUp = true, kind: 'ACCESS' | 'AUTH' = 'ACCESS') =>
    door.inTx((ctx) =>
      issueToken(ctx, door.sandbox.keys, {
        credentialId: company.rootUserId,
        identityId: company.identityId,
        kind,
        steppedUp,
      }),
    )
  const said = ({ status, body }: Answer) => {
    const code = body && typeof body === 'object' ? Reflect.get(body, 'errorCode') : undefined
    return code ?? status
  }
  const post = (path: string, body?: unknown, as: string | undefined = token) =>
    door.call('POST', path, { ...(body !== undefined && { body }), token: as })
  const enrol = async (as = token) => said(await post(PUSH, undefined, as))
  const factors = async () => (await door.call('GET', '/authentication_factors', { token })).body
  /** What the person does on the phone. */
  const does = async (
    what: 'verify_success' | 'verify_invalid' | 'verify_expired',
    challenge = '0',
    who = company.rootUserId,
  ) => {
    const headers = { 'programme-key': keys.apiKey }
    const path = `/factors/${who}/challenges/${challenge}/${what}`
    const answer = await simulator.request(path, { method: 'POST', headers })
    return (await answer.json()) as { code: string; token?: string }
  }
  /** Five minutes later, for a session that is kept alive. */
  const later = async () => {
    for (let i = 0; i < 2; i++) {
      door.clock.advance(2.5 * MINUTE)
      await factors()
    }
    while (await door.inTx(runDue)) {}
  }
  const phone = (channel: 'AUTHY' | 'BIOMETRIC') =>
    door.inTx((ctx) => putFactor(ctx, company.rootUserId, channel, 'ACTIVE'))
  const number = (mobile_number: string, mobile_country_code = '+44') =>
    door.store.db
      .updateTable('sandbox_credential')
      .set({ mobile_number, mobile_country_code })
      .where('id', '=', company.rootUserId)
      .execute()

  const credential = () => ({ type: 'ROOT', id: company.rootUserId })
  const identity = () => ({ type: 'corporates', id: company.identityId })
  const publishedTimestamp = expect.stringMatching(/^\d+$/)
  const enrolment = (type: string, status: string) => ({
    event: 'authentication_factors_watch',
    payload: { credentialId: credential(), type, status, publishedTimestamp },
  })
  const stepUp = (challengeId: string, type: string, status: string) => ({
    event: 'stepup_watch',
    payload: { credential: credential(), identity: identity(), challengeId, type, status, publishedTimestamp },
  })
  const signIn = (type: string, status: string) => ({
    event: 'login_watch',
    payload: { credential: credential(), identity: identity(), type, status, publishedTimestamp },
  })

  it('an app is linked when its person accepts on the phone', async () => {
    expect(await enrol()).toBe(204)
    expect(await factors()).toMatchObject({ factors: [{ status: 'PENDING_VERIFICATION' }, { channel: 'SMS' }] })
    expect(await does('verify_success')).toEqual({ code: 'COMPLETED' })
    expect(await does('verify_success')).toEqual({ code: 'DENIED' })
    expect(await factors()).toMatchObject({ factors: [{ type: 'PUSH', status: 'ACTIVE' }, { channel: 'SMS' }] })
    expect(await told()).toEqual([enrolment('PUSH', 'ACTIVE')])
    expect(await enrol()).toBe('CHANNEL_ALREADY_REGISTERED')
  })

  it.each(['verify_invalid', 'verify_expired', undefined] as const)('an app that meets %s is not', async (what) => {
    await enrol()
    if (what) await does(what)
    else await later()
    expect(await factors()).toMatchObject({ factors: [{ channel: 'AUTHY', status: 'INACTIVE' }, { channel: 'SMS' }] })
    expect(await told()).toEqual([enrolment('PUSH', 'INACTIVE')])
    expect(await enrol()).toBe(204)
  })

  it('an app is asked three times in a session and five times a day', async () => {
    const other = await session()
    const answers = []
    for (const as of [token, token, token, token, other, other, other]) answers.push(await enrol(as))
    expect(answers.slice(0, 4)).toEqual([204, 204, 204, 'CHALLENGE_LIMIT_EXCEEDED'])
    expect(answers.slice(4)).toEqual([204, 204, 'ENROLMENT_LIMIT_EXCEEDED'])
    door.clock.advance(DAY)
    expect(await enrol(await session())).toBe(204)
    expect(await does('verify_success')).toEqual({ code: 'COMPLETED' })
  })

  it('an app that was unlinked while it was asked stays so', async () => {
    await enrol()
    expect((await door.call('DELETE', PUSH, { token })).status).toBe(204)
    expect(await does('verify_success')).toEqual({ code: 'DENIED' })
    expect(said(await door.call('DELETE', PUSH, { token }))).toBe('CHANNEL_NOT_REGISTERED')
  })

  it.each([
    ['900990', 'MOBILE_NUMBER_INVALID', 204],
    ['900991', 'MOBILE_NUMBER_NOT_AVAILABLE', 'MOBILE_NUMBER_NOT_AVAILABLE'],
    ['900992', 'TYPE_DOES_NOT_SUPPORT_ENROLMENT', 'TYPE_DOES_NOT_SUPPORT_ENROLMENT'],
    ['900993', 'CHANNEL_NOT_SUPPORTED', 'CHANNEL_NOT_SUPPORTED'],
    ['900994', 204, 'CHANNEL_NOT_READY'],
    ['900995', 204, 'PASSCODE_NOT_SET'],
  ])('a number that ends with %s enrols with %s by code and %s by app', async (ending, byCode, byApp) => {
    await number(`77${ending}`)
    await door.store.db.deleteFrom('sandbox_factor').where('credential_id', '=', company.rootUserId).execute()
    expect(await enrol()).toBe(byApp)
    expect(said(await post('/authentication_factors/otp/SMS'))).toBe(byCode)
    const body = { verificationCode: '123456' }
    const verified = byCode === 204 ? 204 : ['900990', '900991'].includes(ending) ? 'STATE_INVALID' : byCode
    expect(said(await post('/authentication_factors/otp/SMS/verify', body))).toBe(verified)
  })

  it('some countries and some numbers get no codes', async () => {
    await number('7700900101', '+850')
    expect(await enrol()).toBe('MOBILE_COUNTRY_NOT_SUPPORTED')
    expect(said(await post('/stepup/challenges/otp/SMS'))).toBe('MOBILE_COUNTRY_NOT_SUPPORTED')
    await door.store.db.deleteFrom('sandbox_factor').where('credential_id', '=', company.rootUserId).execute()
    expect(said(await post('/authentication_factors/otp/SMS'))).toBe('MOBILE_COUNTRY_NOT_SUPPORTED')
    await door.inTx((ctx) => putFactor(ctx, company.rootUserId, 'SMS', 'ACTIVE'))
    await phone('AUTHY')
    token = await session(false)
    const answers = []
    for (const ending of ['0', '1', '2']) {
      await number(`7790098${ending}`)
      answers.push(said(await post('/stepup/challenges/otp/SMS')))
    }
    expect(answers).toEqual(['MOBILE_NUMBER_INVALID', 'MOBILE_COUNTRY_NOT_SUPPORTED', 'CHANNEL_NOT_SUPPORTED'])
    expect(said(await post('/stepup/challenges/push/AUTHY'))).toBe('CHANNEL_NOT_SUPPORTED')
    const body = { verificationCode: '123456' }
    expect(said(await post('/stepup/challenges/otp/SMS/verify', body))).toBe('CHANNEL_NOT_SUPPORTED')
  })

  it('somebody who was shut out a moment ago enrols nothing', async () => {
    await door.store.db
      .updateTable('sandbox_credential')
      .set({ active: 0 })
      .where('id', '=', company.rootUserId)
      .execute()
    const who = { credentialId: company.rootUserId, credentialType: 'ROOT', identityType: 'CORPORATE' } as const
    const actor = {
      ...who,
      identityId: company.identityId,
      tokenId: '1',
      tokenKind: 'ACCESS',
      steppedUp: true,
    } as const
    const inactive = { ok: false, refusal: 'CREDENTIALS_INACTIVE' }
    expect(await door.inTx((ctx) => unlinkPush({ ...ctx, actor }, 'AUTHY'))).toEqual(inactive)
    expect(await door.inTx((ctx) => startOtpEnrolment({ ...ctx, actor }))).toEqual(inactive)
    expect(await door.inTx((ctx) => finishOtpEnrolment({ ...ctx, actor }, '123456'))).toEqual(inactive)
    expect(await door.inTx((ctx) => enrolBiometric(ctx, company.rootUserId))).toMatchObject({
      refusal: 'CREDENTIALS_INACTIVE',
    })
  })

  it.each([
    ['verify_success', 'VERIFIED'],
    ['verify_invalid', 'DECLINED'],
    ['verify_expired', 'EXPIRED'],
    [undefined, 'EXPIRED'],
  ] as const)('a step-up that meets %s is %s, and the platform hears of it', async (what, status) => {
    await phone('AUTHY')
    token = await session(false)
    const id = field(await post('/stepup/challenges/push/AUTHY'), 'id')
    if (what) expect(await does(what, id)).toEqual({ code: 'COMPLETED' })
    else await later()
    expect(await told()).toEqual([stepUp(id, 'PUSH', status)])
    expect(await does('verify_success', id)).toEqual({ code: 'DENIED' })
    expect(await enrol()).toBe(status === 'VERIFIED' ? 'CHANNEL_ALREADY_REGISTERED' : 'STEP_UP_REQUIRED')
  })

  it('a step-up by code is told of when it succeeds, fails and expires', async () => {
    const issue = async () => {
      token = await session(false)
      await post('/stepup/challenges/otp/SMS')
    }
    const enter = async (verificationCode: string) =>
      said(await post('/stepup/challenges/otp/SMS/verify', { verificationCode }))
    const challengeId = expect.stringMatching(/^\d+$/)
    await issue()
    await enter('123456')
    expect(await told()).toEqual([stepUp(challengeId, 'OTP', 'VERIFIED')])
    await issue()
    for (let i = 0; i < 5; i++) await enter('000000')
    expect(await told()).toEqual([stepUp(challengeId, 'OTP', 'DECLINED')])
    await issue()
    await later()
    expect(await told()).toEqual([stepUp(challengeId, 'OTP', 'EXPIRED')])
    expect(await enter('123456')).toBe('VERIFICATION_CODE_EXPIRED')
    expect(await told()).toEqual([])
  })

  it('a number that is enrolled by code is told of', async () => {
    await door.store.db.deleteFrom('sandbox_factor').where('credential_id', '=', company.rootUserId).execute()
    await post('/authentication_factors/otp/SMS')
    await post('/authentication_factors/otp/SMS/verify', { verificationCode: '123456' })
    expect(await told()).toEqual([enrolment('OTP', 'ACTIVE')])
  })

  it('the phone answers its own person only, and the programme must have a key', async () => {
    await phone('AUTHY')
    token = await session(false)
    const id = field(await post('/stepup/challenges/push/AUTHY'), 'id')
    expect(await does('verify_success', id, '1')).toEqual({ code: 'DENIED' })
    const path = `/factors/${company.rootUserId}/challenges/${id}/verify_success`
    expect((await simulator.request(path, { method: 'POST' })).status).toBe(401)
    const headers = { 'programme-key': keys.apiKey }
    expect(
      (await simulator.request('/factors/x/challenges/1/verify_success', { method: 'POST', headers })).status,
    ).toBe(400)
  })

  it('a phone signs its person in: what it hands over is good for one stepped-up session', async () => {
    const ask = (body: object) => door.call('POST', '/login_via_biometrics', { body })
    const exchange = (body: object, as?: string) => door.call('POST', '/access_token', { body, token: as })
    const mine = { type: 'CORPORATE', id: company.identityId }
    expect(said(await ask({ email: company.email }))).toBe('CHANNEL_NOT_REGISTERED')
    await phone('BIOMETRIC')
    const challenge = field(await ask({ email: company.email, identity: mine }), 'challengeId')
    const { code, token: handed = '' } = await does('verify_success', challenge)
    expect([code, handed.length > 20]).toEqual(['COMPLETED', true])
    expect((await door.call('GET', '/users', { token: handed })).status).toBe(403)
    expect((await exchange({ identity: mine, token: 'nonsense' })).status).toBe(403)
    expect((await exchange({ identity: mine, token })).status).toBe(403)
    expect((await exchange({ identity: mine })).status).toBe(403)
    expect((await exchange({ identity: mine, token: handed, clientAssertion: 'x' })).status).toBe(403)
    const session_ = await exchange({ identity: mine, token: handed })
    expect(session_.body).toMatchObject({ identity: mine, credentials: credential(), status: 'STEPPED_UP' })
    expect((await door.call('GET', '/users', { token: field(session_, 'token') })).status).toBe(200)
    expect((await exchange({ identity: mine, token: handed })).status).toBe(403)
    expect(await told()).toEqual([signIn('BIOMETRIC', 'VERIFIED'), signIn('ACCESS_TOKEN', 'VERIFIED')])
  })

  it('what a phone hands over is for its own person, and not for long', async () => {
    const other = await door.company()
    await phone('BIOMETRIC')
    const handed = async () => {
      const body = { email: company.email }
      const id = field(await door.call('POST', '/login_via_biometrics', { body }), 'challengeId')
      return (await does('verify_success', id)).token
    }
    const body = async (identityId: string) => ({
      identity: { type: 'CORPORATE', id: identityId },
      token: await handed(),
    })
    expect((await door.call('POST', '/access_token', { body: await body(other.identityId) })).status).toBe(404)
    const stranger = await door.enter(other.email)
    const mixed = await door.call('POST', '/access_token', { body: await body(company.identityId), token: stranger })
    expect(mixed.status).toBe(403)
    const late = await body(company.identityId)
    door.clock.advance(5 * MINUTE)
    expect((await door.call('POST', '/access_token', { body: late })).status).toBe(403)
  })

  it.each([
    ['verify_invalid', 'DECLINED'],
    ['verify_expired', 'EXPIRED'],
    [undefined, 'EXPIRED'],
  ] as const)('a sign-in by phone that meets %s is %s', async (what, status) => {
    await phone('BIOMETRIC')
    const body = { email: company.email }
    const id = field(await door.call('POST', '/login_via_biometrics', { body }), 'challengeId')
    if (what) expect(await does(what, id)).toEqual({ code: 'COMPLETED' })
    else await later()
    expect(await told()).toEqual([signIn('BIOMETRIC', status)])
  })

  it('a phone is asked for whichever of the person’s companies has it, unless they are locked out', async () => {
    const there = await door.company()
    const second = await door.user(there.identityId, { email: company.email })
    await door.inTx((ctx) => putFactor(ctx, second, 'BIOMETRIC', 'ACTIVE'))
    const ask = async (body: object) => said(await door.call('POST', '/login_via_biometrics', { body }))
    expect(await ask({ email: company.email })).toBe(200)
    expect(await ask({ email: company.email, identity: { type: 'CORPORATE', id: company.identityId } })).toBe(
      'CHANNEL_NOT_REGISTERED',
    )
    expect(await ask({ email: company.email, identity: { type: 'CORPORATE', id: '1' } })).toBe(403)
    await door.store.db
      .updateTable('sandbox_credential')
      .set({ mobile_number: '77900982' })
      .where('id', '=', second)
      .execute()
    expect(await ask({ email: company.email })).toBe('CHANNEL_NOT_SUPPORTED')
    for (let i = 0; i < 5; i++) await door.login(company.email, 'Wrong-2026!')
    expect(await ask({ email: company.email })).toBe(423)
  })

  it('a phone is enrolled by itself, once a number is proved and a passcode stands beside the password', async () => {
    const enrolled = () => door.inTx((ctx) => enrolBiometric(ctx, company.rootUserId))
    const set = async (plain: string, old = password) =>
      said(
        await post('/passwords/update', {
          oldPassword: await door.typed(old),
          newPassword: await door.typed(plain, 'passCode'),
        }),
      )
    expect(await enrolled()).toMatchObject({ refusal: 'PASSCODE_NOT_SET' })
    expect(await set('123')).toBe('PASSWORD_TOO_SHORT')
    expect(await set('12345')).toBe('PASSWORD_TOO_LONG')
    expect(await set('7777')).toBe('PASSWORD_TOO_SIMPLE')
    expect(await set('1234', 'Wrong-2026!')).toBe('PASSWORD_INCORRECT')
    expect(await set('1234')).toBe(200)
    expect(await set('1234')).toBe('PASSWORD_ALREADY_USED')
    const weigh = async (plain: string) =>
      said(await post('/passwords/validate', { password: await door.typed(plain, 'passCode') }))
    expect([await weigh('4321'), await weigh('432')]).toEqual([204, 'PASSWORD_TOO_SHORT'])
    expect((await door.login(company.email)).status).toBe(200)
    expect((await door.login(company.email, '1234')).status).toBe(403)
    await told()
    expect(await enrolled()).toMatchObject({ ok: true })
    expect(await told()).toEqual([enrolment('BIOMETRIC', 'ACTIVE')])
    expect(await enrolled()).toMatchObject({ refusal: 'CHANNEL_ALREADY_REGISTERED' })
    await door.store.db.deleteFrom('sandbox_factor').where('credential_id', '=', company.rootUserId).execute()
    expect(await enrolled()).toMatchObject({ refusal: 'CHANNEL_NOT_REGISTERED' })
  })
})
