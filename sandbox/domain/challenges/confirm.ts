import { locked } from '../../../storage/lock'
import { type Actor, type ActorCtx, type Ctx, done, type Outcome, refuse } from '../context'
import { noLonger } from '../due/later'
import { programme } from '../programme'
import { type ChallengeRow, changeChallenge } from './challenge-rows'
import { type Channel, channelProblem } from './channel-problem'
import { type ChallengeFailure, type ConfirmedResource, confirmables } from './confirmables'
import { challengesOn, insertConfirmation, subjectsOf } from './confirmation-rows'
import { answerCode, type CodeRefusal } from './ladder'

const { resendAfterMs, maxIssued } = programme.challenge
// The vendor publishes no limit for pushes; a phone that is asked five times has had enough.
const MAX_PUSHES = 5
const NUMBER = ['CHANNEL_NOT_SUPPORTED'] as const

export type IssueRefusal =
  | 'STATE_INVALID'
  | 'NOT_FOUND'
  | 'SCA_EXEMPTION_APPLIED'
  | 'METHOD_NOT_ALLOWED'
  | 'CHANNEL_NOT_REGISTERED'
  | 'CHANNEL_NOT_SUPPORTED'
  | 'RETRY_IN_15SEC'
  | 'CHALLENGE_LIMIT_EXCEEDED'

/**
 * Asks the actor to confirm a list of things of one kind, by a code or on the phone. Everything on the list must wait for
 * it. A code is sent once and, fifteen seconds later, once more; the newer one takes the older one's place. Then only
 * what was ordered can be ordered again. What merely expired may be asked anew.
 */
export async function issueConfirmation(
  ctx: ActorCtx,
  { resource, ids, channel }: { resource: ConfirmedResource; ids: readonly string[]; channel: Channel },
): Promise<Outcome<{ challengeId: string }, IssueRefusal>> {
  const { actor } = ctx
  const unusable = await channelProblem(ctx, channel, NUMBER)
  if (unusable) return refuse(unusable)
  const subjects = { resource, ids: [...new Set(ids)].sort() }
  // Nothing to confirm is nothing that waits.
  if (subjects.ids.length === 0) return refuse('STATE_INVALID')
  await lockCredential(ctx, actor)
  const former = await challengesOn(ctx, actor.credentialId, channel, subjects)
  const checked = await confirmables[resource].check(ctx, subjects.ids)
  if (!checked.ok) return checked
  const issued = nextIssue(ctx, former, channel)
  if (!issued.ok) return issued
  for (const { id, status } of former) {
    if (status !== 'PENDING') continue
    await changeChallenge(ctx, id, { status: 'SUPERSEDED' })
    await noLonger(ctx, 'confirmation-expiry', id)
  }
  return done({ challengeId: await insertConfirmation(ctx, actor, subjects, { channel, issued: issued.value }) })
}

/** Which sending this would be; or why it may not be. */
function nextIssue(
  { now }: ActorCtx,
  [previous]: readonly ChallengeRow[],
  channel: Channel,
): Outcome<number, 'RETRY_IN_15SEC' | 'CHALLENGE_LIMIT_EXCEEDED'> {
  if (!previous) return done(1)
  const expired = previous.status === 'EXPIRED' || (previous.status === 'PENDING' && previous.expires_at <= now())
  if (expired || previous.status === 'VERIFIED') return done(1)
  if (channel !== 'SMS')
    return previous.issued < MAX_PUSHES ? done(previous.issued + 1) : refuse('CHALLENGE_LIMIT_EXCEEDED')
  if (previous.issued >= maxIssued) return refuse('CHALLENGE_LIMIT_EXCEEDED')
  return now() - previous.issued_at < resendAfterMs ? refuse('RETRY_IN_15SEC') : done(previous.issued + 1)
}

/** Refusals of a code that end its challenge. */
const FAILURES: ReadonlyMap<string, ChallengeFailure> = new Map([
  ['CHALLENGE_LIMIT_EXCEEDED', 'LIMIT'],
  ['VERIFICATION_CODE_EXPIRED', 'EXPIRED'],
])

type Verification = { resource: ConfirmedResource; code: string } & (
  | { challengeId: string }
  /** The newest challenge that asks about exactly these. */
  | { ids: readonly string[] }
)
export type VerifyRefusal =
  | CodeRefusal
  | 'NOT_FOUND'
  | 'SCA_EXEMPTION_APPLIED'
  | 'CHANNEL_NOT_REGISTERED'
  | 'CHANNEL_NOT_SUPPORTED'
  | 'CHALLENGE_NOT_PENDING'

/**
 * Takes the code of a challenge: everything on its list is confirmed, or nothing is. When something on it has moved
 * meanwhile, no code is looked at. Wrong codes are counted and ended as everywhere (see `answerCode`).
 */
