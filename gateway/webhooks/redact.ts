/** Names of values that open something, or stand for a card: none is kept, whatever message they come in. */
const secret = /token$|password|passcode|secret|^(pin|pan|cvv|cvc|otp)$|^cardnumber$|verificationcode/i

/** Stands where a secret was. */
export const REMOVED = '[removed]'

/** The same document without secrets. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, secret.test(name) ? REMOVED : redact(inner)]),
  )
}
