import { programme } from '../programme'

export type Weakness = 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_TOO_SIMPLE'

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u]

/** Why a password is not accepted: 8 to 30 characters with a small and a capital letter, a digit and a special one. */
export function weakness(plain: string): Weakness | undefined {
  const length = [...plain].length
  if (length < programme.password.minLength) return 'PASSWORD_TOO_SHORT'
  if (length > programme.password.maxLength) return 'PASSWORD_TOO_LONG'
  return KINDS.every((kind) => kind.test(plain)) ? undefined : 'PASSWORD_TOO_SIMPLE'
}

const PASSCODE_LENGTH = 4

/** Why a passcode is not accepted: four digits, not all the same. */
export function passcodeWeakness(plain: string): Weakness | undefined {
  if (plain.length < PASSCODE_LENGTH) return 'PASSWORD_TOO_SHORT'
  if (plain.length > PASSCODE_LENGTH) return 'PASSWORD_TOO_LONG'
  return /^\d+$/.test(plain) && new Set(plain).size > 1 ? undefined : 'PASSWORD_TOO_SIMPLE'
}
