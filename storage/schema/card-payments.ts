import type { Flag } from './flag'

/** What a shop asked of a card, with everything that became of it. */
export type SandboxCardPaymentTable = {
  /** Also the id of its first event, hence of its authorisation on a statement. */
  id: string
  identity_id: string
  card_id: string
  profile_id: string
  /** Whose money it is: the card's own, or its account's where the card is a debit card. */
  account_id: string
  currency: string
  type: 'PURCHASE' | 'REFUND' | 'CASH_WITHDRAWAL'
  /** ASKED while the platform thinks about it; nobody is shown it before it has an end. */
  status: 'ASKED' | 'SETTLEMENT_IN_PROGRESS' | 'SETTLED' | 'DECLINED' | 'CANCELLED' | 'EXPIRED'
  merchant_id: string
  merchant_name: string
  /** The name in small letters, for whoever searches. */
  merchant_search: string
  /** Minor units of `currency`, with what the exchange of currencies costs: what it was asked for. */
  amount: number
  /** What is held back now. */
  held: number
  /** What has gone (below zero) or come (above) for good, without the programme's own fee. */
  moved: number
  /** Minor units of the currency that the cardholder reads. */
  display_amount: number
  decline_reason: string | null
  /** The purchase that a refund is for. */
  related_id: string | null
  /** What waits on the cardholder's phone, or did, before the shop may ask for the money. */
  challenge_id: string | null
  /** JSON: see domain/card-payments/payment-document.ts. */
  document: string
  created_at: number
  updated_at: number
}

/** One step of a payment. Its id is that of the line on the statement. */
export type SandboxCardPaymentEventTable = {
  id: string
  payment_id: string
  identity_id: string
  card_id: string
  type: 'AUTHORISATION' | 'SETTLEMENT' | 'REFUND'
  subtype: string
  reversal: Flag
  /** When it happened at the shop. */
  at: number
  /** JSON: `CardPaymentEvent` of the contract. */
  document: string
  created_at: number
}

export type CardPaymentsTables = {
  sandbox_card_payment: SandboxCardPaymentTable
  sandbox_card_payment_event: SandboxCardPaymentEventTable
}
