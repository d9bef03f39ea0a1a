import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { ownerOf } from '../outbox/owner'
import { emitAccount } from './account-event'
import { findOwnAccount } from './find-account'

type Refusal = 'NOT_FOUND' | 'INSTRUMENT_INACTIVE' | 'INSTRUMENT_DESTROYED' | 'INSTRUMENT_ALREADY_BLOCKED'

/** Freezes an account on its owner's word (BLOCKED, reason USER). Mirrors `managedAccountBlock`. */
export async function blockAccount(ctx: ActorCtx, id: string): Promise<Outcome<undefined, Refusal>> {
  const account = await findOwnAccount(ctx, id)
  if (!account) return refuse('NOT_FOUND')
  if (account.state === 'DESTROYED') return refuse('INSTRUMENT_DESTROYED')
  if (account.state === 'BLOCKED') return refuse('INSTRUMENT_ALREADY_BLOCKED')
  if (account.state !== 'ACTIVE') return refuse('INSTRUMENT_INACTIVE')
  const row = await ctx.tx
    .updateTable('sandbox_instrument')
    .set({ state: 'BLOCKED', blocked_reason: 'USER' })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emitAccount(ctx, row, ownerOf(ctx.actor), 'BLOCKED')
  return done(undefined)
}
