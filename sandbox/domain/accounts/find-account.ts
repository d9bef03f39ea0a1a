import type { Selectable } from 'kysely'
import { locked } from '../../../storage/lock'
import type { SandboxInstrumentTable } from '../../../storage/schema/money'
import type { ActorCtx } from '../context'

export type AccountRow = Selectable<SandboxInstrumentTable>

/** An account of the actor's identity, locked until the transaction ends; `undefined` for anyone else's. */
export async function findOwnAccount(ctx: ActorCtx, id: string): Promise<AccountRow | undefined> {
  return locked(ctx.engine, ownAccount(ctx, id)).executeTakeFirst()
}

/** The same without a lock: whoever only looks must not wait for those who pay. */
export async function readOwnAccount(ctx: ActorCtx, id: string): Promise<AccountRow | undefined> {
  return ownAccount(ctx, id).executeTakeFirst()
}

const ownAccount = (ctx: ActorCtx, id: string) =>
  ctx.tx
    .selectFrom('sandbox_instrument')
    .selectAll()
    .where('id', '=', id)
    .where('type', '=', 'managed_accounts')
    .where('identity_id', '=', ctx.actor.identityId)
