import type { Req, Res } from '../../../contract/endpoint'
import type { User, userGetById, usersGet } from '../../../contract/users'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { credentialDocument, mobileOf } from '../identities/credential-document'
import type { CredentialRow } from '../identities/credentials'
import { windowOf } from '../page'

/** The authorised users of the identity, newest first; the root user is not one of them. Mirrors `usersGet`. */
export async function listUsers(
  ctx: ActorCtx,
  query: Req<typeof usersGet>['query'],
): Promise<Outcome<Res<typeof usersGet>>> {
  const rows = await ownUsers(ctx).orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
  const wanted = rows
    .map((row) => userOf(ctx, row))
    .filter((user) => query.active === undefined || user.active === query.active)
    .filter((user) => query.email === undefined || user.email === query.email.toLowerCase())
    .filter((user) => query.tag === undefined || user.tag === query.tag)
    // Roles are newer than this programme: nobody has any.
    .filter(() => query.roles === undefined)
  const { offset, limit } = windowOf(query)
  const users = wanted.slice(offset, offset + limit)
  return done({ users, count: wanted.length, responseCount: users.length })
}

/** One authorised user of the identity. Mirrors `userGetById`. */
export async function readUser(ctx: ActorCtx, id: string): Promise<Outcome<Res<typeof userGetById>, 'NOT_FOUND'>> {
  const row = await ownUsers(ctx).where('id', '=', id).executeTakeFirst()
  return row ? done(userOf(ctx, row)) : refuse('NOT_FOUND')
}

const ownUsers = ({ tx, actor }: ActorCtx) =>
  tx.selectFrom('sandbox_credential').selectAll().where('identity_id', '=', actor.identityId).where('type', '=', 'USER')

function userOf({ actor }: ActorCtx, row: CredentialRow): User {
  const { dateOfBirth, tag, countryOfResidence } = credentialDocument(row)
  const mobile = mobileOf(row)
  return {
    id: row.id,
    identity: { type: actor.identityType, id: row.identity_id },
    name: row.name,
    surname: row.surname,
    email: row.email,
    ...(mobile && { mobile }),
    active: row.active === 1,
    ...(dateOfBirth && { dateOfBirth }),
    ...(tag && { tag }),
    ...(countryOfResidence && { countryOfResidence }),
  }
}
