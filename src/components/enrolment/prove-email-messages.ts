import type { consumerRootUserEmailVerificationCodeSend, consumerRootUserEmailVerify } from '#contract/consumers'
import type { corporateRootUserEmailVerificationCodeSend, corporateRootUserEmailVerify } from '#contract/corporates'
import type { Conflict } from '#contract/endpoint'
import type { authorisedUserEmailVerificationCodeSend, authorisedUserEmailVerify } from '#contract/user-invites'
import type { Failure } from '@/lib/failure'
import { sentences } from '@/lib/sentences'
import type { Verdict } from './one-time-code'

type Code =
  | Conflict<typeof corporateRootUserEmailVerificationCodeSend>
  | Conflict<typeof corporateRootUserEmailVerify>
  | Conflict<typeof consumerRootUserEmailVerificationCodeSend>
  | Conflict<typeof consumerRootUserEmailVerify>
  | Conflict<typeof authorisedUserEmailVerificationCodeSend>
  | Conflict<typeof authorisedUserEmailVerify>

/** A sentence for every documented refusal, and for what the page itself sees; a new one does not compile without. */
export const proveEmailSentences = sentences('prove-email.refused', {
  VERIFICATION_CODE_INVALID:
    'That code is not right, or it was sent more than an hour ago. Take the one from the latest e-mail, or send a new one.',
  VERIFICATION_CODE_EXPIRED: 'The code was sent more than an hour ago and is no longer good. Send a new one.',
  EMAIL_NOT_FOUND: 'Nobody is registered here with this address. Check it, or register.',
  EMAIL_NOT_UNIQUE: 'Somebody else has confirmed this address meanwhile. Use another address.',
  ALREADY_VERIFIED: 'This address is confirmed already.',
} as const satisfies Record<Code | 'VERIFICATION_CODE_EXPIRED', string>)

/** What a refusal means for the code. Wrong codes are not counted. */
export function judgeEmail({ code }: Pick<Failure, 'code'>, during: 'send' | 'check'): Verdict {
  switch (code as Code) {
    case 'ALREADY_VERIFIED':
      return 'done'
    case 'VERIFICATION_CODE_INVALID':
      return 'again'
    case 'EMAIL_NOT_FOUND':
    case 'EMAIL_NOT_UNIQUE':
      return 'spent'
    default:
      return during === 'send' ? 'spent' : 'again'
  }
}
