import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { reviewIdentity } from '../domain/identities/review-identity'
import { programme } from '../domain/programme'
import { type FrontDoor, field, freshStore, openFrontDoor, password } from '../testing/front-door'

const order = {
  profileId: '1002',
  tag: 'clara',
  rootUser: {
    name: 'Clara',
    surname: 'Stone',
    email: 'clara@stone.example',
    mobile: { countryCode: '+353', number: '851234567' },
    dateOfBirth: { year: 1991, month: 5, day: 23 },
    occupation: 'STUDENT',
    address: { addressLine1: '4 Quay Lane', city: 'Galway', country: 'IE' },
    placeOfBirth: 'Sligo',
    nationality: 'IE',
    tag: 'person',
    locale: 'en',
    brand: 'stone',
  },
  ipAddress: '192.0.2.44',
  acceptedTerms: true,
  baseCurrency: 'EUR',
  feeGroup: 'STANDARD',
  sourceOfFunds: 'FAMILY_SAVINGS',
}
type Change = Partial<Omit<typeof order, 'rootUser'>> & { rootUser?: Partial<typeof order.rootUser> }
const ordered = ({ rootUser, ...change }: Change = {}) => ({
  ...order,
  ...change,
  rootUser: { ...order.rootUser, ...rootUser },
})

