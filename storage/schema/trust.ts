export type SandboxBeneficiaryBatchTable = {
  id: string
  identity_id: string
  operation: 'CREATE' | 'REMOVE'
  tag: string | null
  state: 'INITIALISED' | 'FAILED' | 'PENDING_CHALLENGE' | 'CHALLENGE_FAILED' | 'CHALLENGE_COMPLETED' | 'COMPLETED'
  created_at: number
}
export type SandboxBeneficiaryTable = {
  id: string
  identity_id: string
  /** What the caller sorts payees by; the API calls it `group`. */
  group_name: string | null
  state: 'INITIALISED' | 'INVALID' | 'PENDING_CHALLENGE' | 'CHALLENGE_FAILED' | 'ACTIVE' | 'REMOVED'
  validation_failure: string | null
  /** The destination in one comparable form (see `destinationKey`): an identity has each of them once. */
  destination_key: string
  /** JSON: the payee as it was ordered. */
  document: string
  created_at: number
}
/** Which payees a batch is about. */
export type SandboxBeneficiaryInBatchTable = { batch_id: string; beneficiary_id: string }
/** What a person has paid without a challenge since the last one. */
export type SandboxExemptPaymentTable = {
  credential_id: string
  payments: number
  /** Minor units, of whatever currencies. */
  amount: number
  /** Issue of the challenge from which is counted; 0 before the first. */
  since: number
}

export type SandboxLinkedAccountTable = {
  id: string
  identity_id: string
  profile_id: string
  tag: string | null
  friendly_name: string | null
  name: string
  type: 'BUSINESS' | 'PERSONAL'
  currency: string
  country: string
  state: 'PENDING_VERIFICATION' | 'ACTIVE' | 'BLOCKED' | 'REJECTED' | 'REMOVED'
  /** The account abroad in one comparable form (see `referenceKey`). */
  reference_key: string
  /** JSON: IBAN, sort code and account number, or a descriptor. */
  reference: string
  created_at: number
}
export type SandboxLinkedVerificationTable = {
  id: string
  linked_account_id: string
  state: 'PENDING' | 'VERIFIED' | 'REJECTED'
  /** JSON list of steps, as the API answers them. */
  steps: string
  overridden_reason: string | null
  completed_at: number | null
  created_at: number
}

export type TrustTables = {
  sandbox_beneficiary_batch: SandboxBeneficiaryBatchTable
  sandbox_beneficiary: SandboxBeneficiaryTable
  sandbox_beneficiary_in_batch: SandboxBeneficiaryInBatchTable
  sandbox_exempt_payment: SandboxExemptPaymentTable
  sandbox_linked_account: SandboxLinkedAccountTable
  sandbox_linked_verification: SandboxLinkedVerificationTable
}
