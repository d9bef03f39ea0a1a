import type { Req } from '../../../contract/endpoint'
import type { LinkedAccount, linkedAccountUpdate } from '../../../contract/linked-accounts'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { documentOf } from '../wires/wire-document'
import { lockLinkedAccount } from './find-linked-account'
import { linkedAccountView } from './linked-account-view'
import { moveLinkedAccount } from './move-linked-account'

type Change = Req<typeof linkedAccountUpdate>['body']

/** Renames or relabels a linked account, in whatever state. Mirrors `linkedAccountUpdate`. */
export async function updateLinkedAccount(
  ctx: ActorCtx,
  id: string,
  change: Change,
): Promise<Outcome<LinkedAccount, 'NOT_FOUND'>> {
  const row = await lockLinkedAccount(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  const next = { tag: change.tag ?? row.tag, friendly_name: change.friendlyName ?? row.friendly_name }
  await ctx.tx.updateTable('sandbox_linked_account').set(next).where('id', '=', id).execute()
  return done(linkedAccountView({ ...row, ...next }, ctx.actor.identityType))
}

type Refused<C extends string> = Promise<Outcome<undefined, C | 'NOT_FOUND'>>

/** Keeps payments off a linked account until it is unblocked. Mirrors `linkedAccountBlock`. */
export async function blockLinkedAccount(
  ctx: ActorCtx,
  id: string,
): Refused<'LINKED_ACCOUNT_INACTIVE' | 'LINKED_ACCOUNT_ALREADY_BLOCKED' | 'LINKED_ACCOUNT_REMOVED'> {
  const row = await lockLinkedAccount(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.state === 'BLOCKED') return refuse('LINKED_ACCOUNT_ALREADY_BLOCKED')
  if (row.state === 'REMOVED') return refuse('LINKED_ACCOUNT_REMOVED')
  if (row.state !== 'ACTIVE') return refuse('LINKED_ACCOUNT_INACTIVE')
  await moveLinkedAccount(ctx, row, 'BLOCKED', 'BLOCKED')
  return done(undefined)
}

/** Mirrors `linkedAccountUnblock`. */
export async function unblockLinkedAccount(
  ctx: ActorCtx,
  id: string,
): Refused<'LINKED_ACCOUNT_INACTIVE' | 'LINKED_ACCOUNT_NOT_BLOCKED' | 'LINKED_ACCOUNT_REMOVED'> {
  const row = await lockLinkedAccount(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.state === 'ACTIVE') return refuse('LINKED_ACCOUNT_NOT_BLOCKED')
  if (row.state === 'REMOVED') return refuse('LINKED_ACCOUNT_REMOVED')
  if (row.state !== 'BLOCKED') return refuse('LINKED_ACCOUNT_INACTIVE')
  await moveLinkedAccount(ctx, row, 'ACTIVE', 'UNBLOCKED')
  return done(undefined)
}

/** Takes a linked account off for good; not while its verification or a wire to it is under way. Mirrors `linkedAccountRemove`. */
export async function removeLinkedAccount(
  ctx: ActorCtx,
  id: string,
): Refused<'LINKED_ACCOUNT_ALREADY_REMOVED' | 'LINKED_ACCOUNT_HAS_PENDING_ACTIONS' | 'LINKED_ACCOUNT_REJECTED'> {
  const row = await lockLinkedAccount(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.state === 'REMOVED') return refuse('LINKED_ACCOUNT_ALREADY_REMOVED')
  if (row.state === 'REJECTED') return refuse('LINKED_ACCOUNT_REJECTED')
  if (row.state === 'PENDING_VERIFICATION' || (await hasPendingWires(ctx, id)))
    return refuse('LINKED_ACCOUNT_HAS_PENDING_ACTIONS')
  await moveLinkedAccount(ctx, row, 'REMOVED', 'REMOVED')
  return done(undefined)
}

const UNDER_WAY = ['PENDING_CONFIRMATION', 'PENDING_CHALLENGE', 'SCHEDULED', 'SUBMITTED', 'APPROVED'] as const

async function hasPendingWires(ctx: ActorCtx, id: string): Promise<boolean> {
  const rows = await ctx.tx
    .selectFrom('sandbox_wire')
    .select('document')
    .where('identity_id', '=', ctx.actor.identityId)
    .where('state', 'in', UNDER_WAY)
    .where('document', 'like', `%"${id}"%`)
    .execute()
  return rows.some(({ document }) => {
    const { destination } = documentOf({ document })
    return 'id' in destination && destination.id === id
  })
}
