import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { ownerOf } from '../outbox/owner'
import { emitAccount } from './account-event'
import { findOwnAccount } from './find-account'

type Refusal = 'NOT_FOUND' | 'INSTRUMENT_INACTIVE' | 'INSTRUMENT_NOT_BLOCKED' | 'INSTRUMENT_DESTROYED'

/** Lifts a block that the owner set; the platform's own blocks stay. Mirrors `managedAccountUnblock`. */
export async function unblockAccount(ctx: ActorCtx, id: string): Promise<Outcome<undefined, Refusal>> {
  const account = await findOwnAccount(ctx, id)
  if (!account) return refuse('NOT_FOUND')
  if (account.state === 'DESTROYED') return refuse('INSTRUMENT_DESTROYED')
  if (account.state !== 'BLOCKED') return refuse('INSTRUMENT_NOT_BLOCKED')
  if (account.blocked_reason !== 'USER') return refuse('INSTRUMENT_INACTIVE')
  const row = await ctx.tx
    .updateTable('sandbox_instrument')
    .set({ state: 'ACTIVE', blocked_reason: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emitAccount(ctx, row, ownerOf(ctx.actor), 'UNBLOCKED')
  return done(undefined)
}