export async function verifyConfirmation(
  ctx: ActorCtx,
  verification: Verification,
): Promise<Outcome<undefined, VerifyRefusal>> {
  const { resource, code } = verification
  const unusable = await channelProblem(ctx, 'SMS', NUMBER)
  // To enter a code there is no 405.
  if (unusable) return refuse(unusable === 'METHOD_NOT_ALLOWED' ? 'CHANNEL_NOT_SUPPORTED' : unusable)
  const challenge = await ('ids' in verification
    ? newestOn(ctx, resource, verification.ids)
    : ownChallenge(ctx, verification.challengeId))
  if (!challenge) return 'ids' in verification ? notChallenged(ctx, resource, verification.ids) : refuse('NOT_FOUND')
  const subjects = await subjectsOf(ctx, challenge.id)
  if (subjects?.resource !== resource || challenge.channel !== 'SMS') return refuse('STATE_INVALID')
  const { check, confirmed, failed } = confirmables[resource]
  if (challenge.status === 'PENDING') {
    const checked = await check(ctx, subjects.ids)
    if (!checked.ok) return checked
  }
  const answered = await answerCode(ctx, challenge, code)
  if (challenge.status !== 'PENDING') return answered
  const why = answered.ok ? undefined : FAILURES.get(answered.refusal)
  if (answered.ok) await confirmed(ctx, subjects.ids)
  if (why) await failed(ctx, subjects.ids, why)
  if (answered.ok || why) await noLonger(ctx, 'confirmation-expiry', challenge.id)
  return answered
}

/**
 * What a phone says to a challenge that still waits (the caller has locked its row and looked): notes it, and confirms
 * everything on the list or nothing.
 */
export async function answerConfirmation(
  ctx: Ctx,
  challenge: ChallengeRow,
  status: 'VERIFIED' | 'DECLINED' | 'EXPIRED',
): Promise<Outcome<undefined, 'STATE_INVALID'>> {
  const subjects = await subjectsOf(ctx, challenge.id)
  if (!subjects) return refuse('STATE_INVALID')
  const { check, confirmed, failed } = confirmables[subjects.resource]
  if (status === 'VERIFIED') {
    const checked = await check({ ...ctx, actor: await actorOf(ctx, challenge) }, subjects.ids)
    if (!checked.ok) return refuse('STATE_INVALID')
  }
  await changeChallenge(ctx, challenge.id, { status })
  await noLonger(ctx, 'confirmation-expiry', challenge.id)
  await (status === 'VERIFIED' ? confirmed(ctx, subjects.ids) : failed(ctx, subjects.ids, status))
  return done(undefined)
}

/** Notices that nobody answered in time. */
export async function expireConfirmation(ctx: Ctx, challengeId: string): Promise<void> {
  const query = ctx.tx.selectFrom('sandbox_challenge').selectAll().where('id', '=', challengeId)
  const challenge = await locked(ctx.engine, query).executeTakeFirst()
  if (challenge?.status === 'PENDING') await answerConfirmation(ctx, challenge, 'EXPIRED')
}

/** Two challenges ordered at the same moment are one after the other. */
async function lockCredential(ctx: Ctx, { credentialId }: Actor): Promise<void> {
  await locked(
    ctx.engine,
    ctx.tx.selectFrom('sandbox_credential').select('id').where('id', '=', credentialId),
  ).execute()
}

async function ownChallenge(ctx: ActorCtx, id: string): Promise<ChallengeRow | undefined> {
  const query = ctx.tx
    .selectFrom('sandbox_challenge')
    .selectAll()
    .where('id', '=', id)
    .where('purpose', '=', 'CONFIRMATION')
    .where('credential_id', '=', ctx.actor.credentialId)
  return locked(ctx.engine, query).executeTakeFirst()
}

async function newestOn(
  ctx: ActorCtx,
  resource: ConfirmedResource,
  ids: readonly string[],
): Promise<ChallengeRow | undefined> {
  const wanted = [...new Set(ids)].sort()
  const [newest] = await challengesOn(ctx, ctx.actor.credentialId, 'SMS', { resource, ids: wanted })
  const found = newest && (await subjectsOf(ctx, newest.id))
  return found?.ids.length === wanted.length && found.ids.every((id, at) => id === wanted[at]) ? newest : undefined
}

/** Why there is no challenge on these: they are not there, need none, or nobody has asked yet. */
async function notChallenged(
  ctx: ActorCtx,
  resource: ConfirmedResource,
  ids: readonly string[],
): Promise<Outcome<undefined, VerifyRefusal>> {
  const checked = await confirmables[resource].check(ctx, ids)
  return checked.ok ? refuse('CHALLENGE_NOT_PENDING') : checked
}

/** The person whom a challenge asks. */
async function actorOf(ctx: Ctx, challenge: ChallengeRow): Promise<Actor> {
  const row = await ctx.tx
    .selectFrom('sandbox_credential as c')
    .innerJoin('sandbox_identity as i', 'i.id', 'c.identity_id')
    .select(['c.id as credentialId', 'c.type as credentialType', 'i.id as identityId', 'i.type as identityType'])
    .where('c.id', '=', challenge.credential_id)
    .executeTakeFirstOrThrow()
  return { ...row, tokenId: challenge.token_id ?? '', tokenKind: 'ACCESS', steppedUp: true }
}
