import { locked } from '../../../storage/lock'
import { stepUpToken } from '../access/tokens'
import { type ActorCtx, type Ctx, done, type Outcome, refuse } from '../context'
import { findFactor } from '../factors/factor-rows'
import { programme } from '../programme'
import { insertChallenge, latestChallenge, supersede } from './challenge-rows'
import { answerCode, type CodeRefusal } from './ladder'

const { resendAfterMs, maxIssued } = programme.challenge
// The vendor publishes no limit for pushes; a phone that is asked five times has had enough.
const MAX_PUSHES = 5

const sms = ({ actor }: ActorCtx) =>
  ({ purpose: 'STEP_UP', credentialId: actor.credentialId, tokenId: actor.tokenId, channel: 'SMS' }) as const

type IssueRefusal = 'CHANNEL_NOT_REGISTERED' | 'RETRY_IN_15SEC' | 'CHALLENGE_LIMIT_EXCEEDED'

/**
 * Sends a step-up code for the held token: once, and once more after fifteen seconds; the second one takes the first
 * one's place. Then only a new session helps. Mirrors `stepupSCAChallenge`.
 */
export async function issueStepUp(ctx: ActorCtx): Promise<Outcome<undefined, IssueRefusal>> {
  await lockToken(ctx, ctx.actor.tokenId)
  if ((await findFactor(ctx, ctx.actor.credentialId, 'SMS'))?.status !== 'ACTIVE')
    return refuse('CHANNEL_NOT_REGISTERED')
  const previous = await latestChallenge(ctx, sms(ctx))
  if (!previous || previous.status === 'VERIFIED') {
    await insertChallenge(ctx, sms(ctx))
    return done(undefined)
  }
  if (previous.issued >= maxIssued) return refuse('CHALLENGE_LIMIT_EXCEEDED')
  if (ctx.now() - previous.issued_at < resendAfterMs) return refuse('RETRY_IN_15SEC')
  if (previous.status === 'PENDING') await supersede(ctx, previous.id)
  await insertChallenge(ctx, { ...sms(ctx), issued: previous.issued + 1 })
  return done(undefined)
}

type VerifyRefusal = CodeRefusal | 'CHANNEL_NOT_REGISTERED' | 'ALREADY_VERIFIED'

/** Takes the code; the token stays the same string and is a stepped-up one from now on. Mirrors `stepupSCAVerify`. */
export async function verifyStepUp(ctx: ActorCtx, code: string): Promise<Outcome<undefined, VerifyRefusal>> {
  if ((await findFactor(ctx, ctx.actor.credentialId, 'SMS'))?.status !== 'ACTIVE')
    return refuse('CHANNEL_NOT_REGISTERED')
  const challenge = await latestChallenge(ctx, sms(ctx))
  if (challenge?.status === 'VERIFIED') return refuse('ALREADY_VERIFIED')
  const answered = await answerCode(ctx, challenge, code)
  if (answered.ok) await stepUpToken(ctx, ctx.actor.tokenId)
  return answered
}

type PushRefusal = 'STATE_INVALID' | 'CHANNEL_NOT_REGISTERED' | 'CHALLENGE_LIMIT_EXCEEDED'

/** Asks the person's phone; `answerPush` is what the phone then says. Mirrors `stepupSCAChallengePush`. */
export async function issueStepUpPush(
  ctx: ActorCtx,
  channel: 'AUTHY' | 'BIOMETRIC',
): Promise<Outcome<{ id: string }, PushRefusal>> {
  await lockToken(ctx, ctx.actor.tokenId)
  if ((await findFactor(ctx, ctx.actor.credentialId, channel))?.status !== 'ACTIVE')
    return refuse('CHANNEL_NOT_REGISTERED')
  if (ctx.actor.steppedUp) return refuse('STATE_INVALID')
  const which = { ...sms(ctx), channel }
  const previous = await latestChallenge(ctx, which)
  const issued = 1 + (previous?.issued ?? 0)
  if (issued > MAX_PUSHES) return refuse('CHALLENGE_LIMIT_EXCEEDED')
  if (previous?.status === 'PENDING') await supersede(ctx, previous.id)
  return done({ id: await insertChallenge(ctx, { ...which, issued }) })
}

/** What a phone answers to a challenge of its person: for the simulator. */
export async function answerPush(
  ctx: Ctx,
  answer: { credentialId: string; challengeId: string; status: 'VERIFIED' | 'DECLINED' | 'EXPIRED' },
): Promise<Outcome<undefined, 'NOT_FOUND' | 'STATE_INVALID'>> {
  const query = ctx.tx
    .selectFrom('sandbox_challenge')
    .selectAll()
    .where('id', '=', answer.challengeId)
    .where('credential_id', '=', answer.credentialId)
  const challenge = await locked(ctx.engine, query).executeTakeFirst()
  if (!challenge || challenge.channel === 'SMS' || challenge.channel === 'EMAIL') return refuse('NOT_FOUND')
  if (challenge.status !== 'PENDING' || challenge.expires_at <= ctx.now()) return refuse('STATE_INVALID')
  await ctx.tx.updateTable('sandbox_challenge').set({ status: answer.status }).where('id', '=', challenge.id).execute()
  if (answer.status === 'VERIFIED' && challenge.purpose === 'STEP_UP' && challenge.token_id !== null)
    await stepUpToken(ctx, challenge.token_id)
  return done(undefined)
}

/** Two codes ordered at the same moment are one after the other. */
async function lockToken(ctx: Ctx, tokenId: string): Promise<void> {
  await locked(ctx.engine, ctx.tx.selectFrom('sandbox_token').select('id').where('id', '=', tokenId)).execute()
}
