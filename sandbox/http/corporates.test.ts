import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { manageOnboarding } from '../domain/identities/manage-onboarding'
import { deactivateIdentity } from '../domain/identities/switch-identity'
import { corporateDesk, corporateOrder, refused } from '../testing/corporate-desk'
import { type FrontDoor, field, freshStore, openFrontDoor, password } from '../testing/front-door'

const DAY = 24 * 60 * 60_000

onEachEngine('corporates', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  let desk: ReturnType<typeof corporateDesk>
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
    desk = corporateDesk(door)
  })

  test('before the check everything may change; a new address and a new number have to be proved', async () => {
    const who = await desk.created()
    const token = await door.session(who)
    await desk.send('ada@alder.example')
    await desk.verify('ada@alder.example')
    const change = {
      tag: 'renamed',
      industry: 'FINANCE',
      sourceOfFunds: 'LOAN_FROM_THIRD_PARTIES',
      feeGroup: 'STANDARD',
      baseCurrency: 'GBP',
      name: 'Augusta',
      surname: 'King',
      email: 'AK@alder.example',
      mobile: { countryCode: '+44', number: '7700900123' },
      dateOfBirth: { year: 1986, month: 1, day: 2 },
      companyBusinessAddress: { addressLine1: '9 Elm', city: 'Cork', postCode: 'T12', country: 'IE' },
      userTag: 'chair',
      locale: 'fr',
      brand: 'other',
    }
    const { status, body } = await desk.patch(token, change)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      tag: 'renamed',
      industry: 'FINANCE',
      sourceOfFunds: 'LOAN_FROM_THIRD_PARTIES',
      feeGroup: 'STANDARD',
      baseCurrency: 'GBP',
      company: { businessAddress: change.companyBusinessAddress, name: 'Alder Furniture Ltd' },
      rootUser: {
        name: 'Augusta',
        surname: 'King',
        email: 'ak@alder.example',
        emailVerified: false,
        mobile: change.mobile,
        mobileNumberVerified: false,
        dateOfBirth: change.dateOfBirth,
        tag: 'chair',
        locale: 'fr',
        brand: 'other',
      },
    })
    expect((await door.call('GET', '/corporates', { token })).body).toEqual(body)
    expect((await desk.patch(token, {})).body).toEqual(body)
  })

  test('what a change may not be', async () => {
    const token = await door.session(await desk.created())
    await door.company({ email: 'other@alder.example' })
    const cases: [string, object][] = [
      ['FEE_GROUP_INVALID', { feeGroup: 'GOLD' }],
      ['UNSUPPORTED_CURRENCY', { baseCurrency: 'JPY' }],
      ['COUNTRY_INVALID', { companyBusinessAddress: { ...corporateOrder.company.businessAddress, country: 'ZZ' } }],
      ['COUNTRY_UNSUPPORTED', { companyBusinessAddress: { ...corporateOrder.company.businessAddress, country: 'US' } }],
      ['MOBILE_OR_COUNTRY_CODE_INVALID', { mobile: { countryCode: '+999', number: '123456' } }],
      ['EMAIL_DOMAIN_NOT_ALLOWED', { email: 'ada@disposable.example' }],
      ['EMAIL_NOT_UNIQUE', { email: 'other@alder.example' }],
    ]
    const before = (await door.call('GET', '/corporates', { token })).body
    for (const [code, change] of cases)
      expect([code, await desk.patch(token, { tag: 'x', ...change })]).toMatchObject([code, refused(code)])
    expect((await door.call('GET', '/corporates', { token })).body).toEqual(before)
    expect((await desk.patch(token, { name: 'R2D2' })).status).toBe(400)
    expect((await desk.patch(token, { surname: 'A'.repeat(21) })).status).toBe(400)
  })

  test('number and address do not change as often as one likes', async () => {
    const company = await desk.created()
    const token = await door.session(company)
    const dial = (number: string, more: object = {}) =>
      desk.patch(token, { mobile: { countryCode: '+44', number }, ...more })
    for (const number of ['7700900001', '7700900002', '7700900003']) expect((await dial(number)).status).toBe(200)
    expect((await dial('7700900003')).status).toBe(200)
    expect(await dial('7700900004')).toMatchObject(refused('MOBILE_NO_CHANGE_LIMIT_EXCEEDED'))
    expect((await dial('7700900004', { resetMobileCounter: true })).status).toBe(200)
    expect((await desk.patch(token, { email: 'one@alder.example' })).status).toBe(200)
    expect(await desk.patch(token, { email: 'two@alder.example' })).toMatchObject(refused('TOO_FREQUENT_EMAIL_CHANGES'))
    door.clock.advance(DAY)
    const later = await door.session(company)
    expect((await desk.patch(later, { email: 'two@alder.example' })).status).toBe(200)
  })

  test('once verified, the root user and the business address are frozen until the check is opened again', async () => {
    const company = await door.company()
    const token = await door.session(company)
    const businessAddress = corporateOrder.company.businessAddress
    for (const frozen of [
      { name: 'Eve' },
      { surname: 'Other' },
      { email: 'eve@alder.example' },
      { mobile: { countryCode: '+44', number: '7700900999' } },
      { dateOfBirth: { year: 1990, month: 1, day: 1 } },
      { companyBusinessAddress: businessAddress },
    ])
      expect(await desk.patch(token, frozen)).toMatchObject(refused('ROOT_USER_ALREADY_VERIFIED'))
    const same = { name: 'Ada', email: company.email.toUpperCase(), tag: 'still', industry: 'FINANCE' }
    expect(await desk.patch(token, same)).toMatchObject({ status: 200, body: { tag: 'still', industry: 'FINANCE' } })
    await desk.review(company.identityId, 'DOCUMENTS_REQUESTED')
    expect(await desk.patch(token, { surname: 'Other' })).toMatchObject({
      status: 200,
      body: { rootUser: { surname: 'Other' } },
    })
  })

  test('what was sent to a former address or number is worth nothing', async () => {
    const company = await desk.created()
    const token = await door.session(company)
    const set = { password: await door.typed(password) }
    await door.call('POST', `/passwords/${company.rootUserId}/create`, { body: set })
    await door.call('POST', '/passwords/lost_password/start', { body: { email: 'ada@alder.example' } })
    await door.call('POST', '/authentication_factors/otp/SMS', { token })
    await desk.patch(token, { email: 'new@alder.example', mobile: { countryCode: '+44', number: '7700900321' } })
    const code = { token, body: { verificationCode: '123456' } }
    expect(await door.call('POST', '/authentication_factors/otp/SMS/verify', code)).toMatchObject(
      refused('STATE_INVALID'),
    )
    const resume = { nonce: '123456', email: 'new@alder.example', newPassword: await door.typed('Another-2026!') }
    expect(await door.call('POST', '/passwords/lost_password/resume', { body: resume })).toMatchObject(
      refused('INVALID_NONCE_OR_EMAIL'),
    )
  })

  test('a repeated change with one reference is one change', async () => {
    const token = await door.session(await desk.created())
    const first = await desk.patch(token, { tag: 'first' }, 'ref')
    await desk.patch(token, { tag: 'second' })
    expect((await desk.patch(token, { tag: 'first' }, 'ref')).body).toEqual(first.body)
    expect((await door.call('GET', '/corporates', { token })).body).toMatchObject({ tag: 'second' })
  })

  test('a check is not started where it has ended, is looked at, or is done by others', async () => {
    const company = await door.company()
    const token = await door.session(company)
    expect(await desk.startKyb(token)).toMatchObject(refused('KYB_ALREADY_APPROVED'))
    await desk.review(company.identityId, 'DOCUMENTS_REQUESTED')
    expect(await desk.kyb(token)).toEqual({ kybStatus: 'APPROVED', ongoingKybStatus: 'INITIATED' })
    const first = field(await desk.startKyb(token), 'reference')
    expect(field(await desk.startKyb(token), 'reference')).not.toBe(first)
    await desk.review(company.identityId, 'PENDING_REVIEW')
    expect(await desk.startKyb(token)).toMatchObject(refused('KYB_PENDING_REVIEW'))
    await desk.review(company.identityId, 'REJECTED')
    expect(await desk.startKyb(token)).toMatchObject(refused('KYB_PERMANENTLY_REJECTED'))
    expect(await desk.kyb(token)).toEqual({ kybStatus: 'REJECTED', ongoingKybStatus: 'REJECTED' })

    const managed = await desk.created()
    const theirs = await door.session(managed)
    await desk.send('ada@alder.example')
    await desk.verify('ada@alder.example')
    await door.inTx((ctx) => manageOnboarding(ctx, { identityId: managed.identityId, pending: true }))
    expect(await desk.startKyb(theirs)).toMatchObject(refused('MANAGED_ONBOARDING_PENDING'))
  })

  test('a consumer has no company', async () => {
    const token = await door.session(await door.consumer())
    const forbidden = refused('INSUFFICIENT_PERMISSIONS', 403)
    expect(await door.call('GET', '/corporates', { token })).toMatchObject(forbidden)
    expect(await desk.patch(token, { tag: 'x' })).toMatchObject(forbidden)
    expect(await desk.startKyb(token)).toMatchObject(forbidden)
    expect(await door.call('GET', '/corporates/kyb', { token })).toMatchObject(forbidden)
  })

  test('nobody gets in where the identity was switched off, not even with a session', async () => {
    const company = await door.company()
    const token = await door.session(company)
    await door.inTx((ctx) =>
      deactivateIdentity(ctx, { identityId: company.identityId, reasonCode: 'ACCOUNT_SECURITY' }),
    )
    expect((await door.call('GET', '/corporates', { token })).status).toBe(401)
    expect((await door.login(company.email)).status).toBe(403)
  })
})
