import { stepUpToken } from '../access/tokens'
import { insertChallenge, latestChallenge, supersede } from '../challenges/challenge-rows'
import { answerCode, type CodeRefusal } from '../challenges/ladder'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { findCredential } from '../identities/credentials'
import { findFactor, putFactor } from './factor-rows'
import { numberRefusal } from './special-numbers'

const sms = ({ actor }: ActorCtx) =>
  ({ purpose: 'ENROLMENT', credentialId: actor.credentialId, channel: 'SMS' }) as const

const always = ['CHANNEL_NOT_SUPPORTED', 'TYPE_DOES_NOT_SUPPORT_ENROLMENT'] as const
const refusals = [
  ...always,
  'MOBILE_NUMBER_NOT_AVAILABLE',
  'MOBILE_NUMBER_INVALID',
  'MOBILE_COUNTRY_NOT_SUPPORTED',
] as const
type Always = 'CREDENTIALS_INACTIVE' | 'CHANNEL_ALREADY_REGISTERED' | (typeof always)[number]

/** Sends a code to the person's own number; a later code takes the place of an earlier one. Mirrors `enrolDeviceUsingOtpStepOne`. */
export async function startOtpEnrolment(
  ctx: ActorCtx,
): Promise<Outcome<undefined, Always | (typeof refusals)[number]>> {
  const { credentialId } = ctx.actor
  const me = await findCredential(ctx, credentialId)
  if (!me?.active) return refuse('CREDENTIALS_INACTIVE')
  if (!me.mobile_number) return refuse('MOBILE_NUMBER_NOT_AVAILABLE')
  if ((await findFactor(ctx, credentialId, 'SMS'))?.status === 'ACTIVE') return refuse('CHANNEL_ALREADY_REGISTERED')
  const refused = numberRefusal('enrol', me, refusals)
  if (refused) return refuse(refused)
  const previous = await latestChallenge(ctx, sms(ctx))
  if (previous?.status === 'PENDING') await supersede(ctx, previous.id)
  await putFactor(ctx, credentialId, 'SMS', 'PENDING_VERIFICATION')
  await insertChallenge(ctx, sms(ctx))
  return done(undefined)
}

/**
 * Takes the code: the number is the person's, it is a factor from now on, and the session that proved it is stepped up.
 * Mirrors `enrolDeviceUsingOtpStepTwo`.
 */
export async function finishOtpEnrolment(
  ctx: ActorCtx,
  code: string,
): Promise<Outcome<undefined, CodeRefusal | Always>> {
  const { credentialId, tokenId } = ctx.actor
  const me = await findCredential(ctx, credentialId)
  if (!me?.active) return refuse('CREDENTIALS_INACTIVE')
  if ((await findFactor(ctx, credentialId, 'SMS'))?.status === 'ACTIVE') return refuse('CHANNEL_ALREADY_REGISTERED')
  // The number may have changed since the code was sent.
  const refused = numberRefusal('enrol', me, always)
  if (refused) return refuse(refused)
  const answered = await answerCode(ctx, await latestChallenge(ctx, sms(ctx)), code)
  if (answered.ok) await stepUpToken(ctx, tokenId)
  return answered
}
