import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { manageOnboarding } from '../domain/identities/manage-onboarding'
import { reviewIdentity } from '../domain/identities/review-identity'
import { deactivateIdentity } from '../domain/identities/switch-identity'
import { programme } from '../domain/programme'
import { type FrontDoor, field, freshStore, openFrontDoor, password } from '../testing/front-door'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

const order = {
  profileId: '1001',
  tag: 'first',
  rootUser: {
    name: 'Ada',
    surname: 'Byron',
    email: 'Ada@Alder.example',
    mobile: { countryCode: '+353', number: '851112222' },
    companyPosition: 'DIRECTOR',
    dateOfBirth: { year: 1985, month: 12, day: 10 },
    tag: 'boss',
    locale: 'en-GB',
    brand: 'alder',
  },
  company: {
    name: 'Alder Furniture Ltd',
    type: 'LLC',
    registrationNumber: '51000100',
    registrationCountry: 'IE',
    businessAddress: { addressLine1: '1 Orchard Road', city: 'Dublin', postCode: 'D02 XY45', country: 'IE' },
  },
  industry: 'MANUFACTURING',
  sourceOfFunds: 'ORDINARY_BUSINESS_ACTIVITY',
  acceptedTerms: true,
  ipAddress: '192.0.2.7',
  baseCurrency: 'EUR',
  feeGroup: 'PREMIUM',
}
type Order = typeof order
type Change = Partial<Omit<Order, 'rootUser' | 'company'>> & {
  rootUser?: Partial<Order['rootUser']>
  company?: Partial<Omit<Order['company'], 'businessAddress'>> & { businessAddress?: object }
}
const ordered = ({ rootUser, company, ...change }: Change = {}) => ({
  ...order,
  ...change,
  rootUser: { ...order.rootUser, ...rootUser },
  company: { ...order.company, ...company },
})

