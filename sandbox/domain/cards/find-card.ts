import type { Selectable } from 'kysely'
import { locked } from '../../../storage/lock'
import type { SandboxCardTable } from '../../../storage/schema/cards'
import type { SandboxInstrumentTable } from '../../../storage/schema/money'
import type { ActorCtx, Ctx } from '../context'

/** A card with what its row among the instruments says of it. */
export type CardRow = Selectable<SandboxCardTable> &
  Pick<
    Selectable<SandboxInstrumentTable>,
    | 'profile_id'
    | 'friendly_name'
    | 'currency'
    | 'tag'
    | 'state'
    | 'blocked_reason'
    | 'destroyed_reason'
    | 'available_balance'
    | 'actual_balance'
    | 'created_at'
  >

/** A card of the actor's identity, locked until the transaction ends; `undefined` for anyone else's. */
export async function findOwnCard(ctx: ActorCtx, id: string): Promise<CardRow | undefined> {
  return locked(ctx.engine, ownCards(ctx).where('sandbox_card.id', '=', id)).executeTakeFirst()
}

/** The same without a lock: whoever only looks must not wait for those who pay. */
export async function readOwnCard(ctx: ActorCtx, id: string): Promise<CardRow | undefined> {
  return ownCards(ctx).where('sandbox_card.id', '=', id).executeTakeFirst()
}

/** Any card, locked: for what happens to it without its owner's doing. */
export async function findCard(ctx: Ctx, id: string): Promise<CardRow | undefined> {
  return locked(ctx.engine, cards(ctx).where('sandbox_card.id', '=', id)).executeTakeFirst()
}

/** Cards whose visible digits are these; their full numbers are sealed (see `openCardSecret`). */
export async function findCardsByDigits(ctx: Ctx, firstSix: string, lastFour: string): Promise<CardRow[]> {
  return cards(ctx).where('first_six', '=', firstSix).where('last_four', '=', lastFour).execute()
}

/** The cards of the actor's identity, for whoever narrows them down. */
export const ownCards = (ctx: ActorCtx) => cards(ctx).where('sandbox_instrument.identity_id', '=', ctx.actor.identityId)

const cards = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('sandbox_card')
    .innerJoin('sandbox_instrument', 'sandbox_instrument.id', 'sandbox_card.id')
    .selectAll('sandbox_card')
    .select([
      'sandbox_instrument.profile_id',
      'sandbox_instrument.friendly_name',
      'sandbox_instrument.currency',
      'sandbox_instrument.tag',
      'sandbox_instrument.state',
      'sandbox_instrument.blocked_reason',
      'sandbox_instrument.destroyed_reason',
      'sandbox_instrument.available_balance',
      'sandbox_instrument.actual_balance',
      'sandbox_instrument.created_at',
    ])
