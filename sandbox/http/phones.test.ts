import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { enrolBiometric } from '../domain/factors/enrol-biometric'
import { finishOtpEnrolment, startOtpEnrolment } from '../domain/factors/enrol-otp'
import { putFactor } from '../domain/factors/factor-rows'
import { unlinkPush } from '../domain/factors/push'
import { type FrontDoor, field, openFrontDoor } from '../testing/front-door'
import { type Company, phoneOf, said } from '../testing/phone'
import { listener, type Told } from '../testing/told'

const DAY = 24 * 60 * 60_000
const PUSH = '/authentication_factors/push/AUTHY'

onEachEngine('phones', (open) => {
  let door: FrontDoor
  let company: Company
  let hand: ReturnType<typeof phoneOf>
  let token: string
  let told: (event?: string) => Promise<Told[]>
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    told = listener(door.store)
  })
  beforeEach(async () => {
    // What the test before has left waiting is not this one's.
    await door.store.db.deleteFrom('sandbox_due').execute()
    company = await door.company()
    hand = phoneOf(door, company)
    token = await hand.session()
    await told()
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })

  const post = (path: string, body?: unknown, as = token) =>
    door.call('POST', path, { ...(body !== undefined && { body }), token: as })
  const enrol = async (as = token) => said(await post(PUSH, undefined, as))
  const factors = async () => (await door.call('GET', '/authentication_factors', { token })).body

  it('an app is linked when its person accepts on the phone', async () => {
    expect(await enrol()).toBe(204)
    expect(await factors()).toMatchObject({ factors: [{ status: 'PENDING_VERIFICATION' }, { channel: 'SMS' }] })
    expect(await hand.does('verify_success')).toEqual({ code: 'COMPLETED' })
    expect(await hand.does('verify_success')).toEqual({ code: 'DENIED' })
    expect(await factors()).toMatchObject({ factors: [{ type: 'PUSH', status: 'ACTIVE' }, { channel: 'SMS' }] })
    expect(await told()).toEqual([hand.news.enrolment('PUSH', 'ACTIVE')])
    expect(await enrol()).toBe('CHANNEL_ALREADY_REGISTERED')
  })

  it.each(['verify_invalid', 'verify_expired', undefined] as const)('an app that meets %s is not', async (what) => {
    await enrol()
    if (what) await hand.does(what)
    else await hand.waits(token)
    expect(await factors()).toMatchObject({ factors: [{ channel: 'AUTHY', status: 'INACTIVE' }, { channel: 'SMS' }] })
    expect(await told()).toEqual([hand.news.enrolment('PUSH', 'INACTIVE')])
    expect(await enrol()).toBe(204)
  })

  it('an app is asked three times in a session and five times a day', async () => {
    const other = await hand.session()
    const answers = []
    for (const as of [token, token, token, token, other, other, other]) answers.push(await enrol(as))
    expect(answers.slice(0, 4)).toEqual([204, 204, 204, 'CHALLENGE_LIMIT_EXCEEDED'])
    expect(answers.slice(4)).toEqual([204, 204, 'ENROLMENT_LIMIT_EXCEEDED'])
    door.clock.advance(DAY)
    expect(await enrol(await hand.session())).toBe(204)
    expect(await hand.does('verify_success')).toEqual({ code: 'COMPLETED' })
  })

  it('an app that was unlinked while it was asked stays so', async () => {
    await enrol()
    expect((await door.call('DELETE', PUSH, { token })).status).toBe(204)
    expect(await hand.does('verify_success')).toEqual({ code: 'DENIED' })
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
    await hand.number(`77${ending}`)
    await hand.forgets()
    expect(await enrol()).toBe(byApp)
    expect(said(await post('/authentication_factors/otp/SMS'))).toBe(byCode)
    const body = { verificationCode: '123456' }
    const verified = byCode === 204 ? 204 : ['900990', '900991'].includes(ending) ? 'STATE_INVALID' : byCode
    expect(said(await post('/authentication_factors/otp/SMS/verify', body))).toBe(verified)
  })

  it('some countries and some numbers get no codes', async () => {
    await hand.number('7700900101', '+850')
    expect(await enrol()).toBe('MOBILE_COUNTRY_NOT_SUPPORTED')
    expect(said(await post('/stepup/challenges/otp/SMS'))).toBe('MOBILE_COUNTRY_NOT_SUPPORTED')
    await hand.forgets()
    expect(said(await post('/authentication_factors/otp/SMS'))).toBe('MOBILE_COUNTRY_NOT_SUPPORTED')
    await door.inTx((ctx) => putFactor(ctx, company.rootUserId, 'SMS', 'ACTIVE'))
    await hand.enrolled('AUTHY')
    token = await hand.session(false)
    const answers = []
    for (const ending of ['0', '1', '2']) {
      await hand.number(`7790098${ending}`)
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
    await hand.enrolled('AUTHY')
    token = await hand.session(false)
    const id = field(await post('/stepup/challenges/push/AUTHY'), 'id')
    if (what) expect(await hand.does(what, id)).toEqual({ code: 'COMPLETED' })
    else await hand.waits(token)
    expect(await told()).toEqual([hand.news.stepUp(id, 'PUSH', status)])
    expect(await hand.does('verify_success', id)).toEqual({ code: 'DENIED' })
    expect(await enrol()).toBe(status === 'VERIFIED' ? 'CHANNEL_ALREADY_REGISTERED' : 'STEP_UP_REQUIRED')
  })

  it('a step-up by code is told of when it succeeds, fails and expires', async () => {
    const issue = async () => {
      token = await hand.session(false)
      await post('/stepup/challenges/otp/SMS')
    }
    const enter = async (verificationCode: string) =>
      said(await post('/stepup/challenges/otp/SMS/verify', { verificationCode }))
    const challengeId = expect.stringMatching(/^\d+$/)
    await issue()
    await enter('123456')
    expect(await told()).toEqual([hand.news.stepUp(challengeId, 'OTP', 'VERIFIED')])
    await issue()
    for (let i = 0; i < 5; i++) await enter('000000')
    expect(await told()).toEqual([hand.news.stepUp(challengeId, 'OTP', 'DECLINED')])
    await issue()
    await hand.waits(token)
    expect(await told()).toEqual([hand.news.stepUp(challengeId, 'OTP', 'EXPIRED')])
    expect(await enter('123456')).toBe('VERIFICATION_CODE_EXPIRED')
    expect(await told()).toEqual([])
  })

  it('a number that is enrolled by code is told of', async () => {
    await hand.forgets()
    await post('/authentication_factors/otp/SMS')
    await post('/authentication_factors/otp/SMS/verify', { verificationCode: '123456' })
    expect(await told()).toEqual([hand.news.enrolment('OTP', 'ACTIVE')])
  })

  it('the phone answers its own person only, and the programme must have a key', async () => {
    await hand.enrolled('AUTHY')
    token = await hand.session(false)
    const id = field(await post('/stepup/challenges/push/AUTHY'), 'id')
    expect(await hand.does('verify_success', id, '1')).toEqual({ code: 'DENIED' })
    const path = `/factors/${company.rootUserId}/challenges/${id}/verify_success`
    expect((await hand.request(path, {})).status).toBe(401)
    expect((await hand.request('/factors/x/challenges/1/verify_success')).status).toBe(400)
  })
})
