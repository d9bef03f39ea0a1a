import { locked } from '../../../storage/lock'
import type { ActorCtx, Ctx } from '../context'
import type { CorrespondentRow } from './correspondent-document'
import { tellCorrespondent } from './tell-correspondent'

/** A transfer of the actor's identity, locked until the transaction ends. */
export const lockOwnCorrespondent = (ctx: ActorCtx, id: string): Promise<CorrespondentRow | undefined> =>
  locked(ctx.engine, ownCorrespondent(ctx, id)).executeTakeFirst()

/** The same without a lock. */
export const readOwnCorrespondent = (ctx: ActorCtx, id: string): Promise<CorrespondentRow | undefined> =>
  ownCorrespondent(ctx, id).executeTakeFirst()

/** Any transfer, locked; for what happens by itself and for the world outside. */
export function lockCorrespondent(ctx: Ctx, id: string): Promise<CorrespondentRow | undefined> {
  const query = ctx.tx.selectFrom('sandbox_correspondent_transfer').selectAll().where('id', '=', id)
  return locked(ctx.engine, query).executeTakeFirst()
}

type Change = Partial<Pick<CorrespondentRow, 'state' | 'failure' | 'executed_at' | 'cancellation_reason'>>

/** Writes what changed of a transfer that is locked, and tells the platform about its new state. */
export async function changeCorrespondent(ctx: Ctx, row: CorrespondentRow, change: Change): Promise<CorrespondentRow> {
  await ctx.tx.updateTable('sandbox_correspondent_transfer').set(change).where('id', '=', row.id).execute()
  const changed = { ...row, ...change }
  await tellCorrespondent(ctx, changed)
  return changed
}

const ownCorrespondent = (ctx: ActorCtx, id: string) =>
  ctx.tx
    .selectFrom('sandbox_correspondent_transfer')
    .selectAll()
    .where('id', '=', id)
    .where('identity_id', '=', ctx.actor.identityId)
