import type { DigitalWallets, ThreeDSecureAuthConfig } from '../../../contract/managed-card'
import type { ActorCtx } from '../context'
import { findFactor } from '../factors/factor-rows'
import type { CredentialRow } from '../identities/credentials'
import type { CardProfile } from './card-profiles'

/** What an order and a change of a card have in common. */
export type HolderOrder = {
  digitalWallets?: DigitalWallets | undefined
  authForwardingDefaultTimeoutDecision?: string | undefined
  threeDSecureAuthConfig?: ThreeDSecureAuthConfig | undefined
  cardholderMobileNumber?: string | undefined
  renewalType?: CardProfile['renewalTypes'][number] | undefined
  userId?: string | undefined
}

export type HolderRefusal =
  | 'WALLETS_NOT_ENABLED'
  | 'WALLET_ARTWORK_NOT_SPECIFIED'
  | 'WALLET_ARTWORK_INVALID'
  | 'PUSHPROVISIONING_NOT_ENABLED'
  | 'AUTH_FORWARDING_NOT_ENABLED'
  | 'RENEWAL_TYPE_NOT_SUPPORTED_BY_PROFILE'
  | 'MORE_THAN_ONE_MOBILE_NUMBER_PROVIDED'
  | 'LINKED_USER_NOT_FOUND'
  | 'USER_INACTIVE'
  | 'INVALID_CHANNELS_SELECTED'
  | 'USER_MOBILE_NUMBER_DOES_NOT_EXIST'
  | 'BIOMETRIC_AUTHENTICATION_NOT_SUPPORTED'
  | 'USER_NOT_ENROLLED_FOR_BIOMETRICS'
  | 'TWILIO_AUTHY_AUTHENTICATION_NOT_SUPPORTED'
  | 'USER_NOT_ENROLLED_FOR_TWILIO_AUTHY'

/** Why a card may not be as it is asked for: first what its profile offers, then its holder and their phone. */
export async function holderRefusal(
  ctx: ActorCtx,
  profile: CardProfile,
  order: HolderOrder,
): Promise<HolderRefusal | undefined> {
  return profileRefusal(profile, order) ?? (await personRefusal(ctx, profile, order))
}

function profileRefusal(profile: CardProfile, order: HolderOrder): HolderRefusal | undefined {
  const { digitalWallets: wallets, renewalType } = order
  if (renewalType && !profile.renewalTypes.includes(renewalType)) return 'RENEWAL_TYPE_NOT_SUPPORTED_BY_PROFILE'
  if (order.authForwardingDefaultTimeoutDecision && !profile.rules.authForwardingEnabled)
    return 'AUTH_FORWARDING_NOT_ENABLED'
  if (wallets?.pushProvisioningEnabled && !profile.pushProvisioning) return 'PUSHPROVISIONING_NOT_ENABLED'
  if (!wallets?.walletsEnabled) return undefined
  if (profile.walletArtwork.length === 0) return 'WALLETS_NOT_ENABLED'
  if (wallets.artworkReference === undefined) return 'WALLET_ARTWORK_NOT_SPECIFIED'
  return profile.walletArtwork.includes(wallets.artworkReference) ? undefined : 'WALLET_ARTWORK_INVALID'
}

async function personRefusal(
  ctx: ActorCtx,
  profile: CardProfile,
  { threeDSecureAuthConfig: config, cardholderMobileNumber, userId }: HolderOrder,
): Promise<HolderRefusal | undefined> {
  // The linked person's number is one already.
  if (config && cardholderMobileNumber !== undefined) return 'MORE_THAN_ONE_MOBILE_NUMBER_PROVIDED'
  for (const id of new Set([userId, config?.linkedUserId])) {
    if (id === undefined) continue
    const person = await findPerson(ctx, id)
    if (!person) return 'LINKED_USER_NOT_FOUND'
    if (!person.active) return 'USER_INACTIVE'
    const refusal = config?.linkedUserId === id ? await channelRefusal(ctx, profile, person, config) : undefined
    if (refusal) return refusal
  }
  return undefined
}

async function channelRefusal(
  ctx: ActorCtx,
  profile: CardProfile,
  person: CredentialRow,
  { primaryChannel, fallbackChannel }: ThreeDSecureAuthConfig,
): Promise<HolderRefusal | undefined> {
  // A text message is what the others fall back to, not itself.
  if (primaryChannel === 'OTP_SMS' && fallbackChannel) return 'INVALID_CHANNELS_SELECTED'
  const enrolled = async (channel: 'BIOMETRIC' | 'AUTHY') =>
    (await findFactor(ctx, person.id, channel))?.status === 'ACTIVE'
  if (primaryChannel === 'BIOMETRICS') {
    if (!profile.channels.includes('BIOMETRICS')) return 'BIOMETRIC_AUTHENTICATION_NOT_SUPPORTED'
    if (!(await enrolled('BIOMETRIC'))) return 'USER_NOT_ENROLLED_FOR_BIOMETRICS'
  }
  if (primaryChannel === 'TWILIO_AUTHY') {
    if (!profile.channels.includes('TWILIO_AUTHY')) return 'TWILIO_AUTHY_AUTHENTICATION_NOT_SUPPORTED'
    if (!(await enrolled('AUTHY'))) return 'USER_NOT_ENROLLED_FOR_TWILIO_AUTHY'
  }
  const texts = primaryChannel === 'OTP_SMS' || fallbackChannel === 'OTP_SMS'
  return texts && person.mobile_number === null ? 'USER_MOBILE_NUMBER_DOES_NOT_EXIST' : undefined
}

const findPerson = (ctx: ActorCtx, id: string): Promise<CredentialRow | undefined> =>
  ctx.tx
    .selectFrom('sandbox_credential')
    .selectAll()
    .where('id', '=', id)
    .where('identity_id', '=', ctx.actor.identityId)
    .executeTakeFirst()
