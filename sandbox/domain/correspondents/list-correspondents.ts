import { sql } from 'kysely'
import type { correspondentBankTransfersGet } from '../../../contract/correspondent-bank-transfers'
import type { Req, Res } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome } from '../context'
import { listOf, pageOf } from '../page'
import { correspondentView } from './correspondent-view'

type Query = Req<typeof correspondentBankTransfersGet>['query']

/** The identity's correspondent transfers that pass every filter, newest first. Mirrors `correspondentBankTransfersGet`. */
export async function listCorrespondents(
  ctx: ActorCtx,
  query: Query,
): Promise<Outcome<Res<typeof correspondentBankTransfersGet>>> {
  const { rows, ...counts } = await pageOf(filtered(ctx, query), query)
  return done({ transfer: rows.map(correspondentView), ...counts })
}

function filtered(ctx: ActorCtx, query: Query) {
  const states = listOf(query.state)
  const { profileId, tag, createdFrom, createdTo, executedFrom, executedTo } = query
  // The type of the source says nothing: only accounts can pay.
  const { 'sourceInstrument.id': source, 'originator.name': name } = query
  const { 'originator.type': type, 'originator.tag': originatorTag } = query
  let rows = ctx.tx.selectFrom('sandbox_correspondent_transfer').where('identity_id', '=', ctx.actor.identityId)
  if (states) rows = rows.where('state', 'in', states)
  if (profileId !== undefined) rows = rows.where('profile_id', '=', profileId)
  if (source !== undefined) rows = rows.where('source_id', '=', source)
  if (tag !== undefined) rows = rows.where('tag', '=', tag)
  if (type !== undefined) rows = rows.where('originator_type', '=', type)
  if (originatorTag !== undefined) rows = rows.where('originator_tag', '=', originatorTag)
  if (name !== undefined)
    rows = rows.where(sql<boolean>`lower(originator_name) like ${partOf(name.toLowerCase())} escape '!'`)
  if (createdFrom !== undefined) rows = rows.where('created_at', '>=', createdFrom)
  if (createdTo !== undefined) rows = rows.where('created_at', '<=', createdTo)
  if (executedFrom !== undefined) rows = rows.where('executed_at', '>=', executedFrom)
  if (executedTo !== undefined) rows = rows.where('executed_at', '<=', executedTo)
  return rows
}

/** A pattern that finds the text anywhere, and takes none of it for a wildcard. */
const partOf = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`
