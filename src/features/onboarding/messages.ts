import type { entryPassword, registrationResume } from '#contract/console/entry'
import type { consumerKycStart, consumerUpdate } from '#contract/consumers'
import type { corporateKybStart, corporateUpdate } from '#contract/corporates'
import type { Conflict, ErrorCode } from '#contract/endpoint'
import { sentences } from '@/lib/sentences'

/** A sentence for every documented refusal; what concerns the password itself is said at its field. */
export const passwordStepSentences = sentences('onboarding.password', {
  ENTRY_OVER: 'This registration does not wait in this browser any more.',
  TOKEN_EXPIRED: 'The protected fields stood here for too long. Type the password once more.',
  TOKEN_NOT_FOUND: 'The protected fields stood here for too long. Type the password once more.',
  INSUFFICIENT_PERMISSIONS: 'The password cannot be set from here. Register again, or ask support for help.',
} as const satisfies Record<
  Exclude<
    ErrorCode<typeof entryPassword> | Conflict<typeof entryPassword> | 'INSUFFICIENT_PERMISSIONS',
    `PASSWORD_${string}` | 'UNRESOLVED_IDENTITY'
  >,
  string
>)

/** Why the screens of a check could not be opened. Most of it means that the check has moved on elsewhere. */
export const checkStartSentences = sentences('onboarding.check', {
  KYB_ALREADY_APPROVED: 'The company is verified already. There is nothing left to do.',
  KYB_PERMANENTLY_REJECTED: 'The company was not accepted, and that is final.',
  KYB_PENDING_REVIEW: 'The verification has been submitted already and is being looked at.',
  KYC_ALREADY_APPROVED: 'You are verified already. There is nothing left to do.',
  KYC_REJECTED: 'You were not accepted as a customer, and that is final.',
  KYC_PENDING_REVIEW: 'The verification has been submitted already and is being looked at.',
  EMAIL_UNVERIFIED: 'Confirm the e-mail address first.',
  MANAGED_ONBOARDING_PENDING: 'The people of the financial institution do this verification themselves.',
} as const satisfies Record<Conflict<typeof corporateKybStart> | Conflict<typeof consumerKycStart>, string>)

/** Why an address or a number could not be changed. */
export const changeSentences = sentences('onboarding.change', {
  EMAIL_NOT_UNIQUE: 'Somebody is registered with this address already. Use another one, or sign in with it.',
  EMAIL_DOMAIN_NOT_ALLOWED: 'Addresses of this provider are not taken here. Use one of another provider.',
  TOO_FREQUENT_EMAIL_CHANGES: 'The address can be changed once a day. Confirm the present one, or change it tomorrow.',
  MOBILE_OR_COUNTRY_CODE_INVALID: 'This is no number that can exist. Check the country and the digits.',
  MOBILE_NO_CHANGE_LIMIT_EXCEEDED: 'The number has been changed too often. Ask support to change it for you.',
  MOBILE_CHANGE_NOT_ALLOWED:
    'The number cannot be changed while an app on your phone confirms for you. Unlink the app first.',
  ROOT_USER_ALREADY_VERIFIED: 'This cannot be changed any more, since you have been verified with it. Ask support.',
  CONSUMER_VERIFIED: 'This cannot be changed any more, since you have been verified with it. Ask support.',
  COUNTRY_INVALID: 'This country is not known. Choose another one.',
  COUNTRY_UNSUPPORTED: 'We do not take customers of this country.',
  FEE_GROUP_INVALID: 'The price plan of this account is not known any more. Ask support.',
  UNSUPPORTED_CURRENCY: 'The currency of this account is not offered any more. Ask support.',
  TERMINATION_DATE_IN_PAST: 'This account has been closed.',
} as const satisfies Record<Conflict<typeof corporateUpdate> | Conflict<typeof consumerUpdate>, string>)

/** Why a code from a link was refused. */
export const resumeSentences = sentences('onboarding.resume', {
  VERIFICATION_CODE_INVALID:
    'The code is not right, or more than an hour old, or has been used already. Check address and code, or send a new one.',
  EMAIL_NOT_UNIQUE: 'Somebody else has confirmed this address meanwhile. Register with another one.',
} as const satisfies Record<Conflict<typeof registrationResume>, string>)
