import { stepUpToken } from '../access/tokens'
import { insertChallenge, latestChallenge, supersede } from '../challenges/challenge-rows'
import { answerCode, type CodeRefusal } from '../challenges/ladder'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { changeCredentialDocument } from '../identities/credential-document'
import { findCredential } from '../identities/credentials'
import { findFactor, putFactor } from './factor-rows'

const PURPOSE = 'ENROLMENT'
type StartRefusal = 'CHANNEL_ALREADY_REGISTERED' | 'MOBILE_NUMBER_NOT_AVAILABLE'

/** Sends a code to the person's own number; a later code takes the place of an earlier one. Mirrors `enrolDeviceUsingOtpStepOne`. */
export async function startOtpEnrolment(ctx: ActorCtx): Promise<Outcome<undefined, StartRefusal>> {
  const { credentialId } = ctx.actor
  const me = await findCredential(ctx, credentialId)
  if (!me?.mobile_number) return refuse('MOBILE_NUMBER_NOT_AVAILABLE')
  if ((await findFactor(ctx, credentialId, 'SMS'))?.status === 'ACTIVE') return refuse('CHANNEL_ALREADY_REGISTERED')
  const previous = await latestChallenge(ctx, { purpose: PURPOSE, credentialId })
  if (previous?.status === 'PENDING') await supersede(ctx, previous.id)
  await putFactor(ctx, credentialId, 'SMS', 'PENDING_VERIFICATION')
  await insertChallenge(ctx, { purpose: PURPOSE, credentialId, channel: 'SMS' })
  return done(undefined)
}

/**
 * Takes the code: the number is the person's, it is a factor from now on, and the session that proved it is stepped up.
 * Mirrors `enrolDeviceUsingOtpStepTwo`.
 */
export async function finishOtpEnrolment(
  ctx: ActorCtx,
  code: string,
): Promise<Outcome<undefined, CodeRefusal | 'CHANNEL_ALREADY_REGISTERED'>> {
  const { credentialId, tokenId } = ctx.actor
  if ((await findFactor(ctx, credentialId, 'SMS'))?.status === 'ACTIVE') return refuse('CHANNEL_ALREADY_REGISTERED')
  const challenge = await latestChallenge(ctx, { purpose: PURPOSE, credentialId })
  const answered = await answerCode(ctx, challenge, code)
  if (!answered.ok) return answered
  await putFactor(ctx, credentialId, 'SMS', 'ACTIVE')
  await changeCredentialDocument(ctx, credentialId, { mobileNumberVerified: true })
  await stepUpToken(ctx, tokenId)
  return done(undefined)
}
