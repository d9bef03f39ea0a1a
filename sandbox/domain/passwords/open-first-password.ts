import type { Keys } from '../../keys'
import { type Ctx, done, type Outcome, refuse } from '../context'
import type { CredentialRow } from '../identities/credentials'
import { openSecret } from '../secure/open-secret'
import { type Weakness, weakness } from './rules'

export type FirstPasswordRefusal =
  | 'TOKEN_NOT_FOUND'
  | 'TOKEN_EXPIRED'
  | 'PASSWORD_PROFILE_NOT_CONFIGURED_FOR_CREDENTIAL_TYPE'
  | 'PASSWORD_ALREADY_CREATED'
  | Weakness

/**
 * What a person who has no password typed as their first one. Its token is spent. A passcode is no password: it only
 * stands beside one.
 */
export async function openFirstPassword(
  ctx: Ctx,
  keys: Keys,
  login: CredentialRow,
  token: string,
): Promise<Outcome<string, FirstPasswordRefusal>> {
  const passcode = await openSecret(ctx, keys, token, 'setPasscode')
  if (passcode.ok) return refuse('PASSWORD_PROFILE_NOT_CONFIGURED_FOR_CREDENTIAL_TYPE')
  const plain = await openSecret(ctx, keys, token, 'setPassword')
  if (!plain.ok) return plain
  if (login.password_hash !== null) return refuse('PASSWORD_ALREADY_CREATED')
  const weak = weakness(plain.value)
  return weak ? refuse(weak) : done(plain.value)
}
