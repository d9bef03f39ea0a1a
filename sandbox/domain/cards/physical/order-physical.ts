import type { ManagedCard } from '../../../../contract/managed-card'
import type { PhysicalCardOrder } from '../../../../contract/managed-cards-physical'
import type { Keys } from '../../../keys'
import { type ActorCtx, done, type Outcome, refuse } from '../../context'
import { openSecret } from '../../secure/open-secret'
import { type CardDocument, cardDocument } from '../card-document'
import { profileOf } from '../card-profiles'
import { newPin, sealCardSecret } from '../card-secrets'
import { cardView } from '../card-view'
import { type CardRow, findOwnCard } from '../find-card'
import { orderProduction } from './manufacturing'
import { type DeliveryRefusal, deliveryRefusal, fitsOn, type PrintRefusal, printOf } from './order-rules'

type Refusal =
  | StateRefusal
  | PrintRefusal
  | DeliveryRefusal
  | 'NOT_FOUND'
  | 'PARENT_MANAGED_ACCOUNT_BLOCKED'
  | 'MAX_PRINT_CHARACTERS_EXCEEDED'
  | 'PIN_INVALID_FORMAT'

/**
 * Orders the plastic of a virtual card, which goes on paying online. A PIN comes as the token of a secure field; without
 * one the card gets a PIN by chance. Mirrors `managedCardPhysicalUpgrade`.
 */
export async function orderPhysical(
  ctx: ActorCtx,
  keys: Keys,
  id: string,
  order: PhysicalCardOrder,
): Promise<Outcome<ManagedCard, Refusal>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  const unfit = stateRefusal(card)
  if (unfit) return refuse(unfit)
  if (await isParentBlocked(ctx, card)) return refuse('PARENT_MANAGED_ACCOUNT_BLOCKED')
  const profile = profileOf(card)
  const print = printOf(profile, order)
  if (!print.ok) return print
  const { deliveryMethod = 'STANDARD_DELIVERY', bulkDelivery = false, deliveryAddress } = order
  const undeliverable = deliveryRefusal({ deliveryMethod, bulkDelivery, deliveryAddress })
  if (undeliverable) return refuse(undeliverable)
  const before = cardDocument(card)
  const names = { ...before, nameOnCardLine2: order.nameOnCardLine2 ?? before.nameOnCardLine2 }
  if (!fitsOn(profile, print.value.productReference, names)) return refuse('MAX_PRINT_CHARACTERS_EXCEEDED')
  const pin = await pinOf(ctx, keys, order)
  if (pin === undefined) return refuse('PIN_INVALID_FORMAT')

  const physical = { ...print.value, deliveryMethod, deliveryAddress, bulkDelivery, orderedAt: ctx.now() }
  const upgraded = await becomePhysical(ctx, keys, card, {
    document: { ...names, physical },
    pin,
    activationCode: order.activationCode,
  })
  return done(await cardView(ctx, keys, upgraded))
}

type Plastic = { document: CardDocument; pin: string; activationCode: string | undefined }

/** Makes a card physical and has it produced; it waits for its activation. The card as it is then. */
export async function becomePhysical(ctx: ActorCtx, keys: Keys, card: CardRow, plastic: Plastic): Promise<CardRow> {
  const { document, pin, activationCode: code } = plastic
  const columns = {
    type: 'PHYSICAL',
    pending_activation: 1,
    pin_cipher: sealCardSecret(keys, card.id, 'pin', pin),
    activation_cipher: code === undefined ? null : sealCardSecret(keys, card.id, 'activation', code),
    document: JSON.stringify(document),
  } as const
  await ctx.tx.updateTable('sandbox_card').set(columns).where('id', '=', card.id).execute()
  return orderProduction(ctx, { ...card, ...columns })
}

type StateRefusal =
  | 'INSTRUMENT_DESTROYED'
  | 'INSTRUMENT_ALREADY_UPGRADED_TO_PHYSICAL'
  | 'INSTRUMENT_BLOCKED'
  | 'INSTRUMENT_NOT_ENABLED'

function stateRefusal({ state, type }: CardRow): StateRefusal | undefined {
  if (state === 'DESTROYED') return 'INSTRUMENT_DESTROYED'
  if (type === 'PHYSICAL') return 'INSTRUMENT_ALREADY_UPGRADED_TO_PHYSICAL'
  if (state === 'BLOCKED') return 'INSTRUMENT_BLOCKED'
  return state === 'NOT_ENABLED' ? 'INSTRUMENT_NOT_ENABLED' : undefined
}

async function isParentBlocked(ctx: ActorCtx, { parent_account_id: parent }: CardRow): Promise<boolean> {
  return parent !== null && (await parentState(ctx, parent)) === 'BLOCKED'
}

export async function parentState(ctx: ActorCtx, accountId: string): Promise<CardRow['state'] | undefined> {
  const account = await ctx.tx
    .selectFrom('sandbox_instrument')
    .select('state')
    .where('id', '=', accountId)
    .executeTakeFirst()
  return account?.state
}

/** Four digits; `undefined` where the token stands for something else, or for nothing any more. */
async function pinOf(ctx: ActorCtx, keys: Keys, { pin }: PhysicalCardOrder): Promise<string | undefined> {
  if (!pin) return newPin()
  const typed = await openSecret(ctx, keys, pin.value, 'setPin')
  return typed.ok && /^[0-9]{4}$/.test(typed.value) ? typed.value : undefined
}
