import { locked } from '../../../storage/lock'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { readOwner } from '../outbox/owner'
import { emitAccount } from './account-event'

/**
 * Freezes an account on the bank's own word (BLOCKED, reason SYSTEM): its owner cannot unblock it. No operation of the API
 * does this: it happens.
 */
export async function blockAccountBySystem(
  ctx: Ctx,
  id: string,
): Promise<Outcome<undefined, 'NOT_FOUND' | 'STATE_INVALID'>> {
  const query = ctx.tx
    .selectFrom('sandbox_instrument')
    .select(['state', 'identity_id'])
    .where('id', '=', id)
    .where('type', '=', 'managed_accounts')
    .where('identity_id', '<>', 'system')
  const account = await locked(ctx.engine, query).executeTakeFirst()
  if (!account) return refuse('NOT_FOUND')
  if (account.state !== 'ACTIVE') return refuse('STATE_INVALID')
  const row = await ctx.tx
    .updateTable('sandbox_instrument')
    .set({ state: 'BLOCKED', blocked_reason: 'SYSTEM' })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emitAccount(ctx, row, await readOwner(ctx, account.identity_id), 'BLOCKED')
  return done(undefined)
}
