import { insertChallenge, latestChallenge, supersede } from '../challenges/challenge-rows'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { findCredential } from '../identities/credentials'
import { programme } from '../programme'
import { dropFactor, findFactor, putFactor } from './factor-rows'
import { numberRefusal } from './special-numbers'

const { inSession, inDay } = programme.pushEnrolment
const DAY = 24 * 60 * 60_000

const refusals = [
  'CHANNEL_NOT_SUPPORTED',
  'CHANNEL_NOT_READY',
  'MOBILE_NUMBER_NOT_AVAILABLE',
  'PASSCODE_NOT_SET',
  'MOBILE_COUNTRY_NOT_SUPPORTED',
  'TYPE_DOES_NOT_SUPPORT_ENROLMENT',
] as const
type Refusal =
  | 'CHANNEL_ALREADY_REGISTERED'
  | 'CHALLENGE_LIMIT_EXCEEDED'
  | 'ENROLMENT_LIMIT_EXCEEDED'
  | (typeof refusals)[number]

/**
 * Asks the authenticator app to link itself; it is a factor once the person has accepted on the phone. A phone that does
 * not answer may be asked again, three times in a session and five times a day. Mirrors `enrolDeviceUsingPush`.
 */
export async function enrolPush(ctx: ActorCtx, channel: 'AUTHY'): Promise<Outcome<undefined, Refusal>> {
  const { credentialId, tokenId } = ctx.actor
  const me = await findCredential(ctx, credentialId)
  if (!me?.mobile_number) return refuse('MOBILE_NUMBER_NOT_AVAILABLE')
  if ((await findFactor(ctx, credentialId, channel))?.status === 'ACTIVE') return refuse('CHANNEL_ALREADY_REGISTERED')
  const refused = numberRefusal('enrol', me, refusals)
  if (refused) return refuse(refused)
  const asked = await askedToday(ctx, channel)
  if (asked.length >= inDay) return refuse('ENROLMENT_LIMIT_EXCEEDED')
  if (asked.filter((each) => each.token_id === tokenId).length >= inSession) return refuse('CHALLENGE_LIMIT_EXCEEDED')
  const which = { purpose: 'ENROLMENT', credentialId, channel } as const
  const previous = await latestChallenge(ctx, which)
  if (previous?.status === 'PENDING') await supersede(ctx, previous.id)
  await putFactor(ctx, credentialId, channel, 'PENDING_VERIFICATION')
  await insertChallenge(ctx, { ...which, tokenId })
  return done(undefined)
}

/** Enrolments of the last day that came to nothing. */
async function askedToday({ tx, actor, now }: ActorCtx, channel: 'AUTHY'): Promise<{ token_id: string | null }[]> {
  return tx
    .selectFrom('sandbox_challenge')
    .select('token_id')
    .where('credential_id', '=', actor.credentialId)
    .where('purpose', '=', 'ENROLMENT')
    .where('channel', '=', channel)
    .where('status', '!=', 'VERIFIED')
    .where('issued_at', '>', now() - DAY)
    .execute()
}

/** Forgets a phone. Mirrors `unlinkDeviceUsingPush`. */
export async function unlinkPush(
  ctx: ActorCtx,
  channel: 'AUTHY' | 'BIOMETRIC',
): Promise<Outcome<undefined, 'CHANNEL_NOT_REGISTERED' | 'CREDENTIALS_INACTIVE'>> {
  const { credentialId } = ctx.actor
  const me = await findCredential(ctx, credentialId)
  if (!me?.active) return refuse('CREDENTIALS_INACTIVE')
  const pending = await latestChallenge(ctx, { purpose: 'ENROLMENT', credentialId, channel })
  if (pending?.status === 'PENDING') await supersede(ctx, pending.id)
  return (await dropFactor(ctx, credentialId, channel)) ? done(undefined) : refuse('CHANNEL_NOT_REGISTERED')
}
