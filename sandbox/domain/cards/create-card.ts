import type { ManagedCard } from '../../../contract/managed-card'
import type { ManagedCardOrder } from '../../../contract/managed-cards'
import type { Keys } from '../../keys'
import { findOwnAccount } from '../accounts/find-account'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { isCountry } from '../countries'
import { isOwnerVerified, needsHigherLevel } from '../identities/owner-verified'
import { CardDocument } from './card-document'
import { type CardProfile, findCardProfile } from './card-profiles'
import { cardView } from './card-view'
import { type HolderRefusal, holderRefusal } from './holder-rules'
import { issueCard } from './issue-card'

type MoneyRefusal =
  | 'CURRENCY_NOT_SUPPORTED_BY_PROFILE'
  | 'PARENT_MANAGED_ACCOUNT_NOT_FOUND'
  | 'PARENT_MANAGED_ACCOUNT_NOT_ACTIVE'
  | 'USER_CURRENCY_NOT_ENABLED'
  | 'USER_CURRENCY_NOT_SUPPORTED_BY_PROFILE'
  | 'USER_CURRENCY_SAME_AS_BASE_CURRENCY'
type Refusal =
  | MoneyRefusal
  | HolderRefusal
  | 'PROFILE_NOT_FOUND'
  | 'PROFILE_INACTIVE'
  | 'PROFILE_TYPE_MISMATCH'
  | 'OWNER_IDENTITY_NOT_VERIFIED'
  | 'IDENTITY_KYC_LEVEL_STEPUP_REQUIRED'
  | 'COUNTRY_INVALID'

/** Issues a virtual card: a prepaid one with a purse of its own, or a debit one on an account. Mirrors `managedCardCreate`. */
export async function createCard(
  ctx: ActorCtx,
  keys: Keys,
  order: ManagedCardOrder,
): Promise<Outcome<ManagedCard, Refusal>> {
  const profile = findCardProfile(order.profileId)
  if (!profile) return refuse('PROFILE_NOT_FOUND')
  if (profile.mode !== order.mode) return refuse('PROFILE_TYPE_MISMATCH')
  if (!profile.active) return refuse('PROFILE_INACTIVE')
  if (!(await isOwnerVerified(ctx))) return refuse('OWNER_IDENTITY_NOT_VERIFIED')
  if (await needsHigherLevel(ctx)) return refuse('IDENTITY_KYC_LEVEL_STEPUP_REQUIRED')
  const currency = await currencyOf(ctx, profile, order)
  if (!currency.ok) return currency
  if (!isCountry(order.billingAddress.country)) return refuse('COUNTRY_INVALID')
  const refusal = await holderRefusal(ctx, profile, order)
  if (refusal) return refuse(refusal)

  const isDebit = order.mode === 'DEBIT_MODE'
  const card = await issueCard(ctx, keys, {
    identity_id: ctx.actor.identityId,
    profile_id: order.profileId,
    mode: order.mode,
    currency: currency.value,
    friendly_name: order.friendlyName,
    tag: order.tag ?? null,
    parent_account_id: isDebit ? (order.parentManagedAccountId ?? null) : null,
    user_id: order.userId ?? order.threeDSecureAuthConfig?.linkedUserId ?? null,
    renewal_type: order.renewalType ?? profile.renewalTypes[0],
    document: documentOf(order),
  })
  return done(await cardView(ctx, keys, card))
}

/** The currency that the card is in: the one asked for, or that of the account behind it. */
async function currencyOf(
  ctx: ActorCtx,
  profile: CardProfile,
  { mode, currency = '', parentManagedAccountId = '', userCurrency }: ManagedCardOrder,
): Promise<Outcome<string, MoneyRefusal>> {
  if (mode === 'PREPAID_MODE')
    return profile.currencies.includes(currency) ? done(currency) : refuse('CURRENCY_NOT_SUPPORTED_BY_PROFILE')
  const parent = await findOwnAccount(ctx, parentManagedAccountId)
  if (!parent) return refuse('PARENT_MANAGED_ACCOUNT_NOT_FOUND')
  if (parent.state !== 'ACTIVE') return refuse('PARENT_MANAGED_ACCOUNT_NOT_ACTIVE')
  if (!profile.currencies.includes(parent.currency)) return refuse('CURRENCY_NOT_SUPPORTED_BY_PROFILE')
  if (userCurrency === undefined) return done(parent.currency)
  if (profile.userCurrencies.length === 0) return refuse('USER_CURRENCY_NOT_ENABLED')
  if (userCurrency === parent.currency) return refuse('USER_CURRENCY_SAME_AS_BASE_CURRENCY')
  if (!profile.userCurrencies.includes(userCurrency)) return refuse('USER_CURRENCY_NOT_SUPPORTED_BY_PROFILE')
  return done(parent.currency)
}

/** The part of an order that is kept as it came. */
function documentOf(order: ManagedCardOrder): CardDocument {
  const { walletsEnabled = false, pushProvisioningEnabled = false, artworkReference } = order.digitalWallets ?? {}
  return CardDocument.parse({
    ...order,
    userCurrency: order.mode === 'DEBIT_MODE' ? order.userCurrency : undefined,
    digitalWallets: { walletsEnabled, pushProvisioningEnabled, artworkReference },
  })
}
