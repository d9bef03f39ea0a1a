const MAX_TEXT = 200
const MAX_ITEMS = 50
const MAX_DEPTH = 6
const MAX_SIZE = 4096

/** Stands where something secret or personal was given: that it was there is on record, not what it was. */
export const WITHHELD = '[not recorded]'
/** Stands where something was given that the field cannot hold. */
export const MALFORMED = '[malformed]'

const secret =
  /pass(word|code)|secret|token|\bpin\b|cvv|cvc|nonce|otp|authorization|cookie|(verification|invite|activation)_?code/i

/** True for names under which nothing is recorded, whoever gives it. */
export const isSecretName = (name: string): boolean => secret.test(name) || /^(pin|pan|code)$/i.test(name)

const run = /\d(?:[ -]?\d){12,18}/g

/** The text without card numbers in it (only their last four digits stay), cut to a length. */
export function clean(text: string): string {
  const masked = text.replace(run, (found) => {
    const digits = found.replaceAll(/\D/g, '')
    return isCardNumber(digits) ? `•••• ${digits.slice(-4)}` : found
  })
  return masked.length > MAX_TEXT ? `${masked.slice(0, MAX_TEXT)}…` : masked
}

/** Card numbers begin with 2 to 6 and have a check digit; ids of the API begin with 1. */
function isCardNumber(digits: string): boolean {
  if (!/^[2-6]/.test(digits)) return false
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const twice = digit * 2
    sum += at % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice
  }
  return sum % 10 === 0
}

/** Anything as JSON of bounded size without card numbers and without what has the name of a secret. */
export function bounded(given: unknown): string {
  const text = JSON.stringify(trim(given, 0)) ?? 'null'
  return text.length <= MAX_SIZE ? text : JSON.stringify({ tooLong: text.length })
}

function trim(given: unknown, depth: number): unknown {
  if (typeof given === 'string') return clean(given)
  if (typeof given !== 'object' || given === null) return typeof given === 'bigint' ? String(given) : given
  if (depth === MAX_DEPTH) return WITHHELD
  if (Array.isArray(given)) {
    const kept = given.slice(0, MAX_ITEMS).map((item) => trim(item, depth + 1))
    return given.length > MAX_ITEMS ? [...kept, `… ${given.length - MAX_ITEMS}`] : kept
  }
  const entries = Object.entries(given).slice(0, MAX_ITEMS)
  return Object.fromEntries(
    entries.map(([name, value]) => [name.slice(0, 60), isSecretName(name) ? WITHHELD : trim(value, depth + 1)]),
  )
}
