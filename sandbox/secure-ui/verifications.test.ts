import { beforeEach, expect, test } from 'vitest'
import { CorporateKybFailureReason, KycRejectionReason } from '../../contract/events/identities'
import { onEachEngine } from '../../test/postgres/engines'
import { createConsumer } from '../domain/consumers/create-consumer'
import type { Actor } from '../domain/context'
import { createCorporate } from '../domain/identities/create-corporate'
import { declareDirectors } from '../domain/identities/directors'
import { lockIdentity } from '../domain/identities/find-identity'
import { startDirector } from '../domain/identities/review-director'
import { startKyb, startKyc } from '../domain/identities/start-check'
import { programme } from '../domain/programme'
import { type FrontDoor, freshStore, keys, openFrontDoor, origins } from '../testing/front-door'
import { secureUiApp } from './app'

const documents = ['certificate.pdf']
const root = {
  name: 'Ada',
  surname: 'Byron',
  email: 'ada@example.test',
  mobile: { countryCode: '+44', number: '7700900101' },
  dateOfBirth: { year: 1985, month: 12, day: 10 },
}

onEachEngine('screens of checks', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
  })

  const headers = { 'content-type': 'application/json', origin: origins.secureOrigin, 'ui-key': keys.uiKey }
  async function ask(path: string, body: object, more: Record<string, string> = {}) {
    const init = { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) }
    const answer = await secureUiApp(door.sandbox).request(`/verifications/${path}`, init)
    const text = await answer.text()
    return { status: answer.status, body: text ? JSON.parse(text) : undefined }
  }
  /** The three calls of a check, by its reference. */
  const screens = (expected: string, reference: string) => {
    const given = { expected, reference }
    return {
      look: () => ask('look', given),
      submit: () => ask('submit', { ...given, documents, microEnterprise: false }),
      decide: (outcome: string, more = {}) => ask('decide', { ...given, outcome, ...more }),
    }
  }
  async function actorOf(identityId: string, credentialId: string, identityType: Actor['identityType']) {
    await door.store.db.updateTable('sandbox_credential').set({ email_verified: 1 }).execute()
    return {
      credentialId,
      credentialType: 'ROOT',
      identityId,
      identityType,
      tokenId: '1',
      tokenKind: 'ACCESS',
      steppedUp: true,
    } as const
  }
  async function company() {
    const made = await door.inTx((ctx) =>
      createCorporate(ctx, {
        profileId: programme.profiles.corporate,
        company: { name: 'Test Company', type: 'LLC', registrationNumber: '1234', registrationCountry: 'GB' },
        rootUser: { ...root, companyPosition: 'DIRECTOR' },
        ipAddress: '192.0.2.1',
        acceptedTerms: true,
        industry: 'RETAIL_WHOLESALE',
        sourceOfFunds: 'ORDINARY_BUSINESS_ACTIVITY',
        baseCurrency: 'EUR',
      }),
    )
    if (!made.ok) throw new Error(made.refusal)
    const { id, rootUser } = made.value
    const actor = await actorOf(id.id, rootUser.id.id, 'CORPORATE')
    const start = async () => {
      const started = await door.inTx((ctx) => startKyb({ ...ctx, actor }))
      if (!started.ok) throw new Error(started.refusal)
      return started.value.reference
    }
    return { identityId: id.id, start }
  }
  const status = async (identityId: string) =>
    (await door.store.db.selectFrom('sandbox_identity').selectAll().where('id', '=', identityId).execute())[0]
      ?.kyi_status

  test('a company is shown what is known, submits, and is approved', async () => {
    const { identityId, start } = await company()
    const { look, submit, decide } = screens('company', await start())
    expect((await look()).body).toMatchObject({
      kind: 'KYB',
      status: 'INITIATED',
      details: expect.arrayContaining([
        ['Company', 'Test Company'],
        ['Registered in', 'United Kingdom'],
        ['Opened by', 'Ada Byron'],
      ]),
    })
    expect((await submit()).body).toMatchObject({ status: 'PENDING_REVIEW' })
    expect(await status(identityId)).toBe('PENDING_REVIEW')
    expect((await submit()).body).toEqual({ error: 'STATE_INVALID' })
    expect((await look()).body).toMatchObject({ status: 'PENDING_REVIEW' })
    expect((await decide('APPROVED')).body).toMatchObject({ status: 'APPROVED' })
    expect(await status(identityId)).toBe('APPROVED')
    // The check has ended, and its reference with it.
    expect(await look()).toEqual({ status: 404, body: { error: 'REFERENCE_NOT_FOUND' } })
  })

  test('a company that was sent back reads why when it starts again, and may be turned down for good', async () => {
    const { identityId, start } = await company()
    const first = screens('company', await start())
    await first.submit()
    const why = { reasons: ['DOCUMENTS_UNSATISFACTORY'], comment: 'The scan is cut off.' }
    expect((await first.decide('DOCUMENTS_REQUESTED', why)).body).toMatchObject({ status: 'INITIATED' })
    const second = screens('company', await start())
    const told = { status: 'INITIATED', reasons: why.reasons, comment: why.comment }
    expect((await second.look()).body).toMatchObject(told)
    await second.submit()
    expect((await second.decide('REJECTED', { reasons: ['NO_SUCH_REASON'] })).body).toEqual({ error: 'REASON_UNKNOWN' })
    expect((await second.decide('REJECTED', why)).body).toMatchObject({ status: 'REJECTED' })
    expect(await status(identityId)).toBe('REJECTED')
    await expect(start()).rejects.toThrow('KYB_PERMANENTLY_REJECTED')
  })

  test('a director has screens of their own, in the vocabulary of the company', async () => {
    const { identityId } = await company()
    const reference = await door.inTx(async (ctx) => {
      const identity = await lockIdentity(ctx, identityId)
      if (!identity) throw new Error('no identity')
      const grace = { type: 'DIRECTOR', firstName: 'Grace', lastName: 'Hopper', email: 'grace@example.test' } as const
      const [id = ''] = await declareDirectors(ctx, identity, [grace])
      const started = await startDirector(ctx, id)
      return started.ok ? started.value.reference : started.refusal
    })
    const { look, submit, decide } = screens('director', reference)
    const line = ['Name', 'Grace Hopper']
    expect((await look()).body).toMatchObject({ kind: 'DIRECTOR', details: expect.arrayContaining([line]) })
    await submit()
    expect((await decide('APPROVED')).body).toMatchObject({ status: 'APPROVED' })
    expect((await screens('company', reference).look()).status).toBe(404)
  })

  test('a consumer goes through the level that was asked for', async () => {
    const made = await door.inTx((ctx) =>
      createConsumer(ctx, {
        profileId: programme.profiles.consumer,
        rootUser: { ...root, address: { country: 'MT' } },
        ipAddress: '192.0.2.1',
        acceptedTerms: true,
        baseCurrency: 'EUR',
      }),
    )
    if (!made.ok) throw new Error(made.refusal)
    const { id, rootUser } = made.value
    const actor = await actorOf(id.id, rootUser.id.id, 'CONSUMER')
    const started = await door.inTx((ctx) => startKyc({ ...ctx, actor }, 'KYC_LEVEL_1'))
    const reference = started.ok ? started.value.reference : started.refusal
    const { look, submit, decide } = screens('consumer', reference)
    expect((await look()).body).toMatchObject({
      kind: 'KYC',
      kycLevel: 'KYC_LEVEL_1',
      details: expect.arrayContaining([
        ['Date of birth', '10 December 1985'],
        ['Address', 'Malta'],
      ]),
    })
    expect(await screens('company', reference).look()).toEqual({ status: 409, body: { error: 'OTHER_CHECK' } })
    await submit()
    expect((await decide('REJECTED', { reasons: ['PEP_STATUS'] })).body).toMatchObject({ status: 'REJECTED' })
  })

  test('a page, another key, no document and no reference move nothing', async () => {
    const { identityId, start } = await company()
    const given = { expected: 'company', reference: await start(), documents, microEnterprise: true }
    expect((await ask('submit', given, { origin: origins.page })).status).toBe(403)
    expect((await ask('submit', given, { 'ui-key': 'guess' })).status).toBe(401)
    expect((await ask('submit', { ...given, documents: [] })).status).toBe(400)
    expect((await ask('submit', { ...given, reference: '1' })).status).toBe(404)
    expect(await status(identityId)).toBe('INITIATED')
    // Nobody decides about what was not submitted.
    expect((await ask('decide', { ...given, outcome: 'LATER' })).status).toBe(400)
  })
})

test('the screens offer reasons that the vendor has, for each kind of check', async () => {
  type Words = { reasons: string[] }
  const file = new URL('./static/frame/verify-words.js', import.meta.url).href
  const { wordsByKind }: { wordsByKind: Record<string, Words> } = await import(file)
  const known = (kind: string) =>
    kind === 'KYB' || kind === 'DIRECTOR' ? CorporateKybFailureReason : KycRejectionReason
  for (const [kind, { reasons }] of Object.entries(wordsByKind))
    for (const reason of reasons) expect(known(kind).safeParse(reason).success, `${kind} ${reason}`).toBe(true)
})
