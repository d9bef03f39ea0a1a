import type { Transfer } from '../../../contract/transfers'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { transferView } from './transfer-view'

/** One transfer of the actor's identity. Mirrors `transferGet`. */
export async function getTransfer(ctx: ActorCtx, id: string): Promise<Outcome<Transfer, 'NOT_FOUND'>> {
  const row = await ctx.tx
    .selectFrom('sandbox_transfer')
    .selectAll()
    .where('id', '=', id)
    .where('identity_id', '=', ctx.actor.identityId)
    .executeTakeFirst()
  return row ? done(transferView(row)) : refuse('NOT_FOUND')
}
