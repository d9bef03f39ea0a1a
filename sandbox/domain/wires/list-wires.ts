import type { Req, Res } from '../../../contract/endpoint'
import type { outgoingWireTransfersGet } from '../../../contract/outgoing-wire-transfers'
import { type ActorCtx, done, type Outcome } from '../context'
import { listOf, pageOf } from '../page'
import { wireView } from './wire-view'

type Query = Req<typeof outgoingWireTransfersGet>['query']

/** The identity's wires that pass every filter, newest first. Mirrors `outgoingWireTransfersGet`. */
export async function listWires(ctx: ActorCtx, query: Query): Promise<Outcome<Res<typeof outgoingWireTransfersGet>>> {
  const { rows, ...counts } = await pageOf(filtered(ctx, query), query)
  return done({ transfer: rows.map((row) => wireView(row)), ...counts })
}

function filtered(ctx: ActorCtx, query: Query) {
  const states = listOf(query.state)
  const { profileId, tag, createdFrom, createdTo, executedFrom, executedTo } = query
  // The type says nothing: only accounts can pay.
  const sources = [query.instrument?.id, query['sourceInstrument.id']]
  let rows = ctx.tx.selectFrom('sandbox_wire').where('identity_id', '=', ctx.actor.identityId)
  for (const source of sources) if (source !== undefined) rows = rows.where('source_id', '=', source)
  if (states) rows = rows.where('state', 'in', states)
  if (profileId !== undefined) rows = rows.where('profile_id', '=', profileId)
  if (tag !== undefined) rows = rows.where('tag', '=', tag)
  if (createdFrom !== undefined) rows = rows.where('created_at', '>=', createdFrom)
  if (createdTo !== undefined) rows = rows.where('created_at', '<=', createdTo)
  if (executedFrom !== undefined) rows = rows.where('executed_at', '>=', executedFrom)
  if (executedTo !== undefined) rows = rows.where('executed_at', '<=', executedTo)
  return rows
}
