import type { Keys } from '../../keys'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { openSecret } from '../secure/open-secret'
import { passcodeWeakness, type Weakness, weakness } from './rules'
import { openPassword } from './secure-tokens'

/** Looks at a password or passcode without spending its token: it is meant to be used right after. Mirrors `passwordValidate`. */
export async function validatePassword(
  ctx: Ctx,
  keys: Keys,
  token: string,
): Promise<Outcome<undefined, 'TOKEN_NOT_FOUND' | 'TOKEN_EXPIRED' | Weakness>> {
  const passcode = await openSecret(ctx, keys, token, 'weighPasscode')
  if (passcode.ok) {
    const problem = passcodeWeakness(passcode.value)
    return problem ? refuse(problem) : done(undefined)
  }
  const plain = await openPassword(ctx, keys, token, 'look')
  if (!plain.ok) return plain
  const weak = weakness(plain.value)
  return weak ? refuse(weak) : done(undefined)
}
