import type { Req, Res } from '../../../contract/endpoint'
import type { userGetById, usersGet } from '../../../contract/users'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { normalEmail } from '../identities/credentials'
import { listOf, pageOf } from '../page'
import { ownUsers } from './find-user'
import { userView } from './user-view'

type Query = Req<typeof usersGet>['query']

/** The authorised users that pass every filter, newest first; the root user is not one of them. Mirrors `usersGet`. */
export async function listUsers(ctx: ActorCtx, query: Query): Promise<Outcome<Res<typeof usersGet>>> {
  const { rows, ...counts } = await pageOf(filtered(ctx, query), query)
  const users = rows.map((row) => userView(ctx.actor, row))
  return done({ users, ...counts })
}

function filtered(ctx: ActorCtx, { active, email, tag, roles: wanted }: Query) {
  const roles = listOf(wanted)
  let rows = ownUsers(ctx)
  if (active !== undefined) rows = rows.where('active', '=', active ? 1 : 0)
  if (email !== undefined) rows = rows.where('email', '=', normalEmail(email))
  if (tag !== undefined) rows = rows.where('tag', '=', tag)
  // The quotes of the JSON list keep one role's name from being found in another's.
  if (roles) rows = rows.where((eb) => eb.or(roles.map((role) => eb('roles', 'like', `%"${role}"%`))))
  return rows
}

/** One authorised user of the identity. Mirrors `userGetById`. */
export async function readUser(ctx: ActorCtx, id: string): Promise<Outcome<Res<typeof userGetById>, 'NOT_FOUND'>> {
  const row = await ownUsers(ctx).selectAll().where('id', '=', id).executeTakeFirst()
  return row ? done(userView(ctx.actor, row)) : refuse('NOT_FOUND')
}