onEachEngine('consumers', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
  })

  type Created = { id: { id: string }; rootUser: { id: { id: string } } }
  const create = (change: Change = {}) => door.call('POST', '/consumers', { body: ordered(change) })
  async function created(change: Change = {}) {
    const answer = await create(change)
    if (answer.status !== 200) throw new Error(answer.text)
    const { id, rootUser } = answer.body as Created
    return { identityId: id.id, rootUserId: rootUser.id.id }
  }
  const refused = (errorCode: string, status = 409) => ({ status, body: { errorCode } })
  const email = (step: 'send' | 'verify', body: object) =>
    door.call('POST', `/consumers/verification/email/${step}`, { body })
  const patch = (token: string, body: object) => door.call('PATCH', '/consumers', { token, body })
  const startKyc = (token: string, body?: object) =>
    door.call('POST', '/consumers/kyc', { token, ...(body && { body }) })
  const kyc = async (token: string) => (await door.call('GET', '/consumers/kyc', { token })).body
  const review = (identityId: string, outcome: Parameters<typeof reviewIdentity>[1]['outcome']) =>
    door.inTx((ctx) => reviewIdentity(ctx, { identityId, outcome }))

  test('the whole way: registered, password, address, check, approval, first account', async () => {
    const answer = await create()
    const { rootUser, ...rest } = ordered()
    expect(answer).toMatchObject({
      status: 200,
      body: {
        ...rest,
        id: { type: 'CONSUMER' },
        rootUser: { ...rootUser, active: true, emailVerified: false, mobileNumberVerified: false },
      },
    })
    const { id, rootUser: root } = answer.body as Created
    const body = { password: await door.typed(password) }
    const token = field(await door.call('POST', `/passwords/${root.id.id}/create`, { body }), 'token')
    expect((await door.call('GET', '/consumers', { token })).body).toEqual(answer.body)
    expect(await startKyc(token)).toMatchObject(refused('EMAIL_UNVERIFIED'))
    expect((await email('send', { email: rootUser.email })).status).toBe(204)
    const code = { email: rootUser.email, verificationCode: '123456' }
    expect((await email('verify', code)).status).toBe(204)
    expect(await kyc(token)).toEqual({ fullDueDiligence: 'NOT_STARTED', ongoingFullDueDiligence: 'NOT_STARTED' })
    expect(await startKyc(token, { prefillDetails: [{ name: 'name', value: 'Clara' }] })).toMatchObject({
      status: 200,
      body: { reference: expect.stringMatching(/^[0-9]+$/), kycLevel: 'KYC_LEVEL_2' },
    })
    expect(await kyc(token)).toEqual({
      fullDueDiligence: 'INITIATED',
      ongoingFullDueDiligence: 'INITIATED',
      ongoingKycLevel: 'KYC_LEVEL_2',
    })
    await door.call('POST', '/authentication_factors/otp/SMS', { token })
    const enrolled = { token, body: { verificationCode: '123456' } }
    expect((await door.call('POST', '/authentication_factors/otp/SMS/verify', enrolled)).status).toBe(204)
    const account = { token, body: { profileId: '2001', friendlyName: 'First', currency: 'EUR' } }
    expect(await door.call('POST', '/managed_accounts', account)).toMatchObject(refused('OWNER_IDENTITY_NOT_VERIFIED'))
    await review(id.id, 'PENDING_REVIEW')
    await review(id.id, 'APPROVED')
    expect((await door.call('POST', '/managed_accounts', account)).status).toBe(200)
    expect(await kyc(token)).toEqual({
      fullDueDiligence: 'APPROVED',
      kycLevel: 'KYC_LEVEL_2',
      ongoingFullDueDiligence: 'APPROVED',
      ongoingKycLevel: 'KYC_LEVEL_2',
    })
    expect(door.problems).toEqual([])
  })

  test.each<[string, Change]>([
    ['PROFILE_NOT_FOUND', { profileId: '999' }],
    ['PROFILE_NOT_FOUND', { profileId: programme.profiles.corporate }],
    ['PROFILE_INACTIVE', { profileId: '1902' }],
    ['CURRENCY_UNSUPPORTED', { baseCurrency: 'JPY' }],
    ['FEE_GROUP_INVALID', { feeGroup: 'GOLD' }],
    ['COUNTRY_INVALID', { rootUser: { nationality: 'QQ' } }],
    ['COUNTRY_INVALID', { rootUser: { address: { ...order.rootUser.address, country: 'XX' } } }],
    ['COUNTRY_UNSUPPORTED', { rootUser: { address: { ...order.rootUser.address, country: 'BR' } } }],
    ['MOBILE_OR_COUNTRY_CODE_INVALID', { rootUser: { mobile: { countryCode: '+210', number: '123456' } } }],
    ['EMAIL_DOMAIN_NOT_ALLOWED', { rootUser: { email: 'clara@MAILINATOR.com' } }],
  ])('a registration is refused with %s, and leaves nothing: %o', async (code, change) => {
    expect(await create(change)).toMatchObject(refused(code))
    expect(await door.store.db.selectFrom('sandbox_identity').selectAll().execute()).toEqual([])
  })

  test('no nationality but the own is refused for being outside of the market', async () => {
    expect((await create({ rootUser: { nationality: 'BR' } })).status).toBe(200)
  })

  test('an address belongs to one consumer, and so does a person', async () => {
    const company = await door.company()
    expect(await create({ rootUser: { email: company.email } })).toMatchObject(refused('ROOT_EMAIL_NOT_UNIQUE'))
    await created()
    expect(await create()).toMatchObject(refused('ROOT_EMAIL_NOT_UNIQUE'))
    // Who has not proved an address yet may have mistyped it.
    const again = await create({ rootUser: { email: 'c.stone@stone.example' } })
    expect(again.status).toBe(200)
    await email('send', { email: 'clara@stone.example' })
    await email('verify', { email: 'clara@stone.example', verificationCode: '123456' })
    const third = { email: 'third@stone.example' }
    expect(await create({ rootUser: third })).toMatchObject(refused('CONSUMER_ALREADY_EXISTS'))
    expect((await create({ rootUser: { ...third, name: 'Carl' } })).status).toBe(200)
  })

  test('before the check everything may change', async () => {
    const token = await door.session(await created())
    const change = {
      tag: 'renamed',
      name: 'Chiara',
      surname: 'Sasso',
      email: 'Chiara@stone.example',
      mobile: { countryCode: '+39', number: '3331234567' },
      dateOfBirth: { year: 1990, month: 2, day: 3 },
      address: { city: 'Roma', country: 'IT' },
      feeGroup: 'PREMIUM',
      baseCurrency: 'GBP',
      occupation: 'RETIRED',
      sourceOfFunds: 'RENT',
      sourceOfFundsOther: 'a flat',
      placeOfBirth: 'Napoli',
      nationality: 'IT',
      userTag: 'same',
      locale: 'it-IT',
      brand: 'sasso',
    }
    const { status, body } = await patch(token, change)
    const { tag, feeGroup, baseCurrency, sourceOfFunds, sourceOfFundsOther, userTag, ...person } = change
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        ...{ tag, feeGroup, baseCurrency, sourceOfFunds, sourceOfFundsOther },
        rootUser: { ...person, email: 'chiara@stone.example', tag: userTag },
      },
    })
    expect((await door.call('GET', '/consumers', { token })).body).toEqual(body)
    const { name } = await door.store.db.selectFrom('sandbox_identity').select('name').executeTakeFirstOrThrow()
    expect(name).toBe('Chiara Sasso')
  })

  test('what a change may not be', async () => {
    const token = await door.session(await created())
    await door.consumer({ email: 'other@stone.example' })
    const cases: [string, object][] = [
      ['FEE_GROUP_INVALID', { feeGroup: 'GOLD' }],
      ['COUNTRY_INVALID', { nationality: 'ZZ' }],
      ['COUNTRY_UNSUPPORTED', { address: { country: 'US' } }],
      ['MOBILE_OR_COUNTRY_CODE_INVALID', { mobile: { countryCode: '+999', number: '123456' } }],
      ['EMAIL_DOMAIN_NOT_ALLOWED', { email: 'clara@disposable.example' }],
      ['EMAIL_NOT_UNIQUE', { email: 'other@stone.example' }],
    ]
    for (const [code, change] of cases) expect([code, await patch(token, change)]).toMatchObject([code, refused(code)])
    expect((await patch(token, { email: 'one@stone.example' })).status).toBe(200)
    expect(await patch(token, { email: 'two@stone.example' })).toMatchObject(refused('TOO_FREQUENT_EMAIL_CHANGES'))
    expect((await patch(token, { address: { city: 'Cork' } })).status).toBe(400)
  })

  test('once verified, person and address are frozen; the rest is not', async () => {
    const consumer = await door.consumer()
    const token = await door.session(consumer)
    for (const frozen of [
      { name: 'Eve' },
      { surname: 'Other' },
      { email: 'eve@stone.example' },
      { mobile: { countryCode: '+44', number: '7700900999' } },
      { dateOfBirth: { year: 1990, month: 1, day: 1 } },
      { address: { country: 'FR' } },
    ])
      expect(await patch(token, frozen)).toMatchObject(refused('CONSUMER_VERIFIED'))
    const free = { name: 'Clara', occupation: 'RETIRED', tag: 'x', nationality: 'FR' }
    expect(await patch(token, free)).toMatchObject({ status: 200, body: { rootUser: { occupation: 'RETIRED' } } })
  })

  test('a phone that answers for its person keeps the number', async () => {
    const who = await created()
    const token = await door.session(who)
    await door.store.db
      .insertInto('sandbox_factor')
      .values({ credential_id: who.rootUserId, channel: 'AUTHY', type: 'PUSH', status: 'ACTIVE', created_at: 0 })
      .execute()
    const mobile = { countryCode: '+44', number: '7700900999' }
    expect(await patch(token, { mobile })).toMatchObject(refused('MOBILE_CHANGE_NOT_ALLOWED'))
  })

  test('the lower level is enough for a start, and may be raised once', async () => {
    const who = await created()
    const token = await door.session(who)
    await email('send', { email: order.rootUser.email })
    await email('verify', { email: order.rootUser.email, verificationCode: '123456' })
    const level1 = { kycLevel: 'KYC_LEVEL_1' }
    expect(await startKyc(token, level1)).toMatchObject({ body: level1 })
    await review(who.identityId, 'PENDING_REVIEW')
    expect(await startKyc(token)).toMatchObject(refused('KYC_PENDING_REVIEW'))
    await review(who.identityId, 'APPROVED')
    expect(await startKyc(token, level1)).toMatchObject(refused('KYC_ALREADY_APPROVED'))
    await door.store.db.updateTable('sandbox_token').set({ stepped_up: 1 }).execute()
    const card = {
      profileId: '2101',
      mode: 'PREPAID_MODE',
      friendlyName: 'First',
      nameOnCard: 'Clara Stone',
      currency: 'EUR',
      billingAddress: { addressLine1: '4 Quay Lane', city: 'Galway', postCode: 'H91', country: 'IE' },
    }
    const wire = {
      profileId: '3003',
      sourceInstrument: { type: 'managed_accounts', id: '1' },
      transferAmount: { currency: 'EUR', amount: 100 },
      description: 'rent',
      destinationBeneficiary: { name: 'Owner', bankAccountDetails: { iban: 'DE89370400440532013000' } },
    }
    const dear = { '/managed_cards': card, '/outgoing_wire_transfers': wire }
    for (const [path, body] of Object.entries(dear))
      expect(await door.call('POST', path, { token, body })).toMatchObject(
        refused('IDENTITY_KYC_LEVEL_STEPUP_REQUIRED'),
      )
    expect((await startKyc(token)).status).toBe(200)
    expect(await kyc(token)).toEqual({
      fullDueDiligence: 'APPROVED',
      kycLevel: 'KYC_LEVEL_1',
      ongoingFullDueDiligence: 'INITIATED',
      ongoingKycLevel: 'KYC_LEVEL_2',
    })
    await review(who.identityId, 'APPROVED')
    expect(await kyc(token)).toMatchObject({ kycLevel: 'KYC_LEVEL_2' })
    expect((await door.call('POST', '/managed_cards', { token, body: card })).status).toBe(200)
    expect(await startKyc(token)).toMatchObject(refused('KYC_ALREADY_APPROVED'))
    await review(who.identityId, 'REJECTED')
    expect(await startKyc(token)).toMatchObject(refused('KYC_REJECTED'))
    expect((await startKyc(token, { kycLevel: 'KYC_LEVEL_3' })).status).toBe(400)
  })

  test('a company is no consumer', async () => {
    const token = await door.session(await door.company())
    const forbidden = refused('INSUFFICIENT_PERMISSIONS', 403)
    expect(await door.call('GET', '/consumers', { token })).toMatchObject(forbidden)
    expect(await patch(token, { tag: 'x' })).toMatchObject(forbidden)
    expect(await startKyc(token)).toMatchObject(forbidden)
    expect(await door.call('GET', '/consumers/kyc', { token })).toMatchObject(forbidden)
  })

  test('a consumer signs in and is named by the session', async () => {
    const { email: address, identityId } = await door.consumer()
    expect(await door.login(address)).toMatchObject({
      status: 200,
      body: { identity: { type: 'CONSUMER', id: identityId } },
    })
  })
})
