import type { ActorCtx } from '../context'
import { findFactor } from '../factors/factor-rows'
import { numberRefusal } from '../factors/special-numbers'
import { findCredential } from '../identities/credentials'
import { programme } from '../programme'

export type Channel = 'SMS' | 'AUTHY' | 'BIOMETRIC'
export type Unusable = 'METHOD_NOT_ALLOWED' | 'CHANNEL_NOT_REGISTERED'
type OfNumber = 'CHANNEL_NOT_SUPPORTED' | 'MOBILE_NUMBER_INVALID' | 'MOBILE_COUNTRY_NOT_SUPPORTED'

const used: readonly string[] = programme.challengeChannels

/**
 * Why a channel is of no use to the person: the programme does without it, they have not enrolled it, or the number.
 * `codes` are what the operation has words for.
 */
export async function channelProblem<const C extends OfNumber>(
  ctx: ActorCtx,
  channel: Channel,
  codes: readonly C[],
): Promise<Unusable | C | undefined> {
  if (!used.includes(channel)) return 'METHOD_NOT_ALLOWED'
  const { credentialId } = ctx.actor
  if ((await findFactor(ctx, credentialId, channel))?.status !== 'ACTIVE') return 'CHANNEL_NOT_REGISTERED'
  const me = await findCredential(ctx, credentialId)
  return me && numberRefusal('use', me, codes)
}
