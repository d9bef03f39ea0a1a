import fc from 'fast-check'
import { consoleOperations } from '../../../contract/console/registry'
import type { Endpoint } from '../../../contract/endpoint'
import { valuesOf } from '../../../test/contract/arbitrary'
import { withheld } from '../recordable'

/** What must never be found anywhere behind the gateway. Long enough, or odd enough, to be nothing else. */
export const canaries = {
  password: 'Canary-Password-7f3!',
  token: 'canary-token-51c2e9',
  secret: 'canary-secret-0b8d41',
  code: '739154',
  // Card numbers by their check digit, one of them written as people write it.
  pan: '4539578763621486',
  panSpaced: '5425 2334 3010 9903',
  cvv: '937',
  pin: '8264',
} as const

/** Fields that no operation has: a careless page, or somebody who tries what sticks. */
const extra = {
  password: { value: canaries.password },
  passcode: canaries.password,
  token: canaries.token,
  secret: canaries.secret,
  verificationCode: canaries.code,
  cardNumber: canaries.pan,
  pan: canaries.panSpaced,
  cvv: canaries.cvv,
  pin: canaries.pin,
}

/** Bodies for an operation: a good one with secrets in its secret fields, and several that are wrong in their own way. */
export function bodiesOf(ep: Endpoint): unknown[] {
  // Rules for authorisations must fit together in ways that chance does not hit.
  if (!ep.body || ep.section === 'authorisations') return [extra, [extra], { rules: [extra], ...extra }]
  const [good] = fc.sample(valuesOf(ep.body, { complete: true }), { numRuns: 1, seed: 7 })
  const secret = mapLeaves(good, '', secretIn)
  return [
    secret,
    isConsole(ep) ? secret : mapLeaves(secret, '', cardIn),
    grow(secret),
    mapLeaves(good, '', () => ({ ...extra })),
    mapLeaves(good, '', (name, value) => (words.has(name) || isConsole(ep) ? value : canaries.password)),
    { ...extra, ...(typeof secret === 'object' && secret) },
    [extra],
  ]
}

/**
 * Where a person writes in words of their own, or the API takes any text. A password that somebody types as the name of an account cannot be told from a
 * name, so none is sent there; card numbers are, and must be found out.
 */
const words = new Set([
  ...['description', 'purpose', 'friendlyName', 'name', 'surname', 'accountDescriptor', 'secondaryReference'],
  ...['bankName', 'bankAddress', 'feeGroup', 'feeType', 'artworkReference', 'productReference', 'carrierType'],
  ...['allowedMerchantIds', 'blockedMerchantIds', 'allowedMerchantCategories', 'blockedMerchantCategories'],
])
/** What the console itself calls a role or a rule is kept as it was typed: it is a name, and read by everybody. */
const isConsole = (ep: Endpoint) => consoleOperations.includes(ep)

/** What the secret fields of an honest page hold. */
function secretIn(name: string, value: unknown): unknown {
  if (/code$/i.test(name) && withheld.has(name)) return canaries.code
  if (name === 'value' && typeof value === 'string') return canaries.password
  return withheld.has(name) && typeof value === 'string' && /token|nonce|assertion/i.test(name) ? canaries.token : value
}

/** A person who types a card number where words belong. */
const cardIn = (name: string, value: unknown): unknown =>
  words.has(name) && typeof value === 'string' ? `Card ${canaries.pan} and ${canaries.panSpaced}` : value

function mapLeaves(value: unknown, name: string, change: (name: string, value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, name, change))
  if (typeof value !== 'object' || value === null) return change(name, value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapLeaves(inner, key, change)]))
}

/** The same with fields too many at every level. */
function grow(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(grow)
  if (typeof value !== 'object' || value === null) return value
  return { ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, grow(inner)])), ...extra }
}

/** Canaries, and further secrets of this run, that are in a text: by name, never the text itself. */
export function found(text: string, more: Readonly<Record<string, string>> = {}): string[] {
  // Separators may have been added or taken away on the way.
  const digits = text.replaceAll(/(?<=\d)[ -](?=\d)/g, '')
  return Object.entries({ ...canaries, ...more })
    .filter(([name, value]) => {
      if (name === 'cvv' || name === 'pin') return new RegExp(`["'= ]${value}["'\\\\& ]`).test(text)
      const bare = value.replaceAll(' ', '')
      return /^\d+$/.test(bare) ? new RegExp(`(?<!\\d)${bare}(?!\\d)`).test(digits) : text.includes(value)
    })
    .map(([name]) => name)
}
