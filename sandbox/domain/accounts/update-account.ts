import type { ManagedAccount } from '../../../contract/managed-accounts'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { ownerOf } from '../outbox/owner'
import { emitAccount } from './account-event'
import { accountView } from './account-view'
import { findOwnAccount } from './find-account'

export type AccountChange = {
  tag?: string | undefined
  friendlyName?: string | undefined
  lowBalanceThreshold?: number | undefined
  /** Takes the threshold away; wins over a new one in the same call. */
  clearLowBalanceThreshold?: boolean | undefined
}

/** Changes the labels of an account and its low-balance mark; what is left out stays. Mirrors `managedAccountUpdate`. */
export async function updateAccount(
  ctx: ActorCtx,
  id: string,
  change: AccountChange,
): Promise<Outcome<ManagedAccount, 'NOT_FOUND'>> {
  const account = await findOwnAccount(ctx, id)
  if (!account) return refuse('NOT_FOUND')
  const row = await ctx.tx
    .updateTable('sandbox_instrument')
    .set({
      tag: change.tag ?? account.tag,
      friendly_name: change.friendlyName ?? account.friendly_name,
      low_balance_threshold: change.clearLowBalanceThreshold
        ? null
        : (change.lowBalanceThreshold ?? account.low_balance_threshold),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emitAccount(ctx, row, ownerOf(ctx.actor), 'UPDATED')
  return done(accountView(row))
}
