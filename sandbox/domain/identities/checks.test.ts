import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { type FrontDoor, freshStore, openFrontDoor } from '../../testing/front-door'
import { listener } from '../../testing/told'
import { runDue } from '../due/run-due'
import { findIdentity } from './credentials'
import { declareDirectors, listDirectors } from './directors'
import { moved, type ReviewOutcome, reviewOutcomes, type Standing } from './kyi-moves'
import { findKyiReference } from './kyi-reference'
import { isVerified } from './owner-verified'
import { reviewDirector, startDirector } from './review-director'
import { type Review, reviewIdentity } from './review-identity'
import { startKyb } from './start-check'
import { activateIdentity, deactivateIdentity } from './switch-identity'
import { verifyIdentity } from './verify-identity'

const DAY = 24 * 60 * 60_000
const statuses = ['NOT_STARTED', 'INITIATED', 'PENDING_REVIEW', 'APPROVED', 'REJECTED'] as const

test('a check moves only along its ways', () => {
  const ways = statuses.map((ongoing) =>
    reviewOutcomes.map((outcome) => moved({ status: 'NOT_STARTED', ongoing }, outcome)?.ongoing ?? '-').join(' '),
  )
  // PENDING_REVIEW, APPROVED, REJECTED, TEMPORARILY_REJECTED, DOCUMENTS_REQUESTED
  expect(ways).toEqual([
    '- APPROVED REJECTED - -',
    'PENDING_REVIEW APPROVED REJECTED INITIATED INITIATED',
    '- APPROVED REJECTED INITIATED INITIATED',
    '- - REJECTED - INITIATED',
    '- APPROVED - - -',
  ])
})

test('what was approved counts until a new check ends', () => {
  let standing: Standing | undefined = { status: 'APPROVED', ongoing: 'APPROVED' }
  const history = (['DOCUMENTS_REQUESTED', 'PENDING_REVIEW', 'TEMPORARILY_REJECTED', 'REJECTED'] as const).map(
    (move) => {
      standing = standing && moved(standing, move)
      return `${standing?.status} ${standing?.ongoing}`
    },
  )
  expect(history).toEqual(['APPROVED INITIATED', 'APPROVED PENDING_REVIEW', 'APPROVED INITIATED', 'REJECTED REJECTED'])
})

