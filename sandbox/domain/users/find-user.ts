import { locked } from '../../../storage/lock'
import type { ActorCtx } from '../context'
import type { CredentialRow } from '../identities/credentials'

/** Logins of the identity that are authorised users; the root user is none. */
export const ownUsers = ({ tx, actor }: ActorCtx) =>
  tx.selectFrom('sandbox_credential').where('identity_id', '=', actor.identityId).where('type', '=', 'USER')

/** One authorised user of the identity, locked until the transaction ends. */
export async function findOwnUser(ctx: ActorCtx, id: string): Promise<CredentialRow | undefined> {
  return locked(ctx.engine, ownUsers(ctx).selectAll().where('id', '=', id)).executeTakeFirst()
}
