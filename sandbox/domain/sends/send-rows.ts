import type { Selectable } from 'kysely'
import { locked } from '../../../storage/lock'
import type { SandboxSendTable } from '../../../storage/schema/payments'
import type { ActorCtx } from '../context'

export type SendRow = Selectable<SandboxSendTable>

/** A send of the actor's identity, locked until the transaction ends; `undefined` for anyone else's. */
export async function findOwnSend(ctx: ActorCtx, id: string): Promise<SendRow | undefined> {
  return locked(ctx.engine, ownSend(ctx, id)).executeTakeFirst()
}

/** The same without a lock: whoever only looks must not wait for those who pay. */
export async function readOwnSend(ctx: ActorCtx, id: string): Promise<SendRow | undefined> {
  return ownSend(ctx, id).executeTakeFirst()
}

const ownSend = (ctx: ActorCtx, id: string) =>
  ctx.tx.selectFrom('sandbox_send').selectAll().where('id', '=', id).where('identity_id', '=', ctx.actor.identityId)
