import type { Req } from '../../../contract/endpoint'
import type { userInviteConsume } from '../../../contract/user-invites'
import type { Keys } from '../../keys'
import { openSession } from '../access/sign-in'
import { type ActorCtx, type Ctx, done, type Outcome, refuse } from '../context'
import { anotherNumber, writeContact } from '../identities/change-contact'
import { type CredentialRow, findCredential, loginsOf } from '../identities/credentials'
import { type FirstPasswordRefusal, openFirstPassword } from '../passwords/open-first-password'
import { setPassword } from '../passwords/set-password'
import { programme } from '../programme'
import { findOwnUser } from './find-user'

/** Sends an invitation; a later one is good for a month of its own. Mirrors `userInviteSend`. */
export async function sendInvite(
  ctx: ActorCtx,
  id: string,
): Promise<Outcome<undefined, 'NOT_FOUND' | 'INVITE_ALREADY_CONSUMED'>> {
  const user = await findOwnUser(ctx, id)
  if (!user) return refuse('NOT_FOUND')
  if (user.password_hash !== null) return refuse('INVITE_ALREADY_CONSUMED')
  const invited_until = ctx.now() + programme.inviteMs
  await ctx.tx.updateTable('sandbox_credential').set({ invited_until }).where('id', '=', id).execute()
  return done(undefined)
}

/** Whether an invitation may still be accepted with that code. Mirrors `userInviteValidate`. */
export async function validateInvite(
  ctx: Ctx,
  id: string,
  code: string,
): Promise<Outcome<undefined, 'NOT_FOUND' | 'INVITE_OR_INVITE_CODE_INVALID'>> {
  const user = await findCredential(ctx, id)
  if (user?.type !== 'USER') return refuse('NOT_FOUND')
  return isGood(ctx, user, code) ? done(undefined) : refuse('INVITE_OR_INVITE_CODE_INVALID')
}

type Refusal = 'INVITE_OR_INVITE_CODE_INVALID' | 'UNRESOLVED_IDENTITY' | FirstPasswordRefusal

/**
 * Accepts an invitation: the person has a password, at every company that knows them, and is signed in. A number that
 * comes with it takes the place of the one on file. Mirrors `userInviteConsume`.
 */
export async function consumeInvite(
  ctx: Ctx,
  keys: Keys,
  id: string,
  { inviteCode, password, mobile }: Req<typeof userInviteConsume>['body'],
): Promise<Outcome<{ token: string }, Refusal>> {
  const user = await findCredential(ctx, id)
  if (user?.type !== 'USER') return refuse('UNRESOLVED_IDENTITY')
  if (!isGood(ctx, user, inviteCode)) return refuse('INVITE_OR_INVITE_CODE_INVALID')
  const plain = await openFirstPassword(ctx, keys, user, password.value)
  if (!plain.ok) return plain
  const logins = await loginsOf(ctx, user.email)
  await setPassword(ctx, logins, plain.value)
  const number = mobile ? anotherNumber(user, mobile) : { columns: {}, document: {}, abandoned: [] }
  await writeContact(ctx, user, number, { columns: { invited_until: 0 } })
  const { token } = await openSession(ctx, keys, user, logins.filter((login) => login.active).length)
  return done({ token })
}

const isGood = ({ now }: Ctx, user: CredentialRow, code: string): boolean =>
  user.active === 1 && (user.invited_until ?? 0) > now() && code === programme.otpCode
