import type { SignInRefusal } from '#contract/session'
import { ApiError } from '@/api/client/api-error'
import { SecureFailure } from '@/components/secure/secure-failure'
import { t } from './refusal-text'

/** Why nobody was signed in: a sentence, and when it is worth another try where that is known (epoch ms, our clock). */
export type Refused = { text: string; opensAt?: number | undefined }

/** A sentence for every documented refusal that is not another step; a new one does not compile until it has one here. */
const sentences: Record<Exclude<SignInRefusal, 'IDENTITY_CHOICE' | 'PASSWORD_EXPIRED'>, () => string> = {
  CREDENTIALS_REFUSED: () => t('refused.CREDENTIALS_REFUSED'),
  LOCKED: () => t('refused.LOCKED'),
  PASSWORD_TOKEN_EXPIRED: () => t('refused.PASSWORD_TOKEN_EXPIRED'),
}

const known = (code: string): code is keyof typeof sentences => Object.hasOwn(sentences, code)

/** Why nobody was signed in, in words, with the reference under which support finds the request. */
export function refusalOf(error: unknown, now = Date.now()): Refused {
  if (error instanceof SecureFailure) return { text: error.sentence }
  if (!(error instanceof ApiError)) return { text: t('refused.tokenise') }
  const { code, status, requestRef, retryAfter } = error
  if (status === 423 && retryAfter) {
    const opensAt = now + retryAfter * 1000
    return { text: t('refused.lockedUntil', { time: wallClock(opensAt) }), opensAt }
  }
  const sentence = status === 423 ? t('refused.LOCKED') : sentenceOf(error)
  const expected = known(code) || status === 423 || requestRef === undefined
  return { text: expected ? sentence : `${sentence} ${t('reference', { reference: requestRef ?? '' })}` }
}

/** `14:32` on the person's wall. */
export const wallClock = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

function sentenceOf({ code, status, retryAfter }: ApiError): string {
  if (known(code)) return sentences[code]()
  if (status === 0) return t('refused.network')
  if (status === 400) return t('malformed')
  if (status === 429) return retryAfter ? t('refused.tooManyFor', { seconds: retryAfter }) : t('refused.tooMany')
  return t('refused.other', { code })
}
