import type { Req, Res } from '../../../contract/endpoint'
import type { managedCardsGet } from '../../../contract/managed-cards'
import type { Keys } from '../../keys'
import { type ActorCtx, done, type Outcome } from '../context'
import { listOf, windowOf } from '../page'
import { cardViews } from './card-view'
import { ownCards } from './find-card'

type Query = Req<typeof managedCardsGet>['query']

/** The identity's cards that pass every filter, newest first. Mirrors `managedCardsGet`. */
export async function listCards(
  ctx: ActorCtx,
  keys: Keys,
  query: Query,
): Promise<Outcome<Res<typeof managedCardsGet>>> {
  const { offset, limit } = windowOf(query)
  const matches = filtered(ctx, query)
  const { count } = await matches
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await matches
    .orderBy('sandbox_instrument.created_at', 'desc')
    .orderBy('sandbox_instrument.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return done({ cards: await cardViews(ctx, keys, rows), count: Number(count), responseCount: rows.length })
}

function filtered(ctx: ActorCtx, query: Query) {
  const states = listOf(query.state)
  const blocked = listOf(query['state.blockedReason'])
  const destroyed = listOf(query['state.destroyedReason'])
  const manufacturing = listOf(query.manufacturingState)
  const exact = [
    ['sandbox_instrument.profile_id', query.profileId],
    ['sandbox_instrument.friendly_name', query.friendlyName],
    ['sandbox_instrument.currency', query.currency],
    ['sandbox_instrument.tag', query.tag],
    ['sandbox_card.type', query.type],
    ['sandbox_card.renewal_type', query.renewalType],
    ['sandbox_card.external_handle', query.externalHandle],
    ['sandbox_card.first_six', query.cardNumberFirstSix],
    ['sandbox_card.last_four', query.cardNumberLastFour],
    ['sandbox_card.mode', query.mode],
    ['sandbox_card.parent_account_id', query.parentManagedAccountId],
    ['sandbox_card.user_id', query.userId],
  ] as const
  let rows = ownCards(ctx)
  for (const [column, value] of exact) if (value !== undefined) rows = rows.where(column, '=', value)
  if (states) rows = rows.where('state', 'in', states)
  if (blocked) rows = rows.where('blocked_reason', 'in', blocked)
  if (destroyed) rows = rows.where('destroyed_reason', 'in', destroyed)
  if (manufacturing) rows = rows.where('manufacturing_state', 'in', manufacturing)
  if (query.createdFrom !== undefined) rows = rows.where('sandbox_instrument.created_at', '>=', query.createdFrom)
  if (query.createdTo !== undefined) rows = rows.where('sandbox_instrument.created_at', '<=', query.createdTo)
  return rows
}
