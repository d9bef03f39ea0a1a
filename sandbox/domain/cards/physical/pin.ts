import type { Keys } from '../../../keys'
import { type ActorCtx, type Ctx, done, type Outcome, refuse } from '../../context'
import { tokenise } from '../../secure/tokenise'
import { cardDocument } from '../card-document'
import { profileOf } from '../card-profiles'
import { openCardSecret } from '../card-secrets'
import { type CardRow, findOwnCard, readOwnCard } from '../find-card'

type InHandRefusal =
  | 'INSTRUMENT_NOT_PHYSICAL'
  | 'INSTRUMENT_DESTROYED'
  | 'INSTRUMENT_BLOCKED'
  | 'PHYSICAL_CARD_NOT_ACTIVATED'

/** The PIN as a token that a secure span shows. Mirrors `managedCardPhysicalPinGet`. */
export async function getPin(
  ctx: ActorCtx,
  keys: Keys,
  id: string,
): Promise<Outcome<{ pin: { value: string } }, InHandRefusal | 'NOT_FOUND' | 'PIN_NOT_SET' | 'PIN_TRIES_EXCEEDED'>> {
  const card = await readOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  const refusal = inHandRefusal(card)
  if (refusal) return refuse(refusal)
  const pin = openCardSecret(keys, card, 'pin')
  if (pin === undefined) return refuse('PIN_NOT_SET')
  if (card.pin_blocked) return refuse('PIN_TRIES_EXCEEDED')
  return done({ pin: { value: await tokenise(ctx, keys, { kind: 'pin', value: pin }) } })
}

/** Lets the PIN be tried again. Mirrors `managedCardPhysicalPinUnBlock`. */
export async function unblockPin(ctx: ActorCtx, id: string): Promise<Outcome<undefined, InHandRefusal | 'NOT_FOUND'>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  const refusal = inHandRefusal(card)
  if (refusal) return refuse(refusal)
  await setPinBlocked(ctx, id, 0)
  return done(undefined)
}

/** What too many wrong PINs do to a card: nobody sees or uses its PIN until it is unblocked. */
export const blockPin = (ctx: Ctx, id: string): Promise<void> => setPinBlocked(ctx, id, 1)

async function setPinBlocked(ctx: Ctx, id: string, pin_blocked: 0 | 1): Promise<void> {
  await ctx.tx.updateTable('sandbox_card').set({ pin_blocked }).where('id', '=', id).execute()
}

/** Lets a wearable pay contactless without PIN again. Mirrors `managedCardPhysicalContactlessLimitReset`. */
export async function resetContactless(
  ctx: ActorCtx,
  id: string,
): Promise<Outcome<undefined, InHandRefusal | 'NOT_FOUND' | 'PHYSICAL_CARD_TYPE_NOT_SUPPORTED'>> {
  const card = await readOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  const refusal = inHandRefusal(card)
  if (refusal) return refuse(refusal)
  const product = cardDocument(card).physical?.productReference ?? ''
  const isWearable = profileOf(card).products[product]?.form === 'WEARABLE'
  return isWearable ? done(undefined) : refuse('PHYSICAL_CARD_TYPE_NOT_SUPPORTED')
}

/** Why a card is not one that somebody holds in hand and may use. */
function inHandRefusal({ type, state, pending_activation }: CardRow): InHandRefusal | undefined {
  if (type === 'VIRTUAL') return 'INSTRUMENT_NOT_PHYSICAL'
  if (state === 'DESTROYED') return 'INSTRUMENT_DESTROYED'
  if (state === 'BLOCKED') return 'INSTRUMENT_BLOCKED'
  return pending_activation ? 'PHYSICAL_CARD_NOT_ACTIVATED' : undefined
}
