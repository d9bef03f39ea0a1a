import type { ManagedCard } from '../../../contract/managed-card'
import type { ActorCtx, Ctx } from '../context'
import type { CardRow } from './find-card'

type State = ManagedCard['state']

/** A card's state with the reason that belongs to it. */
export function cardState(card: Pick<CardRow, 'state' | 'blocked_reason' | 'destroyed_reason'>): State {
  return {
    state: card.state,
    // The columns hold nothing but what `setState` writes there.
    ...(card.blocked_reason !== null && { blockedReason: card.blocked_reason as NonNullable<State['blockedReason']> }),
    ...(card.destroyed_reason !== null && {
      destroyedReason: card.destroyed_reason as NonNullable<State['destroyedReason']>,
    }),
  }
}

/** Gives a card another state; the card as it is then. */
export async function setState<C extends Ctx | ActorCtx>(ctx: C, card: CardRow, to: State): Promise<CardRow> {
  const columns = {
    state: to.state,
    blocked_reason: to.blockedReason ?? null,
    destroyed_reason: to.destroyedReason ?? null,
  }
  await ctx.tx.updateTable('sandbox_instrument').set(columns).where('id', '=', card.id).execute()
  return { ...card, ...columns }
}

/** Reported as lost or stolen: only a replacement helps. */
export const isLostOrStolen = (card: CardRow): boolean =>
  card.blocked_reason === 'LOST' || card.destroyed_reason === 'LOST' || card.destroyed_reason === 'STOLEN'
