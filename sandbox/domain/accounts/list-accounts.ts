import type { Req, Res } from '../../../contract/endpoint'
import type { managedAccountsGet } from '../../../contract/managed-accounts'
import { type ActorCtx, done, type Outcome } from '../context'
import { listOf, pageOf } from '../page'
import { accountView } from './account-view'

type Query = Req<typeof managedAccountsGet>['query']

/** The identity's accounts that pass every filter, newest first. Mirrors `managedAccountsGet`. */
export async function listAccounts(ctx: ActorCtx, query: Query): Promise<Outcome<Res<typeof managedAccountsGet>>> {
  const { rows, ...counts } = await pageOf(filtered(ctx, query), query)
  return done({ accounts: rows.map(accountView), ...counts })
}

function filtered(ctx: ActorCtx, query: Query) {
  const states = listOf(query.state)
  const blocked = listOf(query['state.blockedReason'])
  const destroyed = listOf(query['state.destroyedReason'])
  const { profileId, friendlyName, currency, createdFrom, createdTo, tag } = query
  let rows = ctx.tx
    .selectFrom('sandbox_instrument')
    .where('identity_id', '=', ctx.actor.identityId)
    .where('type', '=', 'managed_accounts')
  if (states) rows = rows.where('state', 'in', states)
  if (blocked) rows = rows.where('blocked_reason', 'in', blocked)
  if (destroyed) rows = rows.where('destroyed_reason', 'in', destroyed)
  if (profileId !== undefined) rows = rows.where('profile_id', '=', profileId)
  if (friendlyName !== undefined) rows = rows.where('friendly_name', '=', friendlyName)
  if (currency !== undefined) rows = rows.where('currency', '=', currency)
  if (createdFrom !== undefined) rows = rows.where('created_at', '>=', createdFrom)
  if (createdTo !== undefined) rows = rows.where('created_at', '<=', createdTo)
  if (tag !== undefined) rows = rows.where('tag', '=', tag)
  return rows
}
