import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { enrolBiometric } from '../domain/factors/enrol-biometric'
import { putFactor } from '../domain/factors/factor-rows'
import { type FrontDoor, field, openFrontDoor, password } from '../testing/front-door'
import { type Company, phoneOf, said } from '../testing/phone'
import { listener, type Told } from '../testing/told'

const MINUTE = 60_000

onEachEngine('signing in by phone', (open) => {
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

  it('a phone signs its person in: what it hands over is good for one stepped-up session', async () => {
    const ask = (body: object) => door.call('POST', '/login_via_biometrics', { body })
    const exchange = (body: object, as?: string) => door.call('POST', '/access_token', { body, token: as })
    const mine = { type: 'CORPORATE', id: company.identityId }
    expect(said(await ask({ email: company.email }))).toBe('CHANNEL_NOT_REGISTERED')
    await hand.enrolled('BIOMETRIC')
    const challenge = field(await ask({ email: company.email, identity: mine }), 'challengeId')
    const { code, token: handed = '' } = await hand.does('verify_success', challenge)
    expect([code, handed.length > 20]).toEqual(['COMPLETED', true])
    expect((await door.call('GET', '/users', { token: handed })).status).toBe(403)
    expect((await exchange({ identity: mine, token: 'nonsense' })).status).toBe(403)
    expect((await exchange({ identity: mine, token })).status).toBe(403)
    expect((await exchange({ identity: mine })).status).toBe(403)
    expect((await exchange({ identity: mine, token: handed, clientAssertion: 'x' })).status).toBe(403)
    const session_ = await exchange({ identity: mine, token: handed })
    expect(session_.body).toMatchObject({ identity: mine, credentials: hand.credential, status: 'STEPPED_UP' })
    expect((await door.call('GET', '/users', { token: field(session_, 'token') })).status).toBe(200)
    expect((await exchange({ identity: mine, token: handed })).status).toBe(403)
    expect(await told()).toEqual([
      hand.news.signIn('BIOMETRIC', 'VERIFIED'),
      hand.news.signIn('ACCESS_TOKEN', 'VERIFIED'),
    ])
  })

  it('what a phone hands over is for its own person, and not for long', async () => {
    const other = await door.company()
    await hand.enrolled('BIOMETRIC')
    const handed = async () => {
      const body = { email: company.email }
      const id = field(await door.call('POST', '/login_via_biometrics', { body }), 'challengeId')
      return (await hand.does('verify_success', id)).token
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
    await hand.enrolled('BIOMETRIC')
    const body = { email: company.email }
    const id = field(await door.call('POST', '/login_via_biometrics', { body }), 'challengeId')
    if (what) expect(await hand.does(what, id)).toEqual({ code: 'COMPLETED' })
    else await hand.waits(token)
    expect(await told()).toEqual([hand.news.signIn('BIOMETRIC', status)])
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
    expect(await told()).toEqual([hand.news.enrolment('BIOMETRIC', 'ACTIVE')])
    expect(await enrolled()).toMatchObject({ refusal: 'CHANNEL_ALREADY_REGISTERED' })
    await hand.forgets()
    expect(await enrolled()).toMatchObject({ refusal: 'CHANNEL_NOT_REGISTERED' })
  })
})
