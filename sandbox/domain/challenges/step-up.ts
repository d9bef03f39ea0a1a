import { locked } from '../../../storage/lock'
import { type ActorCtx, type Ctx, done, type Outcome, refuse } from '../context'
import { programme } from '../programme'
import { insertChallenge, latestChallenge, supersede } from './challenge-rows'
import { type Channel, channelProblem, type Unusable } from './channel-problem'
import { answerCode, type CodeRefusal } from './ladder'

const { resendAfterMs, maxIssued } = programme.challenge
// The vendor publishes no limit for pushes; a phone that is asked five times has had enough.
const MAX_PUSHES = 5

const own = ({ actor }: ActorCtx, channel: Channel) =>
  ({ purpose: 'STEP_UP', credentialId: actor.credentialId, tokenId: actor.tokenId, channel }) as const

const channelOnly = ['CHANNEL_NOT_SUPPORTED'] as const
const numberRefusals = [...channelOnly, 'MOBILE_NUMBER_INVALID', 'MOBILE_COUNTRY_NOT_SUPPORTED'] as const

type IssueRefusal = Unusable | (typeof numberRefusals)[number] | 'RETRY_IN_15SEC' | 'CHALLENGE_LIMIT_EXCEEDED'

/**
 * Sends a step-up code for the held token: once, and once more after fifteen seconds; the second one takes the first
 * one's place. Then only a new session helps. Mirrors `stepupSCAChallenge`.
 */
export async function issueStepUp(ctx: ActorCtx): Promise<Outcome<undefined, IssueRefusal>> {
  await lockToken(ctx, ctx.actor.tokenId)
  const unusable = await channelProblem(ctx, 'SMS', numberRefusals)
  if (unusable) return refuse(unusable)
  const previous = await latestChallenge(ctx, own(ctx, 'SMS'))
  if (!previous || previous.status === 'VERIFIED') {
    await insertChallenge(ctx, own(ctx, 'SMS'))
    return done(undefined)
  }
  if (previous.issued >= maxIssued) return refuse('CHALLENGE_LIMIT_EXCEEDED')
  if (ctx.now() - previous.issued_at < resendAfterMs) return refuse('RETRY_IN_15SEC')
  if (previous.status === 'PENDING') await supersede(ctx, previous.id)
  await insertChallenge(ctx, { ...own(ctx, 'SMS'), issued: previous.issued + 1 })
  return done(undefined)
}

type VerifyRefusal = CodeRefusal | 'CHANNEL_NOT_SUPPORTED' | 'CHANNEL_NOT_REGISTERED' | 'ALREADY_VERIFIED'

/** Takes the code; the token stays the same string and is a stepped-up one from now on. Mirrors `stepupSCAVerify`. */
export async function verifyStepUp(ctx: ActorCtx, code: string): Promise<Outcome<undefined, VerifyRefusal>> {
  await lockToken(ctx, ctx.actor.tokenId)
  const unusable = await channelProblem(ctx, 'SMS', channelOnly)
  if (unusable) return refuse(unusable === 'METHOD_NOT_ALLOWED' ? 'CHANNEL_NOT_SUPPORTED' : unusable)
  const challenge = await latestChallenge(ctx, own(ctx, 'SMS'))
  if (challenge?.status === 'VERIFIED') return refuse('ALREADY_VERIFIED')
  return answerCode(ctx, challenge, code)
}

type PushRefusal = Unusable | 'CHANNEL_NOT_SUPPORTED' | 'STATE_INVALID' | 'CHALLENGE_LIMIT_EXCEEDED'

/** Asks the person's phone; `answerPush` is what the phone then says. Mirrors `stepupSCAChallengePush`. */
export async function issueStepUpPush(
  ctx: ActorCtx,
  channel: 'AUTHY' | 'BIOMETRIC',
): Promise<Outcome<{ id: string }, PushRefusal>> {
  await lockToken(ctx, ctx.actor.tokenId)
  const unusable = await channelProblem(ctx, channel, channelOnly)
  if (unusable) return refuse(unusable)
  if (ctx.actor.steppedUp) return refuse('STATE_INVALID')
  const previous = await latestChallenge(ctx, own(ctx, channel))
  const issued = 1 + (previous?.issued ?? 0)
  if (issued > MAX_PUSHES) return refuse('CHALLENGE_LIMIT_EXCEEDED')
  if (previous?.status === 'PENDING') await supersede(ctx, previous.id)
  return done({ id: await insertChallenge(ctx, { ...own(ctx, channel), issued }) })
}

/** Two codes ordered at the same moment are one after the other. */
async function lockToken(ctx: Ctx, tokenId: string): Promise<void> {
  await locked(ctx.engine, ctx.tx.selectFrom('sandbox_token').select('id').where('id', '=', tokenId)).execute()
}
