import type { Req, Res } from '../../../contract/endpoint'
import type { IncomingWireTransfer, incomingWireTransfersGet } from '../../../contract/incoming-wire-transfers'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { listOf, pageOf } from '../page'
import { incomingWireView } from './incoming-wire-view'

type Query = Req<typeof incomingWireTransfersGet>['query']

/** What came in to the identity's accounts and passes every filter. Mirrors `incomingWireTransfersGet`. */
export async function listIncomingWires(
  ctx: ActorCtx,
  query: Query,
): Promise<Outcome<Res<typeof incomingWireTransfersGet>>> {
  const direction = query.sortOrder === 'ASC' ? 'asc' : 'desc'
  const { rows, ...counts } = await pageOf(filtered(ctx, query), query, direction)
  return done({ incomingWireTransfers: rows.map(incomingWireView), ...counts })
}

function filtered(ctx: ActorCtx, query: Query) {
  const states = listOf(query.state)
  const { creationTimestampFrom, creationTimestampTo, lastUpdatedTimestampFrom, lastUpdatedTimestampTo } = query
  let rows = ctx.tx.selectFrom('sandbox_deposit').where('identity_id', '=', ctx.actor.identityId)
  if (states) rows = rows.where('state', 'in', states)
  if (creationTimestampFrom !== undefined) rows = rows.where('created_at', '>=', creationTimestampFrom)
  if (creationTimestampTo !== undefined) rows = rows.where('created_at', '<=', creationTimestampTo)
  if (lastUpdatedTimestampFrom !== undefined) rows = rows.where('updated_at', '>=', lastUpdatedTimestampFrom)
  if (lastUpdatedTimestampTo !== undefined) rows = rows.where('updated_at', '<=', lastUpdatedTimestampTo)
  return rows
}

/** One of them. Mirrors `incomingWireTransferGet`. */
export async function getIncomingWire(ctx: ActorCtx, id: string): Promise<Outcome<IncomingWireTransfer, 'NOT_FOUND'>> {
  const row = await ctx.tx
    .selectFrom('sandbox_deposit')
    .selectAll()
    .where('id', '=', id)
    .where('identity_id', '=', ctx.actor.identityId)
    .executeTakeFirst()
  return row ? done(incomingWireView(row)) : refuse('NOT_FOUND')
}
