import { locked } from '../../../storage/lock'
import type { Ctx } from '../context'
import type { CredentialRow, IdentityRow } from './credentials'

/** An identity, locked until the transaction ends. */
export async function lockIdentity(ctx: Ctx, id: string): Promise<IdentityRow | undefined> {
  const query = ctx.tx.selectFrom('sandbox_identity').selectAll().where('id', '=', id)
  return locked(ctx.engine, query).executeTakeFirst()
}

/** The person with whom the identity came; every identity has one. */
export async function rootOf(ctx: Pick<Ctx, 'tx'>, identityId: string): Promise<CredentialRow> {
  return ctx.tx
    .selectFrom('sandbox_credential')
    .selectAll()
    .where('identity_id', '=', identityId)
    .where('type', '=', 'ROOT')
    .executeTakeFirstOrThrow()
}
