import type { Res } from '../../../contract/endpoint'
import type { passwordCreate } from '../../../contract/passwords'
import type { Keys } from '../../keys'
import { openSession } from '../access/sign-in'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { findCredential, findIdentity, identityId, loginsOf } from '../identities/credentials'
import { type FirstPasswordRefusal, openFirstPassword } from './open-first-password'
import { openPassword } from './secure-tokens'
import { setPassword } from './set-password'

/**
 * Sets a person's first password, at every company that knows them, and signs them in. A user who was invited may have
 * it set like this too, and the invitation is void then. Mirrors `passwordCreate`.
 */
export async function createPassword(
  ctx: Ctx,
  keys: Keys,
  input: { userId: string; token: string },
): Promise<Outcome<Res<typeof passwordCreate>, 'UNRESOLVED_IDENTITY' | FirstPasswordRefusal>> {
  const login = await findCredential(ctx, input.userId)
  const identity = login && (await findIdentity(ctx, login.identity_id))
  if (!login?.active || !identity?.active) {
    // The token has been used all the same, as by any other call.
    const spent = await openPassword(ctx, keys, input.token, 'spend')
    return spent.ok ? refuse('UNRESOLVED_IDENTITY') : spent
  }
  const plain = await openFirstPassword(ctx, keys, login, input.token)
  if (!plain.ok) return plain
  const logins = await loginsOf(ctx, login.email)
  await setPassword(ctx, logins, plain.value)
  const { token } = await openSession(ctx, keys, login, logins.filter((each) => each.active).length)
  return done({ passwordInfo: { identityId: identityId(identity), expiryDate: 0 }, token })
}
