import type { Generated } from 'kysely'

export type SandboxInstrumentTable = {
  id: string
  type: 'managed_accounts' | 'managed_cards'
  identity_id: string
  profile_id: string
  friendly_name: string
  currency: string
  tag: string | null
  state: 'ACTIVE' | 'BLOCKED' | 'DESTROYED' | 'NOT_ENABLED'
  blocked_reason: string | null
  destroyed_reason: string | null
  available_balance: number
  actual_balance: number
  low_balance_threshold: number | null
  iban_state: 'UNALLOCATED' | 'PENDING_ALLOCATION' | 'ALLOCATED'
  /** JSON list of bank account details. */
  bank_details: string
  created_at: number
}
/** Append-only. The rows of one posting sum to zero per currency, in `actual` and in `available`. */
export type SandboxLedgerEntryTable = {
  /** Order of booking, from the sequence table's `ledger` row. */
  id: number
  /** Groups the rows that were booked together. */
  posting_id: string
  /** The instrument's id, or `system:world:EUR` and the like for the other side. */
  account: string
  currency: string
  /** Signed minor units. */
  actual: number
  available: number
  actual_after: number
  available_after: number
  /** Statement vocabulary: TRANSFER, DEPOSIT, … */
  transaction_type: string
  transaction_id: string
  state: 'PENDING' | 'COMPLETED'
  /** JSON map of strings, as on a V1 statement entry. */
  additional_fields: string
  /** The debit card that a movement on its account was made with. */
  card_id: string | null
  created_at: number
}
export type SandboxTransferTable = {
  id: string
  identity_id: string
  profile_id: string
  tag: string | null
  description: string | null
  source_type: 'managed_accounts' | 'managed_cards'
  source_id: string
  destination_type: 'managed_accounts' | 'managed_cards'
  destination_id: string
  currency: string
  amount: number
  state: 'INITIALISED' | 'PENDING' | 'SCHEDULED' | 'COMPLETED' | 'REJECTED' | 'FAILED' | 'CANCELLED'
  /** Code of the conflict that made a scheduled transfer fail. */
  failure: string | null
  scheduled_at: number | null
  executed_at: number | null
  cancellation_reason: string | null
  created_at: number
}
export type SandboxDepositTable = {
  id: string
  identity_id: string
  instrument_id: string
  currency: string
  amount: number
  sender_name: string
  reference: string
  sender_iban: string
  /** Incoming wires that the platform is asked about are PENDING until it has answered. */
  state: Generated<'PENDING' | 'COMPLETED' | 'REJECTED'>
  /** The linked account of the identity that it came from; otherwise the sender is unknown. */
  linked_account_id: string | null
  /** JSON: payment network and the sender's account. See domain/incoming-wires/deposit-document.ts. */
  document: Generated<string>
  executed_at: number | null
  updated_at: Generated<number>
  created_at: number
}

export type MoneyTables = {
  sandbox_instrument: SandboxInstrumentTable
  sandbox_ledger_entry: SandboxLedgerEntryTable
  sandbox_transfer: SandboxTransferTable
  sandbox_deposit: SandboxDepositTable
}
