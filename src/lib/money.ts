import type { CurrencyAmount } from '#contract/common'

/**
 * Money is an integer in the currency's smallest unit. Nothing here goes through a floating-point number: amounts
 * become decimal text by moving digits, and text becomes an amount the same way.
 */

/** ISO 4217 currencies whose smallest unit is not a hundredth. */
const exponents: Readonly<Record<string, number>> = {
  ...exponent(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...exponent(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...exponent(4, 'CLF UYW'),
}

function exponent(digits: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(' ').map((currency) => [currency, digits]))
}

/** How many decimals the currency has. */
export const exponentOf = (currency: string): number => exponents[currency] ?? 2

/** The amount in major units as plain decimal text (`1234.50`), exact at any size. */
export const majorText = ({ currency, amount }: CurrencyAmount): string => {
  const decimals = exponentOf(currency)
  const digits = BigInt(Math.abs(amount))
    .toString()
    .padStart(decimals + 1, '0')
  const sign = amount < 0 ? '-' : ''
  const whole = digits.slice(0, digits.length - decimals)
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}

const formatters = new Map<string, Intl.NumberFormat>()

const formatter = (currency: string, signed: boolean): Intl.NumberFormat => {
  const key = `${currency}${signed}`
  const known = formatters.get(key)
  if (known) return known
  const digits = exponentOf(currency)
  const made = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'auto',
  })
  formatters.set(key, made)
  return made
}

/** The pieces of a printed amount, so that a table can align figures and set the currency apart. */
export const moneyParts = (value: CurrencyAmount, { signed = false } = {}): { currency: string; figure: string } => {
  // A decimal string keeps every digit; the library's types know the form only as a template literal.
  const parts = formatter(value.currency, signed).formatToParts(majorText(value) as `${number}`)
  const figure = parts.filter((part) => part.type !== 'currency' && part.type !== 'literal')
  return { currency: value.currency, figure: figure.map((part) => part.value.replace('-', '\u2212')).join('') }
}

/** `EUR 1,234.50`; `signed` writes the plus of an incoming amount as well. */
export const formatMoney = (value: CurrencyAmount, options: { signed?: boolean } = {}): string => {
  const { currency, figure } = moneyParts(value, options)
  return `${currency}\u00a0${figure}`
}

export type MoneyRefusal =
  | 'EMPTY'
  | 'NOT_A_NUMBER'
  | 'EXPONENT'
  | 'HEX'
  | 'NEGATIVE'
  | 'THOUSANDS'
  | 'TOO_MANY_DECIMALS'
  | 'TOO_LARGE'

export type ParsedMoney = { ok: true; amount: number } | { ok: false; reason: MoneyRefusal }

const refuse = (reason: MoneyRefusal): ParsedMoney => ({ ok: false, reason })

/**
 * Reads what a person or a file wrote as an amount in major units. Strict on purpose: whatever could be meant in two
 * ways is refused with its own reason, because a payment ten times too large cannot be taken back.
 */
export const parseMoney = (
  text: string,
  currency: string,
  { decimalMark = '.' }: { decimalMark?: '.' | ',' } = {},
): ParsedMoney => {
  const typed = text.trim()
  if (typed === '') return refuse('EMPTY')
  if (/^[+-]?0x[0-9a-f]+$/i.test(typed)) return refuse('HEX')
  if (/^[+-]?[\d.,]+e[+-]?\d+$/i.test(typed)) return refuse('EXPONENT')
  if (/^[-\u2212(]\s*[\d.,\s'\u2019]+\)?$/.test(typed)) return refuse('NEGATIVE')
  const groupMark = decimalMark === '.' ? ',' : '.'
  if (/^\d[\d.,\s'\u2019]*$/.test(typed) && (typed.includes(groupMark) || /[\s'\u2019]/.test(typed))) {
    return refuse('THOUSANDS')
  }
  const [whole = '', fraction = '', ...more] = typed.split(decimalMark)
  if (!/^\d+$/.test(whole) || more.length > 0 || !/^\d*$/.test(fraction)) return refuse('NOT_A_NUMBER')
  if (typed.endsWith(decimalMark)) return refuse('NOT_A_NUMBER')
  const decimals = exponentOf(currency)
  if (fraction.length > decimals) return refuse('TOO_MANY_DECIMALS')
  const amount = Number(whole + fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(amount) ? { ok: true, amount } : refuse('TOO_LARGE')
}
