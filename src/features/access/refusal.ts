import type { SignInRefusal } from '#contract/session'
import { ApiError } from '@/api/client/api-error'
import { t } from './text'

/** A sentence for every documented refusal; a new one does not compile until it has one here. */
const sentences: Record<SignInRefusal, () => string> = {
  CREDENTIALS_REFUSED: () => t('refused.CREDENTIALS_REFUSED'),
  PASSWORD_EXPIRED: () => t('refused.PASSWORD_EXPIRED'),
  LOCKED: () => t('refused.LOCKED'),
  IDENTITY_CHOICE: () => t('refused.IDENTITY_CHOICE'),
  PASSWORD_TOKEN_EXPIRED: () => t('refused.PASSWORD_TOKEN_EXPIRED'),
}

const known = (code: string): code is SignInRefusal => Object.hasOwn(sentences, code)

/** Why nobody was signed in, in words, with the reference under which support finds the request. */
export function refusalSentence(error: unknown): string {
  if (!(error instanceof ApiError)) return t('refused.tokenise')
  const sentence = sentenceOf(error)
  const expected = known(error.code) || error.requestRef === undefined
  return expected ? sentence : `${sentence} ${t('reference', { reference: error.requestRef ?? '' })}`
}

function sentenceOf({ code, status, retryAfter }: ApiError): string {
  if (known(code)) return sentences[code]()
  if (status === 0) return t('refused.network')
  if (status === 400) return t('email.malformed')
  if (status === 429) return retryAfter ? t('refused.tooManyFor', { seconds: retryAfter }) : t('refused.tooMany')
  return t('refused.other', { code })
}