onEachEngine('corporates', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
  })

  type Created = { id: { id: string }; rootUser: { id: { id: string }; passwordAlreadySet: boolean } }
  const create = (change: Change = {}, ref?: string) =>
    door.call('POST', '/corporates', { body: ordered(change), ...(ref && { ref }) })
  async function created(change: Change = {}) {
    const answer = await create(change)
    if (answer.status !== 200) throw new Error(answer.text)
    const { id, rootUser } = answer.body as Created
    return { identityId: id.id, rootUserId: rootUser.id.id }
  }
  const refused = (errorCode: string, status = 409) => ({ status, body: { errorCode } })
  const send = (email: string) => door.call('POST', '/corporates/verification/email/send', { body: { email } })
  const verify = (email: string, verificationCode = '123456') =>
    door.call('POST', '/corporates/verification/email/verify', { body: { email, verificationCode } })
  const patch = (token: string, body: object, ref?: string) =>
    door.call('PATCH', '/corporates', { token, body, ...(ref && { ref }) })
  const startKyb = (token: string) => door.call('POST', '/corporates/kyb', { token })
  const kyb = async (token: string) => (await door.call('GET', '/corporates/kyb', { token })).body
  const review = (identityId: string, outcome: Parameters<typeof reviewIdentity>[1]['outcome']) =>
    door.inTx((ctx) => reviewIdentity(ctx, { identityId, outcome }))

  test('the whole way: registered, password, address, phone, check, approval, first account', async () => {
    const answer = await create()
    const { rootUser, company, ...rest } = ordered()
    const { registrationCountry, ...stated } = company
    expect(answer).toMatchObject({
      status: 200,
      body: {
        ...rest,
        id: { type: 'CORPORATE' },
        company: { ...stated, countryOfRegistration: registrationCountry },
        rootUser: {
          ...rootUser,
          email: 'ada@alder.example',
          active: true,
          emailVerified: false,
          mobileNumberVerified: false,
          passwordAlreadySet: false,
        },
        creationTimestamp: expect.any(Number),
      },
    })
    const { rootUser: root } = answer.body as Created
    const set = await door.call('POST', `/passwords/${root.id.id}/create`, {
      body: { password: await door.typed(password) },
    })
    const token = field(set, 'token')
    expect(await startKyb(token)).toMatchObject(refused('EMAIL_UNVERIFIED'))
    expect((await send('ada@alder.example')).status).toBe(204)
    expect((await verify('ada@alder.example')).status).toBe(204)
    expect((await door.call('POST', '/authentication_factors/otp/SMS', { token })).status).toBe(204)
    const enrolled = { token, body: { verificationCode: '123456' } }
    expect((await door.call('POST', '/authentication_factors/otp/SMS/verify', enrolled)).status).toBe(204)
    expect((await door.call('GET', '/corporates', { token })).body).toMatchObject({
      rootUser: { emailVerified: true, mobileNumberVerified: true },
    })

    expect(await kyb(token)).toEqual({ kybStatus: 'NOT_STARTED', ongoingKybStatus: 'NOT_STARTED' })
    const account = { profileId: '2001', friendlyName: 'First', currency: 'EUR' }
    const open = () => door.call('POST', '/managed_accounts', { token, body: account })
    expect(await open()).toMatchObject(refused('OWNER_IDENTITY_NOT_VERIFIED'))
    const started = await startKyb(token)
    expect(started).toMatchObject({ status: 200, body: { reference: expect.stringMatching(/^[0-9]+$/) } })
    expect(await kyb(token)).toEqual({ kybStatus: 'INITIATED', ongoingKybStatus: 'INITIATED' })
    const { identityId } = await identityOf(token)
    await review(identityId, 'PENDING_REVIEW')
    await review(identityId, 'APPROVED')
    expect((await open()).status).toBe(200)
    const approved = await door.call('GET', '/corporates', { token })
    expect(approved.body).toMatchObject({ company: { registeredAddress: order.company.businessAddress } })
    expect(door.problems).toEqual([])
  })

  async function identityOf(token: string) {
    const { id, rootUser } = (await door.call('GET', '/corporates', { token })).body as Created
    return { identityId: id.id, rootUserId: rootUser.id.id }
  }

  test.each<[string, Change]>([
    ['PROFILE_NOT_FOUND', { profileId: '999' }],
    ['PROFILE_INACTIVE', { profileId: '1901' }],
    ['PROFILE_MISMATCH', { profileId: programme.profiles.consumer }],
    ['COMPANY_NOT_FOUND', { company: { registrationNumber: '00000000' } }],
    ['COMPANY_LOOKUP_FAILED', { company: { registrationNumber: '99999999' } }],
    ['CURRENCY_UNSUPPORTED', { baseCurrency: 'JPY' }],
    ['FEE_GROUP_INVALID', { feeGroup: 'GOLD' }],
    ['COUNTRY_INVALID', { company: { registrationCountry: 'ZZ' } }],
    ['COUNTRY_UNSUPPORTED', { company: { registrationCountry: 'US' } }],
    ['COUNTRY_UNSUPPORTED', { company: { businessAddress: { ...order.company.businessAddress, country: 'JP' } } }],
    ['MOBILE_OR_COUNTRY_CODE_INVALID', { rootUser: { mobile: { countryCode: '+999', number: '123456' } } }],
    ['MOBILE_OR_COUNTRY_CODE_INVALID', { rootUser: { mobile: { countryCode: '+44', number: '1' } } }],
    ['EMAIL_DOMAIN_NOT_ALLOWED', { rootUser: { email: 'ada@mail.disposable.example' } }],
  ])('a registration is refused with %s, and leaves nothing: %o', async (code, change) => {
    expect(await create(change)).toMatchObject(refused(code))
    expect(await door.store.db.selectFrom('sandbox_identity').selectAll().execute()).toEqual([])
    expect(await door.store.db.selectFrom('sandbox_credential').selectAll().execute()).toEqual([])
  })

  test('malformed orders are 400 and name the field', async () => {
    const fields = async (body: object) => {
      const { status, body: answer } = await door.call('POST', '/corporates', { body })
      const { syntaxErrors } = answer as { syntaxErrors: { invalidFields: { fieldName: string }[] } }
      return [status, ...syntaxErrors.invalidFields.map((each) => each.fieldName)]
    }
    expect(await fields(ordered({ acceptedTerms: false }))).toEqual([400, 'request.acceptedTerms'])
    expect(await fields(ordered({ rootUser: { email: 'ada' } }))).toEqual([400, 'request.rootUser.email'])
    expect(await fields({ ...ordered(), company: undefined })).toEqual([400, 'request.company'])
  })

  test('the same reference registers once', async () => {
    const first = await create({}, 'one')
    expect((await create({}, 'one')).body).toEqual(first.body)
    expect(await create({}, 'two')).toMatchObject(refused('ROOT_EMAIL_NOT_UNIQUE'))
  })

  test('an address that nobody proves is free again after an hour, and its first owner gets in no more', async () => {
    const first = await created()
    const body = { password: await door.typed('Somebody-1!') }
    await door.call('POST', `/passwords/${first.rootUserId}/create`, { body })
    expect(await create()).toMatchObject(refused('ROOT_EMAIL_NOT_UNIQUE'))
    door.clock.advance(HOUR - 1000)
    await send('ada@alder.example')
    door.clock.advance(HOUR - 1000)
    expect(await create()).toMatchObject(refused('ROOT_EMAIL_NOT_UNIQUE'))
    door.clock.advance(2000)
    expect(await create()).toMatchObject({ status: 200, body: { rootUser: { passwordAlreadySet: false } } })
    expect((await door.login('ada@alder.example', 'Somebody-1!')).status).toBe(403)
    expect((await door.login(`${first.rootUserId}@abandoned.invalid`, 'Somebody-1!')).status).toBe(403)
    expect(await door.store.db.selectFrom('sandbox_identity').selectAll().execute()).toHaveLength(2)
  })

  test('a root user who is approved may have another company with the password they have', async () => {
    const email = 'ada@alder.example'
    const first = await created()
    await send(email)
    await verify(email)
    expect(await create()).toMatchObject(refused('KYC_APPROVAL_MISSING'))
    await review(first.identityId, 'APPROVED')
    expect(await create({ company: { name: 'Second' } })).toMatchObject({
      status: 200,
      body: { rootUser: { passwordAlreadySet: false, emailVerified: true } },
    })
    const set = await door.call('POST', `/passwords/${first.rootUserId}/create`, {
      body: { password: await door.typed(password) },
    })
    expect(set.status).toBe(200)
    const second = await door.store.db
      .selectFrom('sandbox_identity')
      .select('id')
      .where('name', '=', 'Second')
      .execute()
    await review(second[0]?.id ?? '', 'APPROVED')
    expect(await create({ company: { name: 'Third' } })).toMatchObject({
      body: { rootUser: { passwordAlreadySet: true } },
    })
    await door.inTx((ctx) => deactivateIdentity(ctx, { identityId: first.identityId, reasonCode: 'TEMPORARY' }))
    expect(await create()).toMatchObject(refused('ROOT_USER_INACTIVE'))
  })

  test('an address of a user or of a consumer is no address for a company', async () => {
    const { email } = await door.consumer()
    expect(await create({ rootUser: { email } })).toMatchObject(refused('ROOT_EMAIL_NOT_UNIQUE'))
    const { identityId } = await door.company()
    await door.user(identityId, { email: 'grace@alder.example' })
    expect(await create({ rootUser: { email: 'GRACE@alder.example' } })).toMatchObject(refused('ROOT_EMAIL_NOT_UNIQUE'))
  })

  test('codes for addresses', async () => {
    const email = 'ada@alder.example'
    expect(await send(email)).toMatchObject(refused('EMAIL_NOT_FOUND'))
    expect(await verify(email)).toMatchObject(refused('VERIFICATION_CODE_INVALID'))
    await created()
    expect(await verify(email)).toMatchObject(refused('VERIFICATION_CODE_INVALID'))
    await send(email)
    expect(await verify(email, '654321')).toMatchObject(refused('VERIFICATION_CODE_INVALID'))
    door.clock.advance(HOUR)
    expect(await verify(email)).toMatchObject(refused('VERIFICATION_CODE_INVALID'))
    await send(email)
    expect((await verify('ADA@alder.example')).status).toBe(204)
    expect(await send(email)).toMatchObject(refused('ALREADY_VERIFIED'))
    expect(await verify(email)).toMatchObject(refused('VERIFICATION_CODE_INVALID'))
    expect((await verify(email, 'abcdef')).status).toBe(400)
    const consumers = '/consumers/verification/email/send'
    expect(await door.call('POST', consumers, { body: { email } })).toMatchObject(refused('EMAIL_NOT_FOUND'))
  })

  test('an address that somebody else proved meanwhile is theirs', async () => {
    const token = await door.session(await created())
    await patch(token, { email: 'shared@alder.example' })
    await send('shared@alder.example')
    const { identityId } = await door.company()
    await door.user(identityId, { email: 'shared@alder.example' })
    expect(await send('shared@alder.example')).toMatchObject(refused('EMAIL_NOT_UNIQUE'))
    expect(await verify('shared@alder.example')).toMatchObject(refused('EMAIL_NOT_UNIQUE'))
  })

  test('before the check everything may change; a new address and a new number have to be proved', async () => {
    const who = await created()
    const token = await door.session(who)
    await send('ada@alder.example')
    await verify('ada@alder.example')
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
    const { status, body } = await patch(token, change)
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
    expect((await patch(token, {})).body).toEqual(body)
  })

  test('what a change may not be', async () => {
    const token = await door.session(await created())
    await door.company({ email: 'other@alder.example' })
    const cases: [string, object][] = [
      ['FEE_GROUP_INVALID', { feeGroup: 'GOLD' }],
      ['UNSUPPORTED_CURRENCY', { baseCurrency: 'JPY' }],
      ['COUNTRY_INVALID', { companyBusinessAddress: { ...order.company.businessAddress, country: 'ZZ' } }],
      ['COUNTRY_UNSUPPORTED', { companyBusinessAddress: { ...order.company.businessAddress, country: 'US' } }],
      ['MOBILE_OR_COUNTRY_CODE_INVALID', { mobile: { countryCode: '+999', number: '123456' } }],
      ['EMAIL_DOMAIN_NOT_ALLOWED', { email: 'ada@disposable.example' }],
      ['EMAIL_NOT_UNIQUE', { email: 'other@alder.example' }],
    ]
    const before = (await door.call('GET', '/corporates', { token })).body
    for (const [code, change] of cases)
      expect([code, await patch(token, { tag: 'x', ...change })]).toMatchObject([code, refused(code)])
    expect((await door.call('GET', '/corporates', { token })).body).toEqual(before)
    expect((await patch(token, { name: 'R2D2' })).status).toBe(400)
    expect((await patch(token, { surname: 'A'.repeat(21) })).status).toBe(400)
  })

  test('number and address do not change as often as one likes', async () => {
    const token = await door.session(await created())
    const dial = (number: string, more: object = {}) =>
      patch(token, { mobile: { countryCode: '+44', number }, ...more })
    for (const number of ['7700900001', '7700900002', '7700900003']) expect((await dial(number)).status).toBe(200)
    expect((await dial('7700900003')).status).toBe(200)
    expect(await dial('7700900004')).toMatchObject(refused('MOBILE_NO_CHANGE_LIMIT_EXCEEDED'))
    expect((await dial('7700900004', { resetMobileCounter: true })).status).toBe(200)
    expect((await patch(token, { email: 'one@alder.example' })).status).toBe(200)
    expect(await patch(token, { email: 'two@alder.example' })).toMatchObject(refused('TOO_FREQUENT_EMAIL_CHANGES'))
    door.clock.advance(DAY)
    const later = await door.session(await identityOfAlder())
    expect((await patch(later, { email: 'two@alder.example' })).status).toBe(200)
  })

  async function identityOfAlder() {
    const row = await door.store.db
      .selectFrom('sandbox_credential')
      .select(['id', 'identity_id'])
      .where('type', '=', 'ROOT')
      .executeTakeFirstOrThrow()
    return { identityId: row.identity_id, rootUserId: row.id }
  }

  test('once verified, the root user and the business address are frozen until the check is opened again', async () => {
    const company = await door.company()
    const token = await door.session(company)
    const businessAddress = order.company.businessAddress
    for (const frozen of [
      { name: 'Eve' },
      { surname: 'Other' },
      { email: 'eve@alder.example' },
      { mobile: { countryCode: '+44', number: '7700900999' } },
      { dateOfBirth: { year: 1990, month: 1, day: 1 } },
      { companyBusinessAddress: businessAddress },
    ])
      expect(await patch(token, frozen)).toMatchObject(refused('ROOT_USER_ALREADY_VERIFIED'))
    const same = { name: 'Ada', email: company.email.toUpperCase(), tag: 'still', industry: 'FINANCE' }
    expect(await patch(token, same)).toMatchObject({ status: 200, body: { tag: 'still', industry: 'FINANCE' } })
    await review(company.identityId, 'DOCUMENTS_REQUESTED')
    expect(await patch(token, { surname: 'Other' })).toMatchObject({
      status: 200,
      body: { rootUser: { surname: 'Other' } },
    })
  })

  test('what was sent to a former address or number is worth nothing', async () => {
    const company = await created()
    const token = await door.session(company)
    const set = { password: await door.typed(password) }
    await door.call('POST', `/passwords/${company.rootUserId}/create`, { body: set })
    await door.call('POST', '/passwords/lost_password/start', { body: { email: 'ada@alder.example' } })
    await door.call('POST', '/authentication_factors/otp/SMS', { token })
    await patch(token, { email: 'new@alder.example', mobile: { countryCode: '+44', number: '7700900321' } })
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
    const token = await door.session(await created())
    const first = await patch(token, { tag: 'first' }, 'ref')
    await patch(token, { tag: 'second' })
    expect((await patch(token, { tag: 'first' }, 'ref')).body).toEqual(first.body)
    expect((await door.call('GET', '/corporates', { token })).body).toMatchObject({ tag: 'second' })
  })

  test('a check is not started where it has ended, is looked at, or is done by others', async () => {
    const company = await door.company()
    const token = await door.session(company)
    expect(await startKyb(token)).toMatchObject(refused('KYB_ALREADY_APPROVED'))
    await review(company.identityId, 'DOCUMENTS_REQUESTED')
    expect(await kyb(token)).toEqual({ kybStatus: 'APPROVED', ongoingKybStatus: 'INITIATED' })
    const first = field(await startKyb(token), 'reference')
    expect(field(await startKyb(token), 'reference')).not.toBe(first)
    await review(company.identityId, 'PENDING_REVIEW')
    expect(await startKyb(token)).toMatchObject(refused('KYB_PENDING_REVIEW'))
    await review(company.identityId, 'REJECTED')
    expect(await startKyb(token)).toMatchObject(refused('KYB_PERMANENTLY_REJECTED'))
    expect(await kyb(token)).toEqual({ kybStatus: 'REJECTED', ongoingKybStatus: 'REJECTED' })

    const managed = await created()
    const theirs = await door.session(managed)
    await send('ada@alder.example')
    await verify('ada@alder.example')
    await door.inTx((ctx) => manageOnboarding(ctx, { identityId: managed.identityId, pending: true }))
    expect(await startKyb(theirs)).toMatchObject(refused('MANAGED_ONBOARDING_PENDING'))
  })

  test('a consumer has no company', async () => {
    const token = await door.session(await door.consumer())
    const forbidden = refused('INSUFFICIENT_PERMISSIONS', 403)
    expect(await door.call('GET', '/corporates', { token })).toMatchObject(forbidden)
    expect(await patch(token, { tag: 'x' })).toMatchObject(forbidden)
    expect(await startKyb(token)).toMatchObject(forbidden)
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
