import type { Conflict } from '#contract/endpoint'
import type { lostPasswordResume, passwordCreate, passwordUpdate, passwordValidate } from '#contract/passwords'
import { sentences } from '@/lib/sentences'

type PasswordConflict = Conflict<
  typeof passwordCreate | typeof passwordUpdate | typeof passwordValidate | typeof lostPasswordResume
>

/** A sentence for every refusal of an operation that takes a password, wherever a password is chosen. */
export const passwordSentences = sentences('password', {
  PASSWORD_TOO_SHORT: 'This is too short. Use at least 8 characters.',
  PASSWORD_TOO_LONG: 'This is too long. Use at most 30 characters.',
  PASSWORD_TOO_SIMPLE:
    'This is too easy to guess. Use capitals, small letters, digits and a special character like ! or ?',
  PASSWORD_ALREADY_USED: 'You have used this one before. Choose one that is none of your last five.',
  PASSWORD_INCORRECT: 'The present password is not right. Type it again.',
  PASSWORD_ALREADY_CREATED: 'There is a password already. Sign in with it, or report it as lost.',
  PASSWORD_KEY_ALREADY_IN_USE: 'There is a password already. Sign in with it, or report it as lost.',
  PASSWORD_NOT_SET: 'There is no password yet that could be replaced. Use the link in your invitation.',
  PASSWORD_PROFILE_NOT_CONFIGURED_FOR_CREDENTIAL_TYPE:
    'Passwords of this kind are not set up here. Tell your support; you cannot mend this yourself.',
  UNRESOLVED_IDENTITY: 'We could not find whom this password is for. Begin again from the link or page you came from.',
  INVALID_NONCE_OR_EMAIL: 'The code or the e-mail address is not right, or the code is too old. Ask for a new one.',
} as const satisfies Record<PasswordConflict, string>)

const ofTheNewOne = new Set(['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_TOO_SIMPLE', 'PASSWORD_ALREADY_USED'])

/** What is wrong with the password that was chosen, as the API said; undefined when it refused for another reason. */
export function newPasswordProblem(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return ofTheNewOne.has(code) ? passwordSentences()[code] : undefined
}
