import type { Keys } from '../../keys'
import type { Ctx, Outcome } from '../context'
import type { DisplayKind } from './kinds'
import { openToken, type TokenRefusal } from './open-token'
import { ownedBy } from './owned-by'

/** The value that a secure span may show to a person of this identity; spends the token. */
export async function showSecret(
  ctx: Ctx,
  keys: Keys,
  { kind, token, identityId }: { kind: DisplayKind; token: string; identityId: string },
): Promise<Outcome<string, TokenRefusal>> {
  const takes = (each: string) => each === kind
  return openToken(ctx, keys, { token, takes, binding: ownedBy(token, identityId), spend: true })
}
