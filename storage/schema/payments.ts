/** What a confirmation challenge is about: one row for each payment, declaration or batch that the code confirms. */
export type SandboxConfirmationTable = {
  challenge_id: string
  resource: string
  /** Id of the payment, linked account or batch. */
  subject: string
}

/** A payment to a bank account outside. Money is held while it is SUBMITTED or APPROVED. */
export type SandboxWireTable = {
  id: string
  identity_id: string
  identity_type: 'CORPORATE' | 'CONSUMER'
  profile_id: string
  tag: string | null
  /** The managed account that pays. */
  source_id: string
  currency: string
  amount: number
  fee: number
  /** `null` where a bulk's order never found a payee. */
  type: 'SEPA' | 'FASTER_PAYMENTS' | 'SWIFT' | 'RIX' | null
  state:
    | 'INVALID'
    | 'PENDING_CHALLENGE'
    | 'SUBMITTED'
    | 'REJECTED'
    | 'APPROVED'
    | 'FAILED'
    | 'COMPLETED'
    | 'RETURNED'
    | 'SCHEDULED'
    | 'CANCELLED'
    | 'PENDING_CONFIRMATION'
  exemption: 'LOW_VALUE' | 'TRUSTED_BENEFICIARY' | null
  /** 1 while an order of the older bulk call has not been looked at yet. */
  unchecked: number
  /** Code of the conflict that made it INVALID or FAILED. */
  failure: string | null
  rejected_by: 'SYSTEM' | 'USER' | null
  scheduled_at: number | null
  executed_at: number | null
  cancellation_reason: string | null
  /** JSON: destination as ordered, payee, outcome of the payee check, words. See domain/wires/wire-document.ts. */
  document: string
  created_at: number
}

/** A payment to an instrument of another identity. No money is held before it is COMPLETED. */
export type SandboxSendTable = {
  id: string
  identity_id: string
  profile_id: string
  tag: string | null
  description: string | null
  source_type: 'managed_accounts' | 'managed_cards'
  source_id: string
  /** `null` where the order of a bulk named no payee that can be found. */
  destination_type: 'managed_accounts' | 'managed_cards' | null
  destination_id: string | null
  /** The payee whom the order named instead of an instrument. */
  beneficiary_id: string | null
  currency: string
  amount: number
  source_fee: number
  destination_fee: number
  state:
    | 'INVALID'
    | 'INITIALISED'
    | 'COMPLETED'
    | 'REJECTED'
    | 'FAILED'
    | 'PENDING'
    | 'PENDING_CHALLENGE'
    | 'APPROVED'
    | 'RETURNED'
    | 'SCHEDULED'
    | 'CANCELLED'
  exemption: 'LOW_VALUE' | 'TRUSTED_BENEFICIARY' | null
  /** Code of the conflict that made it INVALID or FAILED. */
  failure: string | null
  scheduled_at: number | null
  executed_at: number | null
  cancellation_reason: string | null
  created_at: number
}

/** A wire that a financial institution sends for somebody else. Money is held while it is SUBMITTED or APPROVED. */
export type SandboxCorrespondentTransferTable = {
  id: string
  identity_id: string
  identity_type: 'CORPORATE' | 'CONSUMER'
  profile_id: string
  tag: string | null
  source_id: string
  currency: string
  amount: number
  state: SandboxWireTable['state']
  /** Code of the conflict that made it FAILED. */
  failure: string | null
  originator_name: string
  originator_type: 'INDIVIDUAL' | 'BUSINESS'
  originator_tag: string | null
  scheduled_at: number | null
  executed_at: number | null
  cancellation_reason: string | null
  /** JSON: originator, beneficiary, purpose and the rest of the order, and the payee check. */
  document: string
  created_at: number
}

export type PaymentsTables = {
  sandbox_confirmation: SandboxConfirmationTable
  sandbox_send: SandboxSendTable
  sandbox_correspondent_transfer: SandboxCorrespondentTransferTable
  sandbox_wire: SandboxWireTable
}
