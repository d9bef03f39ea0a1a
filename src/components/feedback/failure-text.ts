import { SecureFailure } from '@/components/secure/secure-failure'
import { type Failure, readFailure } from '@/lib/failure'
import { formatMoney } from '@/lib/money'
import { catalogue } from '@/lib/text'
import { statusText } from './failure-status'

const t = catalogue('failure-limits', {
  overLimit: 'This is more than you may pay. Ask somebody who may pay more.',
  overPayment: 'You may pay at most {allowed} at once. Ask somebody who may pay more.',
  overDay:
    'You may pay at most {allowed} a day, and {spent} of it is used today. Pay less, wait for tomorrow, or ask somebody who may pay more.',
})

/** A feature's own sentences, by error code. */
export type Sentences = Readonly<Record<string, string>>

type Context = {
  sentences?: Sentences
  /** The call would have changed something, so that no clear answer means "perhaps". */
  write?: boolean
}

/** One sentence for a failed call: the feature's where it has one, otherwise what the status means. */
export const failureText = (error: unknown, { sentences = {}, write = false }: Context = {}): string => {
  // Nothing was sent then, and it knows best.
  if (error instanceof SecureFailure) return error.sentence
  const failure = readFailure(error)
  return sentences[failure.code] ?? limitText(failure) ?? statusText(failure, { write })
}

/** The same for whatever pays: which limit of the person's role it was. */
const limitText = ({ code, limit }: Failure): string | undefined => {
  if (code !== 'LIMIT_EXCEEDED') return undefined
  if (!limit) return t('overLimit')
  const { currency, allowed, spent } = limit
  const most = formatMoney({ currency, amount: allowed })
  if (limit.kind === 'perPayment') return t('overPayment', { allowed: most })
  return t('overDay', { allowed: most, spent: formatMoney({ currency, amount: spent }) })
}
