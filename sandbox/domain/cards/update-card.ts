import type { ManagedCard } from '../../../contract/managed-card'
import type { ManagedCardChange } from '../../../contract/managed-cards'
import type { Keys } from '../../keys'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { isCountry } from '../countries'
import { CardDocument, cardDocument } from './card-document'
import { profileOf } from './card-profiles'
import { sealCardSecret } from './card-secrets'
import { cardView } from './card-view'
import { moveEnd } from './expiry'
import { type CardRow, findOwnCard } from './find-card'
import { type HolderRefusal, holderRefusal } from './holder-rules'
import { type DeliveryRefusal, deliveryRefusal, type PrintRefusal, printRefusal } from './physical/order-rules'
import { tellState } from './tell'

type Refusal =
  | HolderRefusal
  | DeliveryRefusal
  | Extract<PrintRefusal, 'PRODUCT_REFERENCE_INVALID' | 'CARRIER_TYPE_INVALID' | 'CONFIG_ERROR_CARD_BUREAU'>
  | 'NOT_FOUND'
  | 'INSTRUMENT_DESTROYED'
  | 'INSTRUMENT_NOT_PHYSICAL'
  | 'COUNTRY_INVALID'
  | 'CANNOT_REASSIGN_ACTIVE_CARD'

/** Changes what is sent and leaves the rest. Mirrors `managedCardUpdate`. */
export async function updateCard(
  ctx: ActorCtx,
  keys: Keys,
  id: string,
  change: ManagedCardChange,
): Promise<Outcome<ManagedCard, Refusal>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  const refusal = cardRefusal(card, change) ?? (await holderRefusal(ctx, profileOf(card), withWallets(card, change)))
  if (refusal) return refuse(refusal)

  const names = { friendly_name: change.friendlyName ?? card.friendly_name, tag: change.tag ?? card.tag }
  const columns = {
    user_id: change.userId ?? change.threeDSecureAuthConfig?.linkedUserId ?? card.user_id,
    renewal_type: change.renewalType ?? card.renewal_type,
    activation_cipher:
      change.activationCode === undefined
        ? card.activation_cipher
        : sealCardSecret(keys, id, 'activation', change.activationCode),
    document: JSON.stringify(changed(card, change)),
  }
  await ctx.tx.updateTable('sandbox_instrument').set(names).where('id', '=', id).execute()
  await ctx.tx.updateTable('sandbox_card').set(columns).where('id', '=', id).execute()
  const after: CardRow = { ...card, ...names, ...columns }
  if (after.renewal_type !== card.renewal_type) {
    await moveEnd(ctx, after)
    // Weavr tells this as a change of state, in whose vocabulary the card is simply as it was.
    await tellState(ctx, after, after.state === 'BLOCKED' ? 'BLOCKED' : 'ENABLED')
  }
  return done(await cardView(ctx, keys, after))
}

function cardRefusal(card: CardRow, change: ManagedCardChange): Refusal | undefined {
  if (card.state === 'DESTROYED') return 'INSTRUMENT_DESTROYED'
  const { deliveryAddress, deliveryMethod, bulkDelivery, productReference, carrierType, activationCode } = change
  const ofPlastic = [deliveryAddress, deliveryMethod, bulkDelivery, productReference, carrierType, activationCode]
  if (card.type === 'VIRTUAL' && ofPlastic.some((field) => field !== undefined)) return 'INSTRUMENT_NOT_PHYSICAL'
  const countries = [change.billingAddress?.country, deliveryAddress?.country]
  if (countries.some((country) => country !== undefined && !isCountry(country))) return 'COUNTRY_INVALID'
  if (change.userId !== undefined && card.user_id !== null && change.userId !== card.user_id && card.state === 'ACTIVE')
    return 'CANNOT_REASSIGN_ACTIVE_CARD'
  const { physical } = cardDocument(card)
  if (!physical) return undefined
  const after = { ...physical, ...defined({ deliveryAddress, deliveryMethod, bulkDelivery }) }
  const refused = printRefusal(profileOf(card), {
    productReference: productReference ?? physical.productReference,
    carrierType: carrierType ?? physical.carrierType,
  })
  // With both of them given, nothing else can be wrong about them.
  if (refused === 'PRODUCT_REFERENCE_INVALID' || refused === 'CARRIER_TYPE_INVALID') return refused
  return deliveryRefusal(after)
}

/** Wallets are one thing: what is left out of a change is as it was. */
function withWallets(card: CardRow, { digitalWallets, ...change }: ManagedCardChange): ManagedCardChange {
  if (!digitalWallets) return change
  return { ...change, digitalWallets: { ...cardDocument(card).digitalWallets, ...defined(digitalWallets) } }
}

function changed(card: CardRow, change: ManagedCardChange): CardDocument {
  const { physical, cardholderMobileNumber, threeDSecureAuthConfig, ...before } = cardDocument(card)
  // A number of its own and the linked person's number exclude each other: the newer one counts.
  const confirms = change.cardholderMobileNumber !== undefined || change.threeDSecureAuthConfig !== undefined
  const { digitalWallets, deliveryAddress, deliveryMethod, bulkDelivery, productReference, carrierType, ...more } =
    change
  const plastic = { deliveryAddress, deliveryMethod, bulkDelivery, productReference, carrierType }
  return CardDocument.parse({
    ...before,
    ...(!confirms && { cardholderMobileNumber, threeDSecureAuthConfig }),
    ...defined(more),
    digitalWallets: { ...before.digitalWallets, ...defined(digitalWallets ?? {}) },
    ...(physical && { physical: { ...physical, ...defined(plastic) } }),
  })
}

/** Without what was left out, which would otherwise overwrite. */
function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Partial<T>
}
