import type { Ctx } from '../context'
import { later, noLonger } from '../due/later'
import { cardTimes } from './card-profiles'
import { setState } from './card-state'
import { type CardRow, findCard } from './find-card'
import { orderProduction } from './physical/manufacturing'
import { tellExpiry, tellReplacement, tellState } from './tell'
import { endOfValidity, endsAt, warnAt } from './validity'

/** Tells that a card nears its end, and orders what comes then. */
export async function warnOfEnd(ctx: Ctx, id: string): Promise<void> {
  const card = await findCard(ctx, id)
  if (!card || card.state === 'DESTROYED') return
  await tellExpiry(ctx, card, 'CARD_ABOUT_TO_EXPIRE')
  await later(ctx, 'card-end', id, endsAt(card))
}

/** Renews a card, or destroys it on its last day; what was wished may have changed since this was ordered. */
export async function endCard(ctx: Ctx, id: string): Promise<void> {
  const card = await findCard(ctx, id)
  if (!card || card.state === 'DESTROYED') return
  if (endsAt(card) > ctx.now()) return later(ctx, 'card-end', id, endsAt(card))
  // A lost card has no future but its replacement.
  if (card.renewal_type === 'RENEW' && card.blocked_reason !== 'LOST') await renewCard(ctx, card)
  else if (card.valid_until > ctx.now()) await later(ctx, 'card-end', id, card.valid_until)
  else await expireCard(ctx, card)
}

/** Another renewal type moves the end, where it has been ordered already. */
export async function moveEnd(ctx: Ctx, card: CardRow): Promise<void> {
  if (await noLonger(ctx, 'card-end', card.id)) await later(ctx, 'card-end', card.id, endsAt(card))
}

/** Nothing that was ordered for the end of this card's life happens any more. */
export async function forgetEnd(ctx: Ctx, card: CardRow): Promise<void> {
  await noLonger(ctx, ['card-warning', 'card-end'], card.id)
}

/** Warns ahead of time, as the simulator does; the end stays where it is. */
export async function warnNow(ctx: Ctx, card: CardRow): Promise<void> {
  await forgetEnd(ctx, card)
  await warnOfEnd(ctx, card.id)
}

/** DESTROYED because its time is over; money that a prepaid card still held stays booked on it. */
export async function expireCard(ctx: Ctx, card: CardRow): Promise<void> {
  await forgetEnd(ctx, card)
  const expired = await setState(ctx, card, { state: 'DESTROYED', destroyedReason: 'EXPIRED' })
  await tellExpiry(ctx, expired, 'CARD_EXPIRED')
  await tellState(ctx, expired, 'DESTROYED')
}

/** The same number with a new end and, by that, a new CVV; of a physical card a new plastic is made, which needs no activation. */
export async function renewCard(ctx: Ctx, card: CardRow): Promise<void> {
  const validity = { valid_from: ctx.now(), valid_until: endOfValidity(card.valid_until, cardTimes.validMonths) }
  await ctx.tx.updateTable('sandbox_card').set(validity).where('id', '=', card.id).execute()
  const renewed = { ...card, ...validity }
  await forgetEnd(ctx, card)
  await later(ctx, 'card-warning', card.id, warnAt(renewed))
  await tellExpiry(ctx, renewed, 'CARD_RENEWED')
  if (card.type === 'VIRTUAL') return
  await tellReplacement(ctx, renewed, card.id, 'RENEW')
  await orderProduction(ctx, renewed)
}