onEachEngine('due diligence', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  let told: ReturnType<typeof listener>
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
    told = listener(door.store)
  })
  const review = (identityId: string, outcome: ReviewOutcome, more: Partial<Review> = {}) =>
    door.inTx((ctx) => reviewIdentity(ctx, { identityId, outcome, ...more }))
  const verified = (identityId: string) => door.inTx((ctx) => isVerified(ctx, identityId))
  const start = ({ identityId, rootUserId }: { identityId: string; rootUserId: string }) =>
    door.inTx(async (ctx) => {
      const outcome = await startKyb({
        ...ctx,
        actor: {
          credentialId: rootUserId,
          credentialType: 'ROOT',
          identityId,
          identityType: 'CORPORATE',
          tokenId: '',
          tokenKind: 'ACCESS',
          steppedUp: true,
        },
      })
      if (!outcome.ok) throw new Error(outcome.refusal)
      return outcome.value.reference
    })
  /** A company whose check may begin: approved once, then opened again. */
  async function opened() {
    const company = await door.company()
    await review(company.identityId, 'DOCUMENTS_REQUESTED')
    await told()
    return company
  }

  test('the platform hears of each move of a company, with reasons and words', async () => {
    const { identityId, email } = await opened()
    await review(identityId, 'PENDING_REVIEW')
    await review(identityId, 'TEMPORARILY_REJECTED', { details: ['DOCUMENTS_UNSATISFACTORY'], comment: 'Blurred.' })
    await review(identityId, 'PENDING_REVIEW')
    await review(identityId, 'APPROVED')
    const company = { corporateId: identityId, corporateEmail: email }
    expect((await told('corporates_kyb_watch')).map(({ payload }) => payload)).toEqual([
      { ...company, status: 'APPROVED', ongoingStatus: 'PENDING_REVIEW', details: [] },
      {
        ...company,
        status: 'APPROVED',
        ongoingStatus: 'INITIATED',
        details: ['DOCUMENTS_UNSATISFACTORY'],
        rejectionComment: 'Blurred.',
      },
      { ...company, status: 'APPROVED', ongoingStatus: 'PENDING_REVIEW', details: [] },
      { ...company, status: 'APPROVED', ongoingStatus: 'APPROVED', details: [] },
    ])
  })

  test('and of a consumer, with the level and the dates of documents', async () => {
    const { identityId, email } = await door.consumer()
    await told()
    const documentExpiryDate = door.clock.now()
    const identityRestrictionDate = documentExpiryDate + 30 * DAY
    const details = ['EXPIRED_KYC_DOCUMENTS']
    await review(identityId, 'DOCUMENTS_REQUESTED', { details, documentExpiryDate, identityRestrictionDate })
    const [event] = await told('consumers_kyc_watch')
    expect(event?.payload).toEqual({
      consumerId: identityId,
      consumerEmail: email,
      status: 'APPROVED',
      ongoingStatus: 'INITIATED',
      details,
      kycLevel: 'KYC_LEVEL_2',
      eventTimestamp: expect.stringMatching(/^\d{13}$/),
      additionalInformation: {
        documentExpiryDate: String(documentExpiryDate),
        identityRestrictionDate: String(identityRestrictionDate),
      },
    })
  })

  test('what a review may not be', async () => {
    const { identityId } = await door.company()
    await told()
    expect(await review('404', 'APPROVED')).toEqual({ ok: false, refusal: 'NOT_FOUND' })
    expect(await review(identityId, 'APPROVED')).toEqual({ ok: false, refusal: 'STATE_INVALID' })
    const personal = { details: ['PEP_STATUS'] }
    expect(await review(identityId, 'REJECTED', personal)).toEqual({ ok: false, refusal: 'REASON_UNKNOWN' })
    expect(await told()).toEqual([])
    expect(await verified(identityId)).toBe(true)
  })

  test('documents that are not renewed in time cost the approval; those that are do not', async () => {
    const [late, early] = [await door.consumer(), await door.consumer({ name: 'Eva' })]
    const dates = { identityRestrictionDate: door.clock.now() + 30 * DAY }
    for (const { identityId } of [late, early]) await review(identityId, 'DOCUMENTS_REQUESTED', dates)
    door.clock.advance(29 * DAY)
    await review(early.identityId, 'APPROVED')
    // Asked again without a date: the old one is not meant any more.
    await review(early.identityId, 'DOCUMENTS_REQUESTED')
    await told()
    expect(await door.inTx(runDue)).toBe(false)
    door.clock.advance(DAY)
    while (await door.inTx(runDue));
    expect([await verified(late.identityId), await verified(early.identityId)]).toEqual([false, true])
    expect((await told()).map(({ payload }) => payload)).toMatchObject([
      { consumerId: late.identityId, status: 'INITIATED', ongoingStatus: 'INITIATED' },
    ])
    await review(late.identityId, 'PENDING_REVIEW')
    await review(late.identityId, 'APPROVED')
    expect(await verified(late.identityId)).toBe(true)
  })

  test('a reference opens one check, for a day, until another takes its place or the check ends', async () => {
    const company = await opened()
    const find = (reference: string) => door.inTx((ctx) => findKyiReference(ctx, reference))
    const first = await start(company)
    expect(await find(first)).toEqual({
      identityId: company.identityId,
      kind: 'KYB',
      credentialId: company.rootUserId,
    })
    const second = await start(company)
    expect([await find(first), await find('1')]).toEqual([undefined, undefined])
    door.clock.advance(DAY - 1000)
    expect(await find(second)).toBeDefined()
    door.clock.advance(2000)
    expect(await find(second)).toBeUndefined()
    const third = await start(company)
    await review(company.identityId, 'PENDING_REVIEW')
    expect(await find(third)).toBeDefined()
    await review(company.identityId, 'TEMPORARILY_REJECTED')
    expect(await find(third)).toBeUndefined()
  })

  test('a reference cannot be guessed from ids of the same moment: whoever has one may go through the check', async () => {
    const company = await opened()
    const before = Number(await door.inTx(async (ctx) => ctx.newId()))
    const references = [await start(company), await start(company)]
    const after = Number(await door.inTx(async (ctx) => ctx.newId()))
    for (const reference of references) {
      expect(reference).toMatch(/^[0-9]{24}$/)
      const start = Number(reference.slice(0, 18))
      expect(start > before && start < after).toBe(false)
    }
  })

  test('directors and owners have checks of their own, and are in order when their company is', async () => {
    const company = await opened()
    const { identityId } = company
    const [root] = await door.inTx((ctx) => listDirectors(ctx, identityId))
    expect(root).toMatchObject({ type: 'DIRECTOR', first_name: 'Ada', status: 'APPROVED' })
    const owner = { type: 'UBO', firstName: 'Owen', lastName: 'Ashe', email: 'owen@example.test' } as const
    const id = await door.inTx(async (ctx) => {
      const identity = await findIdentity(ctx, identityId)
      return identity ? (await declareDirectors(ctx, identity, [owner]))[0] : undefined
    })
    const directorId = id ?? ''
    const decide = (outcome: ReviewOutcome, more: object = {}) =>
      door.inTx((ctx) => reviewDirector(ctx, { directorId, outcome, ...more }))
    const started = await door.inTx((ctx) => startDirector(ctx, directorId))
    const reference = started.ok ? started.value.reference : ''
    expect(await door.inTx((ctx) => findKyiReference(ctx, reference))).toEqual({
      identityId,
      kind: 'DIRECTOR',
      directorId,
    })
    await told()
    expect(await decide('PENDING_REVIEW')).toMatchObject({ ok: true })
    const why = { details: ['SELFIE_UNSATISFACTORY'], comment: 'Too dark.' }
    expect(await decide('TEMPORARILY_REJECTED', why)).toMatchObject({ ok: true })
    expect(await decide('PENDING_REVIEW', { details: ['PEP_STATUS'] })).toMatchObject({ refusal: 'REASON_UNKNOWN' })
    const heard = (await told('corporates_kyb_beneficiaries_watch')).map(({ payload }) => payload)
    expect(heard).toMatchObject([
      { event: ['STATUS_UPDATED'], additionalInformation: { beneficiary: { status: 'PENDING_REVIEW' } } },
      {
        eventDetails: ['SELFIE_UNSATISFACTORY'],
        rejectionComment: 'Too dark.',
        additionalInformation: {
          corporateId: identityId,
          corporateName: 'Test Company',
          rootUserEmail: company.email,
          kybStatus: 'INITIATED',
          beneficiary: { ...owner, status: 'INITIATED', ongoingKybStatus: 'INITIATED' },
        },
      },
    ])
    await review(identityId, 'APPROVED')
    expect(await door.inTx((ctx) => listDirectors(ctx, identityId))).toMatchObject([
      { id: root?.id },
      { status: 'APPROVED' },
    ])
    expect(await decide('APPROVED')).toEqual({ ok: false, refusal: 'STATE_INVALID' })
  })

  test('the simulator verifies whoever is there, as often as one likes', async () => {
    const { identityId } = await door.company()
    await review(identityId, 'REJECTED')
    await told()
    const verify = (id: string, type: 'CORPORATE' | 'CONSUMER') =>
      door.inTx((ctx) => verifyIdentity(ctx, { identityId: id, type }))
    expect(await verify(identityId, 'CONSUMER')).toEqual({ ok: false, refusal: 'NOT_FOUND' })
    expect(await verify('404', 'CORPORATE')).toEqual({ ok: false, refusal: 'NOT_FOUND' })
    expect((await verify(identityId, 'CORPORATE')).ok).toBe(true)
    expect(await verified(identityId)).toBe(true)
    expect(await told('corporates_kyb_watch')).toHaveLength(1)
    expect((await verify(identityId, 'CORPORATE')).ok).toBe(true)
    expect(await told()).toEqual([])
  })

  test('an identity is switched off and on, and the platform hears who did it and why', async () => {
    const { identityId, email } = await door.company()
    const consumer = await door.consumer()
    await told()
    const off = (id: string) =>
      door.inTx((ctx) =>
        deactivateIdentity(ctx, { identityId: id, reasonCode: 'ACCOUNT_REVIEW', actionDoneBy: 'ADMIN' }),
      )
    expect((await off(identityId)).ok).toBe(true)
    expect(await off(identityId)).toEqual({ ok: false, refusal: 'STATE_INVALID' })
    expect(await verified(identityId)).toBe(false)
    expect((await door.login(email)).status).toBe(403)
    expect((await door.inTx((ctx) => activateIdentity(ctx, { identityId }))).ok).toBe(true)
    expect((await door.login(email)).status).toBe(200)
    expect(await verified(identityId)).toBe(true)
    await off(consumer.identityId)
    expect((await told()).filter(({ event }) => event !== 'login_watch')).toEqual([
      {
        event: 'corporates_corporate_deactivated_watch',
        payload: { actionDoneBy: 'ADMIN', emailAddress: email, reasonCode: 'ACCOUNT_REVIEW' },
      },
      { event: 'corporates_corporate_activated_watch', payload: { actionDoneBy: 'INNOVATOR', emailAddress: email } },
      {
        event: 'consumers_consumer_deactivated_watch',
        payload: { actionDoneBy: 'ADMIN', emailAddress: consumer.email, reasonCode: 'ACCOUNT_REVIEW' },
      },
    ])
  })
})
