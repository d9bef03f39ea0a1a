import * as access from './access'
import * as authenticationFactors from './authentication-factors'
import * as beneficiaries from './beneficiaries'
import * as bulks from './bulks'
import * as cardAuthorisationForwarding from './card-authorisation-forwarding'
import * as cardBulks from './card-bulks'
import * as cardPayment from './card-payment'
import * as cardPayments from './card-payments'
import * as confirmationChallenges from './confirmation-challenges'
import * as consumers from './consumers'
import * as corporates from './corporates'
import * as correspondentBankTransfers from './correspondent-bank-transfers'
import type { Endpoint } from './endpoint'
import * as fees from './fees'
import * as incomingWireTransfers from './incoming-wire-transfers'
import * as instrumentTransactions from './instrument-transactions'
import * as linkedAccounts from './linked-accounts'
import * as managedAccounts from './managed-accounts'
import * as managedCard from './managed-card'
import * as managedCards from './managed-cards'
import * as managedCardsPhysical from './managed-cards-physical'
import * as outgoingWireTransfers from './outgoing-wire-transfers'
import * as passwords from './passwords'
import * as roles from './roles'
import * as sends from './sends'
import * as spendRules from './spend-rules'
import * as stepUpChallenges from './step-up-challenges'
import * as transfers from './transfers'
import * as userInvites from './user-invites'
import * as users from './users'
import * as wireTransfers from './wire-transfers'

/** Every resource file; what is exported from one is on the API. The browser imports resources singly, never this. */
export const resources: readonly Readonly<Record<string, unknown>>[] = [
  access,
  passwords,
  authenticationFactors,
  stepUpChallenges,
  confirmationChallenges,
  corporates,
  consumers,
  users,
  userInvites,
  roles,
  beneficiaries,
  managedAccounts,
  managedCard,
  managedCards,
  managedCardsPhysical,
  spendRules,
  cardAuthorisationForwarding,
  cardPayment,
  cardPayments,
  instrumentTransactions,
  linkedAccounts,
  transfers,
  sends,
  outgoingWireTransfers,
  wireTransfers,
  incomingWireTransfers,
  correspondentBankTransfers,
  fees,
  bulks,
  cardBulks,
]

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'id' in value && 'path' in value && 'responses' in value

const all: readonly Endpoint[] = resources.flatMap((resource) => Object.values(resource).filter(isEndpoint))

/** What a client may call, resource by resource. */
export const operations: readonly Endpoint[] = all.filter((ep) => ep.auth !== 'webhooks-key')

/** What Weavr calls at the platform's address to have a payment decided; nobody calls them at Weavr. */
export const inbound: readonly Endpoint[] = all.filter((ep) => ep.auth === 'webhooks-key')

type Match = { ep: Endpoint; params: Record<string, string> }

/**
 * Makes the function that finds the operation a request names, with its path parameters decoded. Its `path` is relative
 * to `/multi`, as it stands in the URL. A static segment wins over a parameter.
 */
export function createMatcher(among: readonly Endpoint[]): (method: string, path: string) => Match | undefined {
  const routes = among
    .map((ep) => ({ ep, parts: ep.path.split('/').slice(1) }))
    .sort((a, b) => rank(a.parts).localeCompare(rank(b.parts)))
  return (method, path) => {
    const given = path.split('/').slice(1)
    for (const { ep, parts } of routes) {
      if (ep.method !== method || parts.length !== given.length) continue
      const params = readParams(parts, given)
      if (params) return { ep, params }
    }
    return undefined
  }
}

/** The operation of the Multi API that a request names. */
export const matchOperation = createMatcher(operations)

/** Sorts a static segment before a parameter at the first place where two templates differ. */
function rank(parts: readonly string[]): string {
  return parts.map((part) => (part.startsWith('{') ? '1' : '0')).join('')
}

function readParams(parts: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const text = given[index] ?? ''
    if (!part.startsWith('{')) {
      if (part !== text) return undefined
      continue
    }
    const value = decoded(text)
    if (!value) return undefined
    params[part.slice(1, -1)] = value
  }
  return params
}

/** Undefined where the escapes are malformed. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
