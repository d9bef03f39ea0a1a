import type { Req, Res } from '../../../contract/endpoint'
import type { transfersGet } from '../../../contract/transfers'
import { type ActorCtx, done, type Outcome } from '../context'
import { listOf, pageOf } from '../page'
import { transferView } from './transfer-view'

type Query = Req<typeof transfersGet>['query']

/** The identity's transfers that pass every filter, newest first. Mirrors `transfersGet`. */
export async function listTransfers(ctx: ActorCtx, query: Query): Promise<Outcome<Res<typeof transfersGet>>> {
  const { rows, ...counts } = await pageOf(filtered(ctx, query), query)
  return done({ transfer: rows.map(transferView), ...counts })
}

function filtered(ctx: ActorCtx, query: Query) {
  const states = listOf(query.state)
  const { instrumentId: instrument, profileId, tag, createdFrom, createdTo, executedFrom, executedTo } = query
  let rows = ctx.tx.selectFrom('sandbox_transfer').where('identity_id', '=', ctx.actor.identityId)
  if (states) rows = rows.where('state', 'in', states)
  if (profileId !== undefined) rows = rows.where('profile_id', '=', profileId)
  if (tag !== undefined) rows = rows.where('tag', '=', tag)
  if (createdFrom !== undefined) rows = rows.where('created_at', '>=', createdFrom)
  if (createdTo !== undefined) rows = rows.where('created_at', '<=', createdTo)
  if (executedFrom !== undefined) rows = rows.where('executed_at', '>=', executedFrom)
  if (executedTo !== undefined) rows = rows.where('executed_at', '<=', executedTo)
  if (instrument)
    rows = rows.where((eb) =>
      eb.or([
        eb.and([eb('source_id', '=', instrument.id), eb('source_type', '=', instrument.type)]),
        eb.and([eb('destination_id', '=', instrument.id), eb('destination_type', '=', instrument.type)]),
      ]),
    )
  return rows
}
