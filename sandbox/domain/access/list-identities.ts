import type { userIdentities } from '../../../contract/access'
import type { Req, Res } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { findCredential, identityId } from '../identities/credentials'
import { windowOf } from '../page'

/** The identities of which the signed-in person is a user. Only corporates share users. Mirrors `userIdentities`. */
export async function listIdentities(
  ctx: ActorCtx,
  query: Req<typeof userIdentities>['query'],
): Promise<Outcome<Res<typeof userIdentities>, 'IDENTITY_TYPE_NOT_SUPPORTED'>> {
  const { actor, tx } = ctx
  const me = await findCredential(ctx, actor.credentialId)
  if (!me || actor.identityType !== 'CORPORATE') return refuse('IDENTITY_TYPE_NOT_SUPPORTED')
  const rows = await tx
    .selectFrom('sandbox_credential as c')
    .innerJoin('sandbox_identity as i', 'i.id', 'c.identity_id')
    .select(['i.id', 'i.type', 'i.name'])
    .where('c.email', '=', me.email)
    .where('c.active', '=', 1)
    .where('i.active', '=', 1)
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute()
  const { offset, limit } = windowOf(query)
  const page = rows.slice(offset, offset + limit)
  const identities = page.map((row) => ({ id: identityId(row), name: row.name }))
  return done({ identities, count: rows.length, responseCount: page.length })
}
