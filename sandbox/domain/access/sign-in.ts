import type { Keys } from '../../keys'
import type { Ctx } from '../context'
import type { CredentialRow } from '../identities/credentials'
import { issueToken } from './tokens'

/**
 * Opens a session for a person: of an identity at once where there is one, otherwise with an AUTH token, which only
 * chooses among them.
 */
export async function openSession(
  ctx: Ctx,
  keys: Keys,
  login: CredentialRow,
  identities: number,
): Promise<{ token: string; tokenType: 'AUTH' | 'ACCESS' }> {
  const tokenType = identities > 1 ? 'AUTH' : 'ACCESS'
  const token = await issueToken(ctx, keys, { credentialId: login.id, identityId: login.identity_id, kind: tokenType })
  return { token, tokenType }
}
