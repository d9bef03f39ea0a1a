import type { Keys } from '../../keys'
import type { Ctx, Outcome } from '../context'
import { openSecret } from '../secure/open-secret'
import type { TokenRefusal } from '../secure/open-token'

/** The value behind a password token. `spend` takes the token out of use, whatever then becomes of the call. */
export async function openPassword(
  ctx: Ctx,
  keys: Keys,
  token: string,
  use: 'spend' | 'look',
): Promise<Outcome<string, TokenRefusal>> {
  return openSecret(ctx, keys, token, use === 'spend' ? 'setPassword' : 'weighPassword')
}
