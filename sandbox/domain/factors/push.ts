import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { findCredential } from '../identities/credentials'
import { findFactor, putFactor } from './factor-rows'

type Refusal = 'CHANNEL_ALREADY_REGISTERED' | 'MOBILE_NUMBER_NOT_AVAILABLE'

/** Asks the authenticator app to link itself; the person accepts on the phone (simulator). Mirrors `enrolDeviceUsingPush`. */
export async function enrolPush(ctx: ActorCtx, channel: 'AUTHY'): Promise<Outcome<undefined, Refusal>> {
  const { credentialId } = ctx.actor
  const me = await findCredential(ctx, credentialId)
  if (!me?.mobile_number) return refuse('MOBILE_NUMBER_NOT_AVAILABLE')
  if ((await findFactor(ctx, credentialId, channel))?.status === 'ACTIVE') return refuse('CHANNEL_ALREADY_REGISTERED')
  await putFactor(ctx, credentialId, channel, 'PENDING_VERIFICATION')
  return done(undefined)
}

/** Forgets a phone. Mirrors `unlinkDeviceUsingPush`. */
export async function unlinkPush(
  ctx: ActorCtx,
  channel: 'AUTHY' | 'BIOMETRIC',
): Promise<Outcome<undefined, 'CHANNEL_NOT_REGISTERED'>> {
  const gone = await ctx.tx
    .deleteFrom('sandbox_factor')
    .where('credential_id', '=', ctx.actor.credentialId)
    .where('channel', '=', channel)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n ? done(undefined) : refuse('CHANNEL_NOT_REGISTERED')
}
