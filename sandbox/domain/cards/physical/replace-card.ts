import type { ManagedCard } from '../../../../contract/managed-card'
import type { Keys } from '../../../keys'
import { type ActorCtx, done, type Outcome, refuse } from '../../context'
import { lockLedger } from '../../ledger/lock-ledger'
import { cardDocument, type PhysicalDocument } from '../card-document'
import { profileOf } from '../card-profiles'
import { newPin, openCardSecret } from '../card-secrets'
import { isLostOrStolen, setState } from '../card-state'
import { cardView } from '../card-view'
import { forgetEnd } from '../expiry'
import { type CardRow, findCard, findOwnCard } from '../find-card'
import { issueCard } from '../issue-card'
import { tellReplacement, tellState } from '../tell'
import { stopProduction } from './manufacturing'
import { moveMoney } from './move-money'
import { becomePhysical, parentState } from './order-physical'
import { fitsOn } from './order-rules'

type DamagedRefusal =
  | 'NOT_FOUND'
  | 'INSTRUMENT_NOT_PHYSICAL'
  | 'PHYSICAL_CARD_NOT_ACTIVATED'
  | 'INSTRUMENT_ALREADY_DESTROYED'
  | 'INSTRUMENT_ALREADY_PENDING_REPLACEMENT'
  | 'INSTRUMENT_MARKED_AS_LOST'
  | 'MAX_PRINT_CHARACTERS_EXCEEDED'

/**
 * Orders a new card for a damaged one, with the same PIN. The damaged one works until the new one is activated, which then
 * takes its money over. Mirrors `managedCardPhysicalReplaceDamaged`.
 */
export async function replaceDamaged(
  ctx: ActorCtx,
  keys: Keys,
  id: string,
  activationCode: string,
): Promise<Outcome<undefined, DamagedRefusal>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  const physical = physicalOf(card)
  if (!physical) return refuse('INSTRUMENT_NOT_PHYSICAL')
  if (card.blocked_reason === 'LOST') return refuse('INSTRUMENT_MARKED_AS_LOST')
  if (card.state === 'DESTROYED') return refuse('INSTRUMENT_ALREADY_DESTROYED')
  if (card.pending_activation) return refuse('PHYSICAL_CARD_NOT_ACTIVATED')
  // One that was destroyed before it arrived replaces nothing any more.
  const isPending = card.replacement_id !== null && (await findCard(ctx, card.replacement_id))?.state !== 'DESTROYED'
  if (isPending) return refuse('INSTRUMENT_ALREADY_PENDING_REPLACEMENT')
  if (!fits(card, physical)) return refuse('MAX_PRINT_CHARACTERS_EXCEEDED')
  const pin = openCardSecret(keys, card, 'pin') ?? newPin()
  await issueReplacement(ctx, keys, { card, physical, activationCode, pin, reason: 'DAMAGED' })
  return done(undefined)
}

type LostRefusal =
  | 'NOT_FOUND'
  | 'INSTRUMENT_NOT_PHYSICAL'
  | 'INSTRUMENT_ALREADY_REPLACED'
  | 'INSTRUMENT_DESTROYED'
  | 'INSTRUMENT_NOT_MARKED_LOST_OR_STOLEN'
  | 'PARENT_MANAGED_ACCOUNT_NOT_ACTIVE'
  | 'MAX_PRINT_CHARACTERS_EXCEEDED'

/**
 * Orders a new card for one that was reported, with a new PIN, and moves free money and rules there; what was spent counts
 * against the limits as before. Answers the old card. Mirrors `managedCardPhysicalReplaceLostOrStolen`.
 */
export async function replaceLost(
  ctx: ActorCtx,
  keys: Keys,
  id: string,
  activationCode: string,
): Promise<Outcome<ManagedCard, LostRefusal>> {
  await lockLedger(ctx)
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  const physical = physicalOf(card)
  if (!physical) return refuse('INSTRUMENT_NOT_PHYSICAL')
  if (!isLostOrStolen(card))
    return refuse(card.state === 'DESTROYED' ? 'INSTRUMENT_DESTROYED' : 'INSTRUMENT_NOT_MARKED_LOST_OR_STOLEN')
  if (card.replacement_id !== null && card.replacement_reason === 'LOST_STOLEN')
    return refuse('INSTRUMENT_ALREADY_REPLACED')
  const { parent_account_id: parent } = card
  if (parent !== null && (await parentState(ctx, parent)) !== 'ACTIVE')
    return refuse('PARENT_MANAGED_ACCOUNT_NOT_ACTIVE')
  if (!fits(card, physical)) return refuse('MAX_PRINT_CHARACTERS_EXCEEDED')

  const reason = 'LOST_STOLEN'
  const replacement = await issueReplacement(ctx, keys, { card, physical, activationCode, pin: newPin(), reason })
  await moveMoney(ctx, card, replacement, 'LOST_STOLEN_REPLACEMENT_BALANCE_TRANSFER')
  await ctx.tx.updateTable('sandbox_card').set({ spend_rules: null }).where('id', '=', id).execute()
  if (card.state !== 'DESTROYED') {
    const gone = await setState(ctx, card, { state: 'DESTROYED', destroyedReason: 'LOST' })
    await stopProduction(ctx, id)
    await forgetEnd(ctx, card)
    await tellState(ctx, gone, 'DESTROYED')
  }
  return done(await cardView(ctx, keys, (await findCard(ctx, id)) ?? card))
}

const physicalOf = (card: CardRow) => (card.type === 'PHYSICAL' ? cardDocument(card).physical : undefined)

const fits = (card: CardRow, { productReference }: PhysicalDocument) =>
  fitsOn(profileOf(card), productReference, cardDocument(card))

type Order = {
  card: CardRow
  physical: PhysicalDocument
  activationCode: string
  pin: string
  reason: 'DAMAGED' | 'LOST_STOLEN'
}

/** A new card of the same kind and holder, which shares what the old one has spent against its limits. */
async function issueReplacement(ctx: ActorCtx, keys: Keys, order: Order): Promise<CardRow> {
  const { card, activationCode, pin, reason } = order
  const { tracking: _, ...physical } = { ...order.physical, orderedAt: ctx.now() }
  const { identity_id, profile_id, mode, currency, friendly_name, tag, parent_account_id, user_id } = card
  const { renewal_type, spend_key, spend_rules } = card
  const document = { ...cardDocument(card), physical }
  const given = {
    identity_id,
    profile_id,
    mode,
    currency,
    friendly_name,
    tag,
    parent_account_id,
    user_id,
    renewal_type,
  }
  const issued = await issueCard(ctx, keys, { ...given, document })
  const shared = { spend_key, spend_rules }
  await ctx.tx.updateTable('sandbox_card').set(shared).where('id', '=', issued.id).execute()
  const replaced = { replacement_id: issued.id, replacement_reason: reason }
  await ctx.tx.updateTable('sandbox_card').set(replaced).where('id', '=', card.id).execute()
  await tellReplacement(ctx, card, issued.id, reason)
  return becomePhysical(ctx, keys, { ...issued, ...shared }, { document, pin, activationCode })
}
