import type { Flag } from './flag'

/** What a card has beyond its row in `sandbox_instrument`, under the same id; a debit card's balances there stay 0. */
export type SandboxCardTable = {
  id: string
  identity_id: string
  mode: 'PREPAID_MODE' | 'DEBIT_MODE'
  type: 'VIRTUAL' | 'PHYSICAL'
  /** The account whose money a debit card spends. */
  parent_account_id: string | null
  /** The person who holds the card. */
  user_id: string | null
  external_handle: string
  first_six: string
  last_four: string
  /** AES-256-GCM, as the ciphers that follow. The CVV is nowhere: it is drawn from the card's data when it is needed. */
  number_cipher: string
  /** Null until a physical card is ordered. */
  pin_cipher: string | null
  activation_cipher: string | null
  renewal_type: 'RENEW' | 'NO_RENEW'
  /** First and last instant of its validity; the card shows their months. */
  valid_from: number
  valid_until: number
  /** Null while the card is virtual, as `pending_activation` and `pin_blocked` are 0. */
  manufacturing_state: 'REQUESTED' | 'SENT_FOR_FULFILLMENT' | 'DISPATCHED' | 'DELIVERED' | null
  pending_activation: Flag
  pin_blocked: Flag
  /** The card that takes its place. */
  replacement_id: string | null
  replacement_reason: 'DAMAGED' | 'LOST_STOLEN' | 'EXPIRED' | 'COMPROMISED' | null
  /** What counts against limits is kept under this: a card and its replacements share it. */
  spend_key: string
  /** JSON; null while the card has no rules of its own. */
  spend_rules: string | null
  /** Names, addresses and the like: see `CardDocument`. */
  document: string
}

/** What a purchase counts against the limits of its card, from its authorisation on; 0 once it was released. */
export type SandboxCardSpendTable = {
  authorisation_id: string
  spend_key: string
  /** Minor units of the card's user currency, or of its currency where it has none. */
  amount: number
  created_at: number
}

/** Spend rules for all cards of an identity, set by Weavr's back office. */
export type SandboxIdentityRulesTable = { identity_id: string; rules: string }

export type CardsTables = {
  sandbox_card: SandboxCardTable
  sandbox_card_spend: SandboxCardSpendTable
  sandbox_identity_rules: SandboxIdentityRulesTable
}
