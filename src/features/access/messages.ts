import type {
  entryChoose,
  entryFinish,
  entryPasswordChange,
  entryPhone,
  passwordRecover,
} from '#contract/console/entry'
import type { Conflict, ErrorCode } from '#contract/endpoint'
import type { SignInRefusal } from '#contract/session'
import { sentences } from '@/lib/sentences'

/*
 * A sentence for every documented refusal on the way in. A code that the contract gains does not compile until it has
 * one here.
 */

/** What may be said to any step that ends in a session. */
const admission = {
  CREDENTIALS_REFUSED:
    'This sign-in is not open any more. Ask whoever let you in; at a company, somebody who manages people.',
  LOCKED: 'Too many wrong passwords. This sign-in is locked for a while.',
  PASSWORD_TOKEN_EXPIRED: 'That took too long. Try once more.',
  IDENTITY_CHOICE: 'Choose for whom you are here.',
  PASSWORD_EXPIRED: 'Your password has expired. Sign in with it, and you will be asked for a new one.',
} as const satisfies Record<SignInRefusal, string>

const over = { ENTRY_OVER: 'This sign-in has run out. Begin again.' } as const

export const chooseSentences = sentences('entry.choose', {
  ...admission,
  ...over,
  IDENTITY_NOT_OFFERED: 'You do not act for them any more. Choose somebody else.',
} as const satisfies Record<Conflict<typeof entryChoose>, string>)

export const phoneSentences = sentences('entry.phone', {
  ...admission,
  CHANNEL_NOT_REGISTERED: 'No phone is linked to this address. Check the address, or sign in with your password.',
  CHANNEL_NOT_SUPPORTED: 'Signing in by phone is not switched on here. Use your password.',
} as const satisfies Record<Conflict<typeof entryPhone>, string>)

export const finishSentences = sentences('entry.finish', {
  ...admission,
  ...over,
  NOT_APPROVED: 'Your phone has not approved this sign-in.',
} as const satisfies Record<Conflict<typeof entryFinish>, string>)

const newPassword = {
  PASSWORD_ALREADY_USED: 'You have used this password before. Choose one that is new.',
  PASSWORD_TOO_SHORT: 'This password is too short: it takes at least eight characters.',
  PASSWORD_TOO_LONG: 'This password is too long: at most thirty characters are taken.',
  PASSWORD_TOO_SIMPLE:
    'This password is too simple. Use small and capital letters, a digit and a special character, and nothing easy to guess.',
  TOKEN_EXPIRED: 'That took too long, so the protected field forgot what you typed. Type it again.',
  TOKEN_NOT_FOUND: 'The protected field forgot what you typed. Type it again.',
} as const

export const passwordSentences = sentences('entry.password', {
  ...admission,
  ...over,
  ...newPassword,
  PASSWORD_INCORRECT: 'This is not the password that has expired. Type it again.',
} as const satisfies Record<ErrorCode<typeof entryPasswordChange>, string>)

export const recoverSentences = sentences('entry.recover', {
  ...admission,
  ...newPassword,
  INVALID_NONCE_OR_EMAIL:
    'This code does not go with this address, is more than five minutes old, or was mistyped too often. Check both, or send a new code.',
  PASSWORD_INCORRECT: 'This password was not taken. Choose another one.',
  PASSWORD_NOT_SET:
    'There was never a password here. Finish your registration or accept your invitation, by the link in the e-mail.',
} as const satisfies Record<ErrorCode<typeof passwordRecover>, string>)
