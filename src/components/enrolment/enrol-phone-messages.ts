import type { enrolDeviceUsingOtpStepOne, enrolDeviceUsingOtpStepTwo } from '#contract/authentication-factors'
import type { Conflict } from '#contract/endpoint'
import type { Failure } from '@/lib/failure'
import { sentences } from '@/lib/sentences'
import type { Verdict } from './one-time-code'

type Code = Conflict<typeof enrolDeviceUsingOtpStepOne> | Conflict<typeof enrolDeviceUsingOtpStepTwo>

/** A sentence for every documented refusal; a new one in the contract does not compile until it has one here. */
export const enrolPhoneSentences = sentences('enrol-phone.refused', {
  CHANNEL_NOT_SUPPORTED:
    'Codes by text message are not switched on here, so no phone can be registered. Ask support to switch them on.',
  CHANNEL_ALREADY_REGISTERED: 'This phone is registered already.',
  MOBILE_NUMBER_NOT_AVAILABLE: 'There is no number to send a code to, or it cannot be used here. Give another number.',
  MOBILE_NUMBER_INVALID: 'No text message reaches this number. Check it, and change it if it is wrong.',
  MOBILE_COUNTRY_NOT_SUPPORTED: 'No codes can be sent to numbers of this country. Give a number of another country.',
  CREDENTIALS_INACTIVE: 'Your sign-in has been switched off. Ask whoever manages people here, or support.',
  TYPE_DOES_NOT_SUPPORT_ENROLMENT: 'A phone cannot be registered for this kind of sign-in. Ask support for help.',
  VERIFICATION_CODE_EXPIRED: 'That code is more than five minutes old. Send a new one.',
  VERIFICATION_CODE_INVALID: 'That code is not right. Check the latest message and enter it again.',
  ONE_CHALLENGE_LIMIT_REMAINING: 'That code is not right either. One try is left for this code.',
  CHALLENGE_LIMIT_EXCEEDED: 'Too many wrong codes: this one is no longer accepted. Send a new one.',
  STATE_INVALID: 'The code that was sent can no longer be used. Send a new one.',
} as const satisfies Record<Code, string>)

/** What a refusal means for the code. Nothing is final here: the number can be changed, and another code sent. */
export function judgeEnrolment({ code }: Pick<Failure, 'code'>, during: 'send' | 'check'): Verdict {
  switch (code as Code) {
    case 'CHANNEL_ALREADY_REGISTERED':
      return 'done'
    case 'VERIFICATION_CODE_INVALID':
    case 'ONE_CHALLENGE_LIMIT_REMAINING':
      return 'again'
    case 'CHANNEL_NOT_SUPPORTED':
    case 'MOBILE_NUMBER_NOT_AVAILABLE':
    case 'MOBILE_NUMBER_INVALID':
    case 'MOBILE_COUNTRY_NOT_SUPPORTED':
    case 'CREDENTIALS_INACTIVE':
    case 'TYPE_DOES_NOT_SUPPORT_ENROLMENT':
    case 'VERIFICATION_CODE_EXPIRED':
    case 'CHALLENGE_LIMIT_EXCEEDED':
    case 'STATE_INVALID':
      return 'spent'
    default:
      // Not about the code: a session that ended, too many requests, a service that stumbled.
      return during === 'send' ? 'spent' : 'again'
  }
}
