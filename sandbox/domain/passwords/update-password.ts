import type { Req, Res } from '../../../contract/endpoint'
import type { passwordUpdate } from '../../../contract/passwords'
import type { Keys } from '../../keys'
import { issueToken, revokeToken } from '../access/tokens'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { findCredential, loginsOf } from '../identities/credentials'
import { matchesPassword } from './hash'
import { type Weakness, weakness } from './rules'
import { openPassword } from './secure-tokens'
import { setPassword, wasUsed } from './set-password'

type Refusal =
  | 'TOKEN_NOT_FOUND'
  | 'TOKEN_EXPIRED'
  | 'UNAUTHORIZED'
  | 'PASSWORD_INCORRECT'
  | 'PASSWORD_ALREADY_USED'
  | Weakness

/**
 * Replaces a password. The token of an expired password has then done its work and is revoked; the answer's token goes
 * on. Mirrors `passwordUpdate`.
 */
export async function updatePassword(
  ctx: ActorCtx,
  keys: Keys,
  { oldPassword, newPassword }: Req<typeof passwordUpdate>['body'],
): Promise<Outcome<Res<typeof passwordUpdate>, Refusal>> {
  const { actor } = ctx
  const before = await openPassword(ctx, keys, oldPassword.value, 'spend')
  if (!before.ok) return before
  const after = await openPassword(ctx, keys, newPassword.value, 'spend')
  if (!after.ok) return after
  const me = await findCredential(ctx, actor.credentialId)
  if (!me) return refuse('UNAUTHORIZED')
  if (!(await matchesPassword(before.value, me.password_hash))) return refuse('PASSWORD_INCORRECT')
  const weak = weakness(after.value)
  if (weak) return refuse(weak)
  if (await wasUsed(me, after.value)) return refuse('PASSWORD_ALREADY_USED')
  await setPassword(ctx, await loginsOf(ctx, me.email), after.value)
  if (actor.tokenKind === 'PASSWORD_EXPIRED') await revokeToken(ctx, actor.tokenId)
  const who = { credentialId: me.id, identityId: me.identity_id, steppedUp: actor.steppedUp }
  const token = await issueToken(ctx, keys, { ...who, kind: 'ACCESS' })
  const identityId = { type: actor.identityType, id: actor.identityId }
  return done({ passwordInfo: { identityId, expiryDate: 0 }, token })
}
