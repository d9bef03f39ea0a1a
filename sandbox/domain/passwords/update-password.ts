import type { Req, Res } from '../../../contract/endpoint'
import type { passwordUpdate } from '../../../contract/passwords'
import type { Keys } from '../../keys'
import { issueToken, revokeToken } from '../access/tokens'
import { type ActorCtx, type Ctx, done, type Outcome, refuse } from '../context'
import { type CredentialRow, findCredential, loginsOf } from '../identities/credentials'
import { openSecret } from '../secure/open-secret'
import { matchesPassword } from './hash'
import { type Weakness, weakness } from './rules'
import { openPassword } from './secure-tokens'
import { setPasscode } from './set-passcode'
import { setPassword, wasUsed } from './set-password'

type Refusal =
  | 'TOKEN_NOT_FOUND'
  | 'TOKEN_EXPIRED'
  | 'UNAUTHORIZED'
  | 'PASSWORD_INCORRECT'
  | 'PASSWORD_ALREADY_USED'
  | Weakness

/**
 * Replaces a password; with a passcode as the new one, sets the passcode that stands beside the password. The token of an
 * expired password has then done its work and is revoked; the answer's token goes on. Mirrors `passwordUpdate`.
 */
export async function updatePassword(
  ctx: ActorCtx,
  keys: Keys,
  { oldPassword, newPassword }: Req<typeof passwordUpdate>['body'],
): Promise<Outcome<Res<typeof passwordUpdate>, Refusal>> {
  const { actor } = ctx
  const before = await openPassword(ctx, keys, oldPassword.value, 'spend')
  if (!before.ok) return before
  const passcode = await openSecret(ctx, keys, newPassword.value, 'setPasscode')
  const after = passcode.ok ? passcode : await openPassword(ctx, keys, newPassword.value, 'spend')
  if (!after.ok) return after
  const me = await findCredential(ctx, actor.credentialId)
  if (!me) return refuse('UNAUTHORIZED')
  if (!(await matchesPassword(before.value, me.password_hash))) return refuse('PASSWORD_INCORRECT')
  const set = await (passcode.ok ? setPasscode : replacePassword)(ctx, me, after.value)
  if (!set.ok) return set
  if (actor.tokenKind === 'PASSWORD_EXPIRED' && !passcode.ok) await revokeToken(ctx, actor.tokenId)
  const who = { credentialId: me.id, identityId: me.identity_id, steppedUp: actor.steppedUp }
  // A passcode leaves the password as old as it was.
  const kind = passcode.ok ? actor.tokenKind : 'ACCESS'
  const token = await issueToken(ctx, keys, { ...who, kind })
  const identityId = { type: actor.identityType, id: actor.identityId }
  return done({ passwordInfo: { identityId, expiryDate: passcode.ok ? me.password_expires_at : 0 }, token })
}

async function replacePassword(
  ctx: Ctx,
  me: CredentialRow,
  plain: string,
): Promise<Outcome<undefined, 'PASSWORD_ALREADY_USED' | Weakness>> {
  const weak = weakness(plain)
  if (weak) return refuse(weak)
  if (await wasUsed(me, plain)) return refuse('PASSWORD_ALREADY_USED')
  await setPassword(ctx, await loginsOf(ctx, me.email), plain)
  return done(undefined)
}
