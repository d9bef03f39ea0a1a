import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { deactivateIdentity } from '../domain/identities/switch-identity'
import { programme } from '../domain/programme'
import {
  type CorporateChange,
  type Created,
  corporateDesk,
  corporateOrder,
  ordered,
  refused,
} from '../testing/corporate-desk'
import { type FrontDoor, field, freshStore, openFrontDoor, password } from '../testing/front-door'

const HOUR = 60 * 60_000

onEachEngine('registering companies', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  let desk: ReturnType<typeof corporateDesk>
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
    desk = corporateDesk(door)
  })

  test('the whole way: registered, password, address, phone, check, approval, first account', async () => {
    const answer = await desk.create()
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
    expect(await desk.startKyb(token)).toMatchObject(refused('EMAIL_UNVERIFIED'))
    expect((await desk.send('ada@alder.example')).status).toBe(204)
    expect((await desk.verify('ada@alder.example')).status).toBe(204)
    expect((await door.call('POST', '/authentication_factors/otp/SMS', { token })).status).toBe(204)
    const enrolled = { token, body: { verificationCode: '123456' } }
    expect((await door.call('POST', '/authentication_factors/otp/SMS/verify', enrolled)).status).toBe(204)
    expect((await door.call('GET', '/corporates', { token })).body).toMatchObject({
      rootUser: { emailVerified: true, mobileNumberVerified: true },
    })

    expect(await desk.kyb(token)).toEqual({ kybStatus: 'NOT_STARTED', ongoingKybStatus: 'NOT_STARTED' })
    const account = { profileId: '2001', friendlyName: 'First', currency: 'EUR' }
    const open = () => door.call('POST', '/managed_accounts', { token, body: account })
    expect(await open()).toMatchObject(refused('OWNER_IDENTITY_NOT_VERIFIED'))
    const started = await desk.startKyb(token)
    expect(started).toMatchObject({ status: 200, body: { reference: expect.stringMatching(/^[0-9]+$/) } })
    expect(await desk.kyb(token)).toEqual({ kybStatus: 'INITIATED', ongoingKybStatus: 'INITIATED' })
    const { identityId } = await desk.identityOf(token)
    await desk.review(identityId, 'PENDING_REVIEW')
    await desk.review(identityId, 'APPROVED')
    expect((await open()).status).toBe(200)
    const approved = await door.call('GET', '/corporates', { token })
    expect(approved.body).toMatchObject({ company: { registeredAddress: corporateOrder.company.businessAddress } })
    expect(door.problems).toEqual([])
  })

  test.each<[string, CorporateChange]>([
    ['PROFILE_NOT_FOUND', { profileId: '999' }],
    ['PROFILE_INACTIVE', { profileId: '1901' }],
    ['PROFILE_MISMATCH', { profileId: programme.profiles.consumer }],
    ['COMPANY_NOT_FOUND', { company: { registrationNumber: '00000000' } }],
    ['COMPANY_LOOKUP_FAILED', { company: { registrationNumber: '99999999' } }],
    ['CURRENCY_UNSUPPORTED', { baseCurrency: 'JPY' }],
    ['FEE_GROUP_INVALID', { feeGroup: 'GOLD' }],
    ['COUNTRY_INVALID', { company: { registrationCountry: 'ZZ' } }],
    ['COUNTRY_UNSUPPORTED', { company: { registrationCountry: 'US' } }],
    [
      'COUNTRY_UNSUPPORTED',
      { company: { businessAddress: { ...corporateOrder.company.businessAddress, country: 'JP' } } },
    ],
    ['MOBILE_OR_COUNTRY_CODE_INVALID', { rootUser: { mobile: { countryCode: '+999', number: '123456' } } }],
    ['MOBILE_OR_COUNTRY_CODE_INVALID', { rootUser: { mobile: { countryCode: '+44', number: '1' } } }],
    ['EMAIL_DOMAIN_NOT_ALLOWED', { rootUser: { email: 'ada@mail.disposable.example' } }],
  ])('a registration is refused with %s, and leaves nothing: %o', async (code, change) => {
    expect(await desk.create(change)).toMatchObject(refused(code))
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

  test('of two that ask for an address at the same moment one gets it', async () => {
    const both = await Promise.all([desk.create(), desk.create()])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('the same reference registers once', async () => {
    const first = await desk.create({}, 'one')
    expect((await desk.create({}, 'one')).body).toEqual(first.body)
    expect(await desk.create({}, 'two')).toMatchObject(refused('ROOT_EMAIL_NOT_UNIQUE'))
  })

  test('an address that nobody proves is free again after an hour, and its first owner gets in no more', async () => {
    const first = await desk.created()
    const body = { password: await door.typed('Somebody-1!') }
    await door.call('POST', `/passwords/${first.rootUserId}/create`, { body })
    expect(await desk.create()).toMatchObject(refused('ROOT_EMAIL_NOT_UNIQUE'))
    door.clock.advance(HOUR - 1000)
    await desk.send('ada@alder.example')
    door.clock.advance(HOUR - 1000)
    expect(await desk.create()).toMatchObject(refused('ROOT_EMAIL_NOT_UNIQUE'))
    door.clock.advance(2000)
    expect(await desk.create()).toMatchObject({ status: 200, body: { rootUser: { passwordAlreadySet: false } } })
    expect((await door.login('ada@alder.example', 'Somebody-1!')).status).toBe(403)
    expect((await door.login(`${first.rootUserId}@abandoned.invalid`, 'Somebody-1!')).status).toBe(403)
    expect(await door.store.db.selectFrom('sandbox_identity').selectAll().execute()).toHaveLength(2)
  })

  test('a root user who is approved may have another company with the password they have', async () => {
    const email = 'ada@alder.example'
    const first = await desk.created()
    await desk.send(email)
    await desk.verify(email)
    expect(await desk.create()).toMatchObject(refused('KYC_APPROVAL_MISSING'))
    await desk.review(first.identityId, 'APPROVED')
    expect(await desk.create({ company: { name: 'Second' } })).toMatchObject({
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
    await desk.review(second[0]?.id ?? '', 'APPROVED')
    expect(await desk.create({ company: { name: 'Third' } })).toMatchObject({
      body: { rootUser: { passwordAlreadySet: true } },
    })
    await door.inTx((ctx) => deactivateIdentity(ctx, { identityId: first.identityId, reasonCode: 'TEMPORARY' }))
    expect(await desk.create()).toMatchObject(refused('ROOT_USER_INACTIVE'))
  })

  test('an address of a user or of a consumer is no address for a company', async () => {
    const { email } = await door.consumer()
    expect(await desk.create({ rootUser: { email } })).toMatchObject(refused('ROOT_EMAIL_NOT_UNIQUE'))
    const { identityId } = await door.company()
    await door.user(identityId, { email: 'grace@alder.example' })
    expect(await desk.create({ rootUser: { email: 'GRACE@alder.example' } })).toMatchObject(
      refused('ROOT_EMAIL_NOT_UNIQUE'),
    )
  })

  test('codes for addresses', async () => {
    const email = 'ada@alder.example'
    expect(await desk.send(email)).toMatchObject(refused('EMAIL_NOT_FOUND'))
    expect(await desk.verify(email)).toMatchObject(refused('VERIFICATION_CODE_INVALID'))
    await desk.created()
    expect(await desk.verify(email)).toMatchObject(refused('VERIFICATION_CODE_INVALID'))
    await desk.send(email)
    expect(await desk.verify(email, '654321')).toMatchObject(refused('VERIFICATION_CODE_INVALID'))
    door.clock.advance(HOUR)
    expect(await desk.verify(email)).toMatchObject(refused('VERIFICATION_CODE_INVALID'))
    await desk.send(email)
    expect((await desk.verify('ADA@alder.example')).status).toBe(204)
    expect(await desk.send(email)).toMatchObject(refused('ALREADY_VERIFIED'))
    expect(await desk.verify(email)).toMatchObject(refused('VERIFICATION_CODE_INVALID'))
    expect((await desk.verify(email, 'abcdef')).status).toBe(400)
    const consumers = '/consumers/verification/email/send'
    expect(await door.call('POST', consumers, { body: { email } })).toMatchObject(refused('EMAIL_NOT_FOUND'))
  })

  test('an address that somebody else proved meanwhile is theirs', async () => {
    const token = await door.session(await desk.created())
    await desk.patch(token, { email: 'shared@alder.example' })
    await desk.send('shared@alder.example')
    const { identityId } = await door.company()
    await door.user(identityId, { email: 'shared@alder.example' })
    expect(await desk.send('shared@alder.example')).toMatchObject(refused('EMAIL_NOT_UNIQUE'))
    expect(await desk.verify('shared@alder.example')).toMatchObject(refused('EMAIL_NOT_UNIQUE'))
  })
})
