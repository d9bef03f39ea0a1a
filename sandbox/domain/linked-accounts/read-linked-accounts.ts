import type { Req, Res } from '../../../contract/endpoint'
import type {
  LinkedAccount,
  LinkedAccountState,
  linkedAccountsGet,
  linkedAccountVerificationsGet,
} from '../../../contract/linked-accounts'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { listOf, pageOf } from '../page'
import { findLinkedAccount } from './find-linked-account'
import { linkedAccountView } from './linked-account-view'
import { stepsOf } from './verification-rows'

type Query = Req<typeof linkedAccountsGet>['query']

/** The identity's linked accounts that pass every filter, newest first. Mirrors `linkedAccountsGet`. */
export async function listLinkedAccounts(ctx: ActorCtx, query: Query): Promise<Outcome<Res<typeof linkedAccountsGet>>> {
  const { rows, ...counts } = await pageOf(filtered(ctx, query), query)
  const accounts = rows.map((row) => linkedAccountView(row, ctx.actor.identityType))
  return done({ accounts, ...counts })
}

function filtered(ctx: ActorCtx, query: Query) {
  const { profileId, friendlyName, currency, createdFrom, createdTo, tag } = query
  let rows = ctx.tx.selectFrom('sandbox_linked_account').where('identity_id', '=', ctx.actor.identityId)
  const states = listOf(query.state)?.map(stateOf)
  if (states) rows = rows.where('state', 'in', states)
  if (profileId !== undefined) rows = rows.where('profile_id', '=', profileId)
  if (friendlyName !== undefined) rows = rows.where('friendly_name', '=', friendlyName)
  if (currency !== undefined) rows = rows.where('currency', '=', currency)
  if (createdFrom !== undefined) rows = rows.where('created_at', '>=', createdFrom)
  if (createdTo !== undefined) rows = rows.where('created_at', '<=', createdTo)
  if (tag !== undefined) rows = rows.where('tag', '=', tag)
  return rows
}

/** The filter also knows the words of instruments, which mean the nearest state of a linked account. */
function stateOf(
  state: NonNullable<ReturnType<typeof listOf<LinkedAccountState | 'DESTROYED' | 'NOT_ENABLED'>>>[number],
): LinkedAccountState {
  if (state === 'DESTROYED') return 'REMOVED'
  return state === 'NOT_ENABLED' ? 'PENDING_VERIFICATION' : state
}

/** One linked account of the actor's identity. Mirrors `linkedAccountGet`. */
export async function getLinkedAccount(ctx: ActorCtx, id: string): Promise<Outcome<LinkedAccount, 'NOT_FOUND'>> {
  const found = await findLinkedAccount(ctx, id)
  return found ? done(linkedAccountView(found.row, ctx.actor.identityType)) : refuse('NOT_FOUND')
}

type Runs = typeof linkedAccountVerificationsGet

/** The verifications of a linked account, newest first. Mirrors `linkedAccountVerificationsGet`. */
export async function listVerifications(
  ctx: ActorCtx,
  id: string,
  query: Req<Runs>['query'],
): Promise<Outcome<Res<Runs>, 'NOT_FOUND'>> {
  if (!(await findLinkedAccount(ctx, id))) return refuse('NOT_FOUND')
  const states = listOf(query.state)
  let matches = ctx.tx.selectFrom('sandbox_linked_verification').where('linked_account_id', '=', id)
  if (states) matches = matches.where('state', 'in', states)
  const { rows, ...counts } = await pageOf(matches, query)
  const verificationRuns = rows.map((row) => ({
    id: row.id,
    state: row.state,
    ...(row.completed_at !== null && { completedTimestamp: row.completed_at }),
    verificationSteps: stepsOf(row),
    ...(row.overridden_reason !== null && { overriddenReason: row.overridden_reason }),
  }))
  return done({ verificationRuns, ...counts })
}
