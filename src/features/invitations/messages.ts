import type { invitationAccept } from '#contract/console/entry'
import type { Conflict } from '#contract/endpoint'
import type { userInviteValidate } from '#contract/user-invites'
import type { userKyc } from '#contract/users'
import { sentences } from '@/lib/sentences'

export const validateSentences = sentences('invitations.validate', {
  INVITE_OR_INVITE_CODE_INVALID: 'The code is not right, or the invitation was used before, or it is too old.',
} as const satisfies Record<Conflict<typeof userInviteValidate>, string>)

const haveOne = 'You have a password already. Sign in with it, or report it as lost there.'

export const acceptSentences = sentences('invitations.accept', {
  INVITE_OR_INVITE_CODE_INVALID:
    'Meanwhile the invitation was used, or has become too old. If you chose a password, sign in; otherwise ask for a new invitation.',
  UNRESOLVED_IDENTITY: 'This invitation belongs to nobody any more. Ask whoever invited you for a new one.',
  PASSWORD_ALREADY_USED: 'You have used this one before. Choose one that is none of your last five.',
  PASSWORD_PROFILE_NOT_CONFIGURED_FOR_CREDENTIAL_TYPE:
    'Passwords of this kind are not set up here. Tell your support; you cannot mend this yourself.',
  PASSWORD_TOO_SHORT: 'This is too short. Use at least 8 characters.',
  PASSWORD_TOO_LONG: 'This is too long. Use at most 30 characters.',
  PASSWORD_TOO_SIMPLE:
    'This is too easy to guess. Use capitals, small letters, digits and a special character like ! or ?',
  PASSWORD_KEY_ALREADY_IN_USE: haveOne,
  PASSWORD_ALREADY_CREATED: haveOne,
  TOKEN_EXPIRED: 'The password waited too long before it was sent. Type it again.',
  TOKEN_NOT_FOUND: 'The password waited too long before it was sent. Type it again.',
} as const satisfies Record<Conflict<typeof invitationAccept> | 'TOKEN_EXPIRED' | 'TOKEN_NOT_FOUND', string>)

export const kycSentences = sentences('invitations.kyc', {
  EMAIL_NOT_VERIFIED: 'Your e-mail address has to be confirmed first.',
  MOBILE_NOT_VERIFIED: 'Your mobile phone has to be registered first.',
  KYC_ALREADY_APPROVED: 'Your identity was confirmed before. There is nothing left for you to do.',
  KYC_PENDING_REVIEW: 'Your documents are being looked at. You need not wait here; nothing is left for you to do.',
  KYC_REJECTED: 'Your identity was checked and could not be confirmed. Your support can say why, and what can be done.',
  KYB_IDENTITY_NOT_APPROVED: 'Your company is not approved yet. Come back when it is; its check comes before yours.',
} as const satisfies Record<Conflict<typeof userKyc>, string>)
