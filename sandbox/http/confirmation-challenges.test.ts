import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { answerPush } from '../domain/challenges/answer-push'
import { answerConfirmation } from '../domain/challenges/confirm'
import { runDue } from '../domain/due/run-due'
import { putFactor } from '../domain/factors/factor-rows'
import { programme } from '../domain/programme'
import { type FrontDoor, field, openFrontDoor } from '../testing/front-door'
import { openFunded } from '../testing/sends'

const SECOND = 1000
const RIGHT = '123456'
const WRONG = '000000'

onEachEngine('confirmation of payments by request', (open) => {
  let door: FrontDoor
  let token: string
  let stranger: string
  let person: string
  let from: string
  let to: string

  beforeAll(async () => {
    door = await openFrontDoor(await open())
    const [mine, theirs] = [await door.company(), await door.company()]
    ;[token, stranger] = [await door.enter(mine.email), await door.enter(theirs.email)]
    person = mine.rootUserId
    from = await account(mine.identityId, 10_000_000)
    to = await account(theirs.identityId)
    await door.inTx((ctx) => putFactor(ctx, person, 'AUTHY', 'ACTIVE'))
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })

  const account = (identityId: string, amount = 0) => door.inTx((ctx) => openFunded(ctx, identityId, amount))
  const post = async (path: string, body?: unknown, as = token, ref?: string) => {
    const answer = await door.call('POST', path, { token: as, body, ...(ref && { ref }) })
    const code = answer.body && typeof answer.body === 'object' ? Reflect.get(answer.body, 'errorCode') : undefined
    return { ...answer, said: code ?? answer.status }
  }
  const send = async () =>
    field(
      await post('/sends', {
        profileId: '3002',
        source: { type: 'managed_accounts', id: from },
        destination: { type: 'managed_accounts', id: to },
        destinationAmount: { currency: 'EUR', amount: 5000 },
      }),
      'id',
    )
  const stateOf = async (id: string) => field(await door.call('GET', `/sends/${id}`, { token }), 'state')
  const issue = (resourceIds: string[], as = token) =>
    post('/challenges/otp/SMS', { resourceType: 'sends', resourceIds }, as)
  const verify = async (challenge: string, verificationCode = RIGHT, resourceType = 'sends') =>
    (await post(`/challenges/${challenge}/otp/SMS/verify`, { verificationCode, resourceType })).said
  const challengeOn = async (...ids: string[]) => field(await issue(ids), 'scaChallengeId')
  /** A session would end before a challenge does, if nothing happened in it. */
  const minutes = async (count: number) => {
    for (let i = 0; i < count; i++) {
      door.clock.advance(60 * SECOND)
      await door.call('GET', '/sends?limit=1', { token })
    }
  }
  const phone = (challengeId: string, status: 'VERIFIED' | 'DECLINED' | 'EXPIRED') =>
    door.inTx(async (ctx) => {
      const challenges = ctx.tx.selectFrom('sandbox_challenge').selectAll().where('id', '=', challengeId)
      return answerConfirmation(ctx, await challenges.executeTakeFirstOrThrow(), status)
    })

  it('confirms a list with one code, each once', async () => {
    const ids = [await send(), await send()]
    const challenge = await challengeOn(...ids)
    expect(await stateOf(ids[0] ?? '')).toBe('PENDING_CHALLENGE')
    expect(await verify(challenge)).toBe(204)
    for (const id of ids) expect(await stateOf(id)).toBe('COMPLETED')
    expect(await verify(challenge)).toBe('STATE_INVALID')
    expect((await issue(ids)).said).toBe('STATE_INVALID')
  })

  it('asks nothing about what is not there, is another one’s, or is nothing at all', async () => {
    const id = await send()
    expect((await issue(['404'])).status).toBe(404)
    expect((await issue([id, '404'])).status).toBe(404)
    expect((await issue([id], stranger)).status).toBe(404)
    expect((await issue([])).said).toBe('STATE_INVALID')
    expect((await issue(['x'])).status).toBe(400)
    expect((await post('/challenges/otp/EMAIL', { resourceType: 'sends', resourceIds: [id] })).status).toBe(400)
    const other = { resourceType: 'transfers', resourceIds: [id] }
    expect((await post('/challenges/otp/SMS', other)).status).toBe(400)
    const challenge = await challengeOn(id)
    expect(await verify('404')).toBe(404)
    expect(await verify(challenge, RIGHT, 'outgoing_wire_transfers')).toBe('STATE_INVALID')
    expect(await verify(challenge, '12345')).toBe(400)
    const theirs = { verificationCode: RIGHT, resourceType: 'sends' }
    expect((await post(`/challenges/${challenge}/otp/SMS/verify`, theirs, stranger)).status).toBe(404)
    expect(await stateOf(id)).toBe('PENDING_CHALLENGE')
  })

  it('sends a code once more after fifteen seconds, which takes the first one’s place, and then none', async () => {
    const [id, another] = [await send(), await send()]
    const first = await challengeOn(id, another)
    expect((await issue([id])).said).toBe('RETRY_IN_15SEC')
    door.clock.advance(15 * SECOND)
    const second = await challengeOn(id)
    expect(await verify(first)).toBe('STATE_INVALID')
    door.clock.advance(15 * SECOND)
    expect((await issue([id])).said).toBe('CHALLENGE_LIMIT_EXCEEDED')
    expect(await verify(second)).toBe(204)
    expect([await stateOf(id), await stateOf(another)]).toEqual(['COMPLETED', 'PENDING_CHALLENGE'])
  })

  it('counts wrong codes, and the last one ends it for good', async () => {
    const id = await send()
    const challenge = await challengeOn(id)
    const said = []
    for (let i = 0; i < 5; i++) said.push(await verify(challenge, WRONG))
    const wrong = 'VERIFICATION_CODE_INVALID'
    expect(said).toEqual([wrong, wrong, wrong, 'ONE_CHALLENGE_LIMIT_REMAINING', 'CHALLENGE_LIMIT_EXCEEDED'])
    expect(await verify(challenge)).toBe('STATE_INVALID')
    expect(await stateOf(id)).toBe('PENDING_CHALLENGE')
  })

  it('takes no code after five minutes, and may then be asked anew', async () => {
    const id = await send()
    const challenge = await challengeOn(id)
    await minutes(5)
    expect(await verify(challenge)).toBe('VERIFICATION_CODE_EXPIRED')
    expect(await verify(await challengeOn(id))).toBe(204)
    const silent = await send()
    const unanswered = await challengeOn(silent)
    await minutes(5)
    while (await door.inTx(runDue));
    expect(await verify(unanswered)).toBe('VERIFICATION_CODE_EXPIRED')
    expect((await issue([silent])).status).toBe(200)
  })

  it('confirms none of a list of which one has moved meanwhile', async () => {
    const [kept, cancelled] = [await send(), await send()]
    const challenge = await challengeOn(kept, cancelled)
    expect((await post(`/sends/${cancelled}/cancel`, {})).body).toMatchObject({ state: 'CANCELLED' })
    expect(await verify(challenge)).toBe('STATE_INVALID')
    expect(await stateOf(kept)).toBe('PENDING_CHALLENGE')
    door.clock.advance(15 * SECOND)
    expect(await verify(await challengeOn(kept))).toBe(204)
  })

  it('asks a phone, and does what it says', async () => {
    const list = (id: string) => ({ resourceType: 'sends', resourceIds: [id] })
    const push = async (id: string, channel = 'AUTHY') => post(`/challenges/push/${channel}`, list(id))
    const [yes, no, late] = [await send(), await send(), await send()]
    expect((await push(yes, 'BIOMETRIC')).said).toBe('CHANNEL_NOT_REGISTERED')
    expect(await phone(field(await push(yes), 'scaChallengeId'), 'VERIFIED')).toMatchObject({ ok: true })
    expect(await stateOf(yes)).toBe('COMPLETED')
    const asked = field(await push(no), 'scaChallengeId')
    expect(await verify(asked)).toBe('STATE_INVALID')
    expect(await phone(asked, 'DECLINED')).toMatchObject({ ok: true })
    expect(await stateOf(no)).toBe('REJECTED')
    expect((await push(no)).said).toBe('STATE_INVALID')
    for (let i = 0; i < 4; i++) expect((await push(late)).status).toBe(200)
    expect(await phone(field(await push(late), 'scaChallengeId'), 'EXPIRED')).toMatchObject({ ok: true })
    expect(await stateOf(late)).toBe('PENDING_CHALLENGE')
    const often = await send()
    for (let i = 0; i < 5; i++) expect((await push(often)).status).toBe(200)
    expect((await push(often)).said).toBe('CHALLENGE_LIMIT_EXCEEDED')
    const moved = field(await push(late), 'scaChallengeId')
    await post(`/sends/${late}/cancel`, {})
    expect(await phone(moved, 'VERIFIED')).toMatchObject({ ok: false })
  })

  it('hears no phone that was unlinked since it was asked, and none of a person who was shut out', async () => {
    const list = { resourceType: 'sends', resourceIds: [await send()] }
    const challengeId = field(await post('/challenges/push/AUTHY', list), 'scaChallengeId')
    const touch = () =>
      door.inTx((ctx) => answerPush(ctx, door.sandbox.keys, { credentialId: person, challengeId, status: 'VERIFIED' }))
    const isActive = (active: 0 | 1) =>
      door.store.db.updateTable('sandbox_credential').set({ active }).where('id', '=', person).execute()
    await door.inTx((ctx) => putFactor(ctx, person, 'AUTHY', 'INACTIVE'))
    expect(await touch()).toEqual({ ok: false, refusal: 'STATE_INVALID' })
    await door.inTx((ctx) => putFactor(ctx, person, 'AUTHY', 'ACTIVE'))
    await isActive(0)
    expect(await touch()).toEqual({ ok: false, refusal: 'STATE_INVALID' })
    await isActive(1)
    expect(await touch()).toMatchObject({ ok: true })
  })

  it('replays the same reference and sends nothing twice', async () => {
    const body = { resourceType: 'sends', resourceIds: [await send()] }
    const first = await post('/challenges/otp/SMS', body, token, 'once')
    expect((await post('/challenges/otp/SMS', body, token, 'once')).body).toEqual(first.body)
  })

  it('offers the older calls on single sends, with their fewer words', async () => {
    const path = `/sends/${await send()}/challenges`
    const code = { verificationCode: RIGHT }
    expect((await post(`${path}/otp/SMS/verify`, code)).said).toBe('CHALLENGE_NOT_PENDING')
    expect((await post(`${path}/otp/SMS`)).said).toBe(204)
    expect((await post(`${path}/otp/SMS`)).said).toBe('STATE_INVALID')
    expect((await post(`${path}/otp/SMS/verify`, { verificationCode: WRONG })).said).toBe('VERIFICATION_CODE_INVALID')
    expect((await post(`${path}/push/AUTHY`)).said).toBe(204)
    expect((await post(`${path}/push/BIOMETRIC`)).said).toBe('CHANNEL_NOT_REGISTERED')
    expect((await post(`${path}/otp/SMS/verify`, code)).said).toBe(204)
    expect((await post(`${path}/otp/SMS/verify`, code)).said).toBe('STATE_INVALID')
    expect((await post('/sends/404/challenges/otp/SMS')).status).toBe(404)
    expect((await post('/sends/404/challenges/otp/SMS/verify', code)).status).toBe(404)
  })

  it('answers 405 for a channel that the programme does without', async () => {
    const body = { resourceType: 'sends', resourceIds: [await send()] }
    const [channels, at] = [programme.challengeChannels, programme.challengeChannels.indexOf('AUTHY')]
    Array.prototype.splice.call(channels, at, 1)
    try {
      expect(await post('/challenges/push/AUTHY', body)).toMatchObject({
        status: 405,
        body: { code: 'METHOD_NOT_ALLOWED' },
      })
      expect((await post(`/sends/${body.resourceIds[0]}/challenges/push/AUTHY`)).status).toBe(405)
    } finally {
      Array.prototype.splice.call(channels, at, 0, 'AUTHY')
    }
  })

  it('wants a factor that the person has enrolled', async () => {
    const id = await send()
    await door.inTx((ctx) => putFactor(ctx, person, 'SMS', 'INACTIVE'))
    expect((await issue([id])).said).toBe('CHANNEL_NOT_REGISTERED')
    expect(await verify('1')).toBe('CHANNEL_NOT_REGISTERED')
    await door.inTx((ctx) => putFactor(ctx, person, 'SMS', 'ACTIVE'))
    const mobile = { countryCode: '+44', number: '7700900982' }
    const unsupported = await door.enter((await door.company({ mobile })).email)
    expect((await issue([id], unsupported)).said).toBe('CHANNEL_NOT_SUPPORTED')
  })
})
