import type { enrolDeviceUsingPush, unlinkDeviceUsingPush } from '#contract/authentication-factors'
import type { Conflict } from '#contract/endpoint'
import { sentences } from '@/lib/sentences'

/** A sentence for every documented refusal; a new one in the contract does not compile until it has one here. */
export const linkSentences = sentences('authentication-factors.link', {
  CHANNEL_NOT_SUPPORTED: 'Authenticator apps are not switched on here. Codes by text message do the same.',
  CHANNEL_NOT_READY:
    'The app on your phone is not ready. Open it, finish setting it up with your number, and try again.',
  CHANNEL_ALREADY_REGISTERED: 'An app is linked already. Unlink it first, if it should be another one.',
  MOBILE_NUMBER_NOT_AVAILABLE: 'There is no number of yours to find the app by. Register your phone for codes first.',
  CHALLENGE_LIMIT_EXCEEDED:
    'Your phone was asked too often in this session. Sign out and in again, and look at the app before you ask once more.',
  PASSCODE_NOT_SET: 'A passcode is wanted before an app can be linked. Set one in the phone app, then try again.',
  ENROLMENT_LIMIT_EXCEEDED:
    'Your phone was asked too often today. Try again tomorrow; until then codes come by text message.',
  MOBILE_COUNTRY_NOT_SUPPORTED:
    'Apps cannot be linked to numbers of your country. Codes by text message may still work.',
  TYPE_DOES_NOT_SUPPORT_ENROLMENT: 'An app cannot be linked to this kind of sign-in. Ask support for help.',
} as const satisfies Record<Conflict<typeof enrolDeviceUsingPush>, string>)

export const unlinkSentences = sentences('authentication-factors.unlink', {
  CHANNEL_NOT_REGISTERED: 'It is not linked any more. Close this question: the page shows how it stands.',
  CREDENTIALS_INACTIVE: 'Your sign-in has been switched off. Ask whoever manages people here, or support.',
} as const satisfies Record<Conflict<typeof unlinkDeviceUsingPush>, string>)
