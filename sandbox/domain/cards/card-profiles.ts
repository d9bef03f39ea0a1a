import type { CardMode, CardRenewalType } from '../../../contract/managed-card'
import type { ProfileLevelSpendRules } from '../../../contract/spend-rules'
import { programme } from '../programme'

/** A design of a physical card: the form decides what it can do, the design how much fits on it. */
export type CardProduct = { form: 'PLASTIC' | 'WEARABLE'; maxPrintCharacters: number }

/** What the portal would hold for one kind of card. */
export type CardProfile = {
  mode: CardMode
  active: boolean
  currencies: readonly string[]
  /** Currencies of limits other than the account's; none: the profile has no such thing. */
  userCurrencies: readonly string[]
  /** The first is taken where nothing is said. */
  renewalTypes: readonly [CardRenewalType, ...CardRenewalType[]]
  /** Pictures for wallets; none: no wallets. */
  walletArtwork: readonly string[]
  pushProvisioning: boolean
  /** Channels that may confirm purchases besides SMS. */
  channels: readonly ('BIOMETRICS' | 'TWILIO_AUTHY')[]
  /** What becomes of a purchase that the platform does not decide in time. */
  timeoutDecision: 'APPROVE' | 'DECLINE'
  /** What can be printed, and how it is packed; none: the profile has no card bureau. */
  products: Readonly<Record<string, CardProduct>>
  carriers: readonly string[]
  /** First digits of the number: ranges that the scheme keeps for tests. */
  bin: string
  rules: ProfileLevelSpendRules
}

// Gambling is blocked, as most issuers have it.
const standardRules: ProfileLevelSpendRules = { blockedMerchantCategories: ['7995'], authForwardingEnabled: true }
const plainRules: ProfileLevelSpendRules = { authForwardingEnabled: false }

const standard = {
  active: true,
  currencies: programme.currencies,
  renewalTypes: ['RENEW', 'NO_RENEW'],
  walletArtwork: ['default-artwork'],
  pushProvisioning: true,
  channels: ['BIOMETRICS', 'TWILIO_AUTHY'],
  timeoutDecision: 'DECLINE',
  products: { classic: { form: 'PLASTIC', maxPrintCharacters: 24 } },
  carriers: ['letter'],
  rules: standardRules,
} as const

const plain = {
  ...standard,
  currencies: ['EUR'],
  userCurrencies: [],
  renewalTypes: ['NO_RENEW'],
  walletArtwork: [],
  pushProvisioning: false,
  channels: [],
  products: {},
  carriers: [],
  rules: plainRules,
} as const

/**
 * The programme's card profiles. The first two are for daily use; the others exist so that a platform can meet what a
 * narrower profile refuses: nothing but a virtual card, wearables of several designs, one that was switched off.
 */
const profiles: Readonly<Record<string, CardProfile>> = {
  [programme.profiles.prepaidCards]: { ...standard, mode: 'PREPAID_MODE', userCurrencies: [], bin: '541333' },
  [programme.profiles.debitCards]: {
    ...standard,
    mode: 'DEBIT_MODE',
    userCurrencies: ['EUR', 'GBP', 'USD', 'CHF', 'PLN', 'SEK'],
    bin: '222300',
  },
  '2103': { ...plain, mode: 'PREPAID_MODE', bin: '541334' },
  '2104': { ...plain, mode: 'DEBIT_MODE', bin: '222301' },
  '2105': { ...plain, mode: 'PREPAID_MODE', active: false, bin: '541334' },
  '2106': {
    ...standard,
    mode: 'PREPAID_MODE',
    userCurrencies: [],
    products: {
      ring: { form: 'WEARABLE', maxPrintCharacters: 12 },
      band: { form: 'WEARABLE', maxPrintCharacters: 20 },
    },
    carriers: ['sleeve', 'box'],
    bin: '541335',
  },
}

/** Whether cards of this profile spend an account's money and hold none. */
export const isDebitProfile = (id: string): boolean => findCardProfile(id)?.mode === 'DEBIT_MODE'

export const findCardProfile = (id: string): CardProfile | undefined =>
  Object.hasOwn(profiles, id) ? profiles[id] : undefined

/** The profile of a card that exists; there is none without. */
export function profileOf(card: { profile_id: string }): CardProfile {
  const profile = findCardProfile(card.profile_id)
  if (!profile) throw new Error(`no card profile ${card.profile_id}`)
  return profile
}

const DAY_MS = 24 * 60 * 60_000

/** How cards age and how long they take to arrive. Weavr publishes none of it. */
export const cardTimes = {
  validMonths: 36,
  /** Before the end of its last month: the warning, and the renewal of a card that renews. */
  warnBeforeMs: 60 * DAY_MS,
  renewBeforeMs: 30 * DAY_MS,
  /** After the order: printed, sent, and the parcel's number known. Short, so that a rehearsal sees it. */
  fulfilmentMs: 10_000,
  dispatchMs: 30_000,
  trackingMs: 60_000,
} as const
