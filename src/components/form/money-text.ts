import { exponentOf, type MoneyRefusal, majorText } from '@/lib/money'
import { catalogue } from '@/lib/text'

const t = catalogue('money', {
  EMPTY: 'Enter an amount.',
  NOT_A_NUMBER: 'This is not an amount. Write it as {example}.',
  EXPONENT: 'Write the amount in full, without an exponent.',
  HEX: 'Write the amount in decimal figures, as in {example}.',
  NEGATIVE: 'The amount must not be negative.',
  THOUSANDS: 'Leave out the marks between thousands, as in {example}.',
  TOO_MANY_DECIMALS:
    '{decimals, plural, =0 {{currency} has no decimals.} one {{currency} has at most # decimal.} other {{currency} has at most # decimals.}}',
  TOO_LARGE: 'This is more than can be handled.',
})

/** Why a typed amount was refused, for a form's schema as well as for the field itself. */
export const moneyRefusalText = (reason: MoneyRefusal, currency: string): string => {
  const decimals = exponentOf(currency)
  const example = majorText({ currency, amount: 125 * 10 ** (decimals + 1) })
  switch (reason) {
    case 'NOT_A_NUMBER':
    case 'HEX':
    case 'THOUSANDS':
      return t(reason, { example })
    case 'TOO_MANY_DECIMALS':
      return t(reason, { currency, decimals })
    case 'EMPTY':
    case 'EXPONENT':
    case 'NEGATIVE':
    case 'TOO_LARGE':
      return t(reason)
    default:
      return reason satisfies never
  }
}
