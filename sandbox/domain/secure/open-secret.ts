import type { Keys } from '../../keys'
import type { Ctx, Outcome } from '../context'
import type { CaptureKind } from './kinds'
import { openToken, type TokenRefusal } from './open-token'

const passwords: readonly CaptureKind[] = ['password', 'confirmPassword', 'passCode', 'confirmPassCode']
const passcodes: readonly CaptureKind[] = ['passCode', 'confirmPassCode']
const pins: readonly CaptureKind[] = ['cardPin']
const uses = {
  setPassword: { kinds: passwords, spend: true },
  /** A look at a password that is meant to be used right after. */
  weighPassword: { kinds: passwords, spend: false },
  /** A passcode stands beside a password, where it is told apart from one. */
  setPasscode: { kinds: passcodes, spend: true },
  weighPasscode: { kinds: passcodes, spend: false },
  setPin: { kinds: pins, spend: true },
} as const
export type SecretUse = keyof typeof uses

/**
 * The value that a person typed into a secure field, by its token. TOKEN_NOT_FOUND for one of another kind, TOKEN_EXPIRED
 * for one that is used up. All uses but those that weigh spend the token, whatever then becomes of the call.
 */
export async function openSecret(
  ctx: Ctx,
  keys: Keys,
  token: string,
  use: SecretUse,
): Promise<Outcome<string, TokenRefusal>> {
  const { kinds, spend } = uses[use]
  return openToken(ctx, keys, { token, takes: (kind) => kinds.some((each) => each === kind), binding: token, spend })
}
