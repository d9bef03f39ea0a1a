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

export type PaymentsTables = {
  sandbox_confirmation: SandboxConfirmationTable
  sandbox_wire: SandboxWireTable
}
