import type { Flag } from './flag'

/** What the platform asked about a payment, and what was answered. */
export type GatewayAuthorisationTable = {
  id: string
  identity_id: string
  kind: string
  /** How the platform names the question; the same one asked twice gets the same answer. */
  reference: string
  /** Of the bytes of the question: the same name with other contents is another question. */
  digest: string
  transaction_id: string
  state: string
  decided_by: string | null
  /** Whether a person was asked. */
  asked: Flag
  /** Money that a shop gives back to the card. */
  credit: Flag
  currency: string
  amount: number
  instrument_id: string
  cardholder: string | null
  card_user_id: string | null
  party: string
  /** `party` in small letters, for searching. */
  party_search: string
  party_id: string | null
  category: string | null
  country: string | null
  action: string
  rule_id: string | null
  rule_name: string | null
  rule_position: number | null
  rules_version: number
  reason: string | null
  person_id: string | null
  person_name: string | null
  /** Real time; see `gateway/authorisations/real-time.ts`. */
  deadline: number | null
  took_us: number | null
  /** By the console's clock. */
  at: number
  question: string
}
export type GatewayAuthorisationRulesTable = {
  identity_id: string
  version: number
  document: string
  person_id: string
  person_name: string
  created_at: number
}
/** Whose a card is, as an answer of the platform said that somebody asked for. */
export type GatewayCardHolderTable = {
  card_id: string
  identity_id: string
  name: string
  user_id: string | null
  seen_at: number
}

export type AuthorisationsTables = {
  gateway_authorisation: GatewayAuthorisationTable
  gateway_authorisation_rules: GatewayAuthorisationRulesTable
  gateway_card_holder: GatewayCardHolderTable
}
