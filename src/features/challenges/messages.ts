import type { ErrorCode } from '#contract/endpoint'
import type { stepupSCAChallenge, stepupSCAChallengePush, stepupSCAVerify } from '#contract/step-up-challenges'
import { readFailure } from '@/lib/failure'
import { t } from './text'

type Documented = ErrorCode<typeof stepupSCAChallenge | typeof stepupSCAVerify | typeof stepupSCAChallengePush>

/** A sentence for every documented code; a new one in the contract does not compile until it has one here. */
const sentences: Record<Documented | 'NO_MORE_CODES' | 'NETWORK' | 'SIGN_IN_CANCELLED', () => string> = {
  VERIFICATION_CODE_INVALID: () => t('error.VERIFICATION_CODE_INVALID'),
  VERIFICATION_CODE_EXPIRED: () => t('error.VERIFICATION_CODE_EXPIRED'),
  ONE_CHALLENGE_LIMIT_REMAINING: () => t('error.ONE_CHALLENGE_LIMIT_REMAINING'),
  CHALLENGE_LIMIT_EXCEEDED: () => t('error.CHALLENGE_LIMIT_EXCEEDED'),
  STATE_INVALID: () => t('error.STATE_INVALID'),
  CHANNEL_NOT_SUPPORTED: () => t('error.CHANNEL_NOT_SUPPORTED'),
  CHANNEL_NOT_REGISTERED: () => t('error.CHANNEL_NOT_REGISTERED'),
  MOBILE_NUMBER_INVALID: () => t('error.MOBILE_NUMBER_INVALID'),
  MOBILE_COUNTRY_NOT_SUPPORTED: () => t('error.MOBILE_COUNTRY_NOT_SUPPORTED'),
  RETRY_IN_15SEC: () => t('error.RETRY_IN_15SEC'),
  ALREADY_VERIFIED: () => t('error.ALREADY_VERIFIED'),
  INSUFFICIENT_PERMISSIONS: () => t('error.INSUFFICIENT_PERMISSIONS'),
  NO_MORE_CODES: () => t('error.NO_MORE_CODES'),
  NETWORK: () => t('error.NETWORK'),
  SIGN_IN_CANCELLED: () => t('error.SIGN_IN_CANCELLED'),
}

const known = (code: string): code is keyof typeof sentences => Object.hasOwn(sentences, code)

/** What a refusal means for whoever wants to prove that it is them. */
export function stepUpSentence(cause: unknown): string {
  const error = readFailure(cause)
  if (known(error.code)) return sentences[error.code]()
  const sentence = t('error.other', { code: error.code })
  return error.requestRef ? `${sentence} ${t('error.reference', { reference: error.requestRef })}` : sentence
}
