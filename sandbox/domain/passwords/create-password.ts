import type { Res } from '../../../contract/endpoint'
import type { passwordCreate } from '../../../contract/passwords'
import type { Keys } from '../../keys'
import { openSession } from '../access/sign-in'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { findCredential, findIdentity, identityId, loginsOf } from '../identities/credentials'
import { type Weakness, weakness } from './rules'
import { openPassword } from './secure-tokens'
import { setPassword } from './set-password'

type Refusal = 'TOKEN_NOT_FOUND' | 'TOKEN_EXPIRED' | 'UNRESOLVED_IDENTITY' | 'PASSWORD_ALREADY_CREATED' | Weakness

/** Sets a person's first password and signs them in. Mirrors `passwordCreate`. */
export async function createPassword(
  ctx: Ctx,
  keys: Keys,
  input: { userId: string; token: string },
): Promise<Outcome<Res<typeof passwordCreate>, Refusal>> {
  const plain = await openPassword(ctx, keys, input.token, 'spend')
  if (!plain.ok) return plain
  const login = await findCredential(ctx, input.userId)
  const identity = login && (await findIdentity(ctx, login.identity_id))
  if (!login || !identity) return refuse('UNRESOLVED_IDENTITY')
  if (login.password_hash !== null) return refuse('PASSWORD_ALREADY_CREATED')
  const weak = weakness(plain.value)
  if (weak) return refuse(weak)
  await setPassword(ctx, [login], plain.value)
  const logins = await loginsOf(ctx, login.email)
  const { token } = await openSession(ctx, keys, login, logins.length)
  return done({ passwordInfo: { identityId: identityId(identity), expiryDate: 0 }, token })
}
