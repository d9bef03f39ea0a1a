import { locked } from '../../../storage/lock'
import type { ActorCtx } from '../context'
import type { BulkRow } from './bulk-view'

/** A bulk of the actor's identity, locked until the transaction ends; `undefined` for anyone else's. */
export async function findOwnBulk(ctx: ActorCtx, id: string): Promise<BulkRow | undefined> {
  return locked(ctx.engine, ownBulk(ctx, id)).executeTakeFirst()
}

/** The same without a lock: whoever only looks must not wait for a running batch. */
export async function readOwnBulk(ctx: ActorCtx, id: string): Promise<BulkRow | undefined> {
  return ownBulk(ctx, id).executeTakeFirst()
}

const ownBulk = (ctx: ActorCtx, id: string) =>
  ctx.tx.selectFrom('sandbox_bulk').selectAll().where('id', '=', id).where('identity_id', '=', ctx.actor.identityId)
