import type * as z from 'zod'
import type { Endpoint } from '../../contract/endpoint'
import { programme } from '../domain/programme'
import type { Kind, Known } from './known-ids'
import { put, read } from './malformed'
import { germanIban } from './trust'

/** Who calls, and what there is to be named. */
export type Acquaintance = {
  known: Known
  identityId: string
  now: number
  emails: readonly string[]
  /** Tokens as the secure fields hand them out. */
  secrets: readonly string[]
  chance: () => number
}

const { profiles } = programme
const ofSegment: Record<string, Kind> = {
  managed_accounts: 'accounts',
  managed_cards: 'cards',
  users: 'users',
  transfers: 'transfers',
  sends: 'sends',
  outgoing_wire_transfers: 'wires',
  incoming_wire_transfers: 'incoming',
  correspondent_bank_transfers: 'correspondents',
  bulks: 'bulks',
  beneficiaries: 'beneficiaries',
  batch: 'batches',
  linked_accounts: 'linked',
  linked_account_declaration: 'linked',
  card_payments: 'payments',
}
const ofName: Record<string, Kind> = {
  parentManagedAccountId: 'accounts',
  userId: 'users',
  user_id: 'users',
  _user_id_: 'users',
  _id_: 'cards',
  cardId: 'cards',
  managedCardId: 'cards',
  beneficiaryId: 'beneficiaries',
  bulk_id: 'bulks',
  scaChallengeId: 'challenges',
  instrumentId: 'instruments',
  transactionId: 'transfers',
  relatedPaymentId: 'payments',
}
const ofSection: Record<string, readonly string[]> = {
  'managed-accounts': [profiles.managedAccounts],
  'managed-cards': [profiles.prepaidCards, profiles.debitCards],
  'linked-accounts': [profiles.linkedAccounts],
  transfers: [profiles.transfers],
  sends: [profiles.sends, profiles.sends, profiles.sendsWithFees],
  'outgoing-wire-transfers': [profiles.outgoingWires],
  'correspondent-bank-transfers': [profiles.correspondentTransfers],
  corporates: [profiles.corporate],
  consumers: [profiles.consumer],
}

type Place = { name: string; parent: unknown; chance: () => number }

/**
 * A value of `schema` most of whose names are known: what its form does not take is left as it was.
 */
export function acquaint(ep: Endpoint, schema: z.ZodType, plain: unknown, about: Acquaintance): unknown {
  let value = acquainted(ep, plain, about)
  for (let tries = 0; tries < 5; tries++) {
    const { error } = schema.safeParse(value)
    if (!error) return value
    for (const { path } of error.issues) {
      const at = path.map((key) => (typeof key === 'symbol' ? String(key) : key))
      value = put(value, at, at.reduce(read, plain))
    }
  }
  return plain
}

/** The same value, but most of what it names exists: ids, people, currencies, secrets, and amounts that can be paid. */
function acquainted(ep: Endpoint, value: unknown, about: Acquaintance, place?: Place): unknown {
  const at = place ?? { name: '', parent: undefined, chance: about.chance }
  if (Array.isArray(value)) return value.map((item) => acquainted(ep, item, about, at))
  if (value && typeof value === 'object') {
    const fields = Object.entries(value).map(([name, inner]) => {
      const known = acquainted(ep, inner, about, { name, parent: value, chance: at.chance })
      return [name, known] as const
    })
    return Object.fromEntries(fields.filter(([, field]) => field !== undefined))
  }
  return scalar(ep, value, about, at)
}

const CURRENCIES = ['EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'GBP', 'USD']
const AMOUNTS = [1, 100, 100, 500, 500, 2500, 2999, 3000, 5000, 10_000, 20_000, 0, -1, 99_999_999]

function scalar(ep: Endpoint, value: unknown, about: Acquaintance, { name, parent, chance }: Place): unknown {
  const one = <T>(items: readonly T[]): T | undefined => items[Math.floor(chance() * items.length)]
  const mostly = (item: unknown, share = 0.85) => (chance() < share ? item : value)
  if (/(^id|_id_?|Ids?)$/.test(name) && name !== 'profileId')
    return pick(kindOf(ep, name, parent), about, ep.section === 'sends' ? 0.4 : 0.1) ?? value
  if (/country$|^nationality$/i.test(name)) return mostly(one(['DE', 'GB', 'MT', 'IE']))
  switch (name) {
    case 'profileId':
      return mostly(one(ofSection[ep.section] ?? bulkProfiles(ep)))
    case 'currency':
    case 'baseCurrency':
      return mostly(one(CURRENCIES), 0.95)
    case 'amount':
      return mostly(one(AMOUNTS), 0.95)
    case 'email':
    case 'emailAddress':
      return chance() < 0.6 ? one(about.emails) : `new-${Math.floor(chance() * 1e9)}@example.test`
    case 'verificationCode':
      return mostly(programme.otpCode)
    case 'scheduledTimestamp':
      return chance() < 0.6 ? undefined : String(about.now + Math.floor((chance() - 0.2) * 20_000))
    case 'iban':
      return mostly(germanIban(70 + Math.floor(chance() * 30)))
    case 'sortCode':
      return mostly('200000')
    case 'countryCode':
      return mostly(one(['+44', '+353', '+49']))
    case 'number':
      return mostly(`77009${String(Math.floor(chance() * 1e5)).padStart(5, '0')}`)
    case 'value':
      return mostly(one(about.secrets))
    case 'productReference':
      return mostly('classic')
    case 'carrierType':
      return mostly('letter')
    case 'feeType':
      return mostly(one(Object.keys(programme.fees)))
    case 'feeGroup':
      return mostly(one(programme.feeGroups))
    case 'digitalWalletArtworkReference':
      return mostly('default-artwork')
    case 'offset':
      return mostly(Math.floor(chance() * 3))
    default:
      return value
  }
}

const bulkProfiles = (ep: Endpoint) =>
  ofSection[ep.path.split('/')[2]?.replaceAll('_', '-') ?? ''] ?? Object.values(profiles)

function kindOf(ep: Endpoint, name: string, parent: unknown): Kind | undefined {
  const said = ['type', 'resourceType'].map((key) =>
    parent && typeof parent === 'object' ? Reflect.get(parent, key) : 0,
  )
  const typed = said.map((type) => ofSegment[String(type)]).find((kind) => kind)
  if (name in ofName) return ofName[name]
  if (typed) return typed
  const before = ep.path.split(`/{${name}}`)[0] ?? ''
  return before
    .split('/')
    .map((segment) => ofSegment[segment])
    .findLast((kind) => kind)
}

/** Mostly something of the caller's own and recent, sometimes another's, sometimes a thing of another kind. */
function pick(
  kind: Kind | undefined,
  { known, identityId, chance }: Acquaintance,
  foreign: number,
): string | undefined {
  const kinds = Object.values(known)
  const any = kinds[Math.floor(chance() * kinds.length)]
  const pool = !kind || chance() < 0.07 ? any : known[kind]
  const ids = chance() < foreign ? [...(pool?.others ?? []), identityId] : (pool?.own ?? [])
  const from = chance() < 0.5 ? Math.max(0, ids.length - 6) : 0
  return ids[from + Math.floor(chance() * (ids.length - from))]
}
