import type { Req, Res } from '../../../contract/endpoint'
import type { sendsGet } from '../../../contract/sends'
import { type ActorCtx, done, type Outcome } from '../context'
import { listOf, pageOf } from '../page'
import { sendView } from './send-view'

type Query = Req<typeof sendsGet>['query']

/** What the identity has sent, by every filter, newest first. Mirrors `sendsGet`. */
export async function listSends(ctx: ActorCtx, query: Query): Promise<Outcome<Res<typeof sendsGet>>> {
  const { rows, ...counts } = await pageOf(filtered(ctx, query), query)
  return done({ send: rows.map(sendView), ...counts })
}

function filtered(ctx: ActorCtx, query: Query) {
  const states = listOf(query.state)
  const { instrumentId: instrument, profileId, tag, createdFrom, createdTo, executedFrom, executedTo } = query
  const { 'source.id': sourceId, 'source.type': sourceType } = query
  let rows = ctx.tx.selectFrom('sandbox_send').where('identity_id', '=', ctx.actor.identityId)
  if (states) rows = rows.where('state', 'in', states)
  if (profileId !== undefined) rows = rows.where('profile_id', '=', profileId)
  if (tag !== undefined) rows = rows.where('tag', '=', tag)
  if (createdFrom !== undefined) rows = rows.where('created_at', '>=', createdFrom)
  if (createdTo !== undefined) rows = rows.where('created_at', '<=', createdTo)
  if (executedFrom !== undefined) rows = rows.where('executed_at', '>=', executedFrom)
  if (executedTo !== undefined) rows = rows.where('executed_at', '<=', executedTo)
  if (instrument) rows = rows.where('source_id', '=', instrument.id).where('source_type', '=', instrument.type)
  if (sourceId !== undefined) rows = rows.where('source_id', '=', sourceId)
  if (sourceType !== undefined) rows = rows.where('source_type', '=', sourceType)
  return rows
}
