/**
 * The tables, as Kysely types. The subset is portable between SQLite and PostgreSQL: ids and enums are text, money and
 * instants are 64-bit integers, flags are 0 or 1, documents are JSON text. Times are epoch milliseconds of the program's
 * own clock.
 */
export type Flag = 0 | 1

// ── gateway ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export type GatewaySessionTable = {
  /** Names the session for its whole life; the cookie's id changes, this does not, and no browser ever sees it. */
  id: string
  /** SHA-256 of the cookie's random id: a stolen database opens no session. */
  id_hash: string
  /** The cookie's former id, which still opens the session until `previous_until`. */
  previous_hash: string | null
  previous_until: number
  /** The upstream token, AES-256-GCM. */
  token_cipher: string
  identity_type: string
  identity_id: string
  identity_name: string
  credential_type: string
  credential_id: string
  person_name: string
  person_email: string
  stepped_up: Flag
  created_at: number
  last_upstream_at: number
  idle_deadline: number
}
export type GatewayLiveEventTable = {
  /** Grows; the browser's Last-Event-ID. */
  id: number
  identity_id: string
  payload: string
  created_at: number
}

// ── sandbox: who ────────────────────────────────────────────────────────────────────────────────────────────────────
export type SandboxIdentityTable = {
  id: string
  type: 'CORPORATE' | 'CONSUMER'
  name: string
  /** The corporate or consumer document without what is in columns. */
  document: string
  kyi_status: string
  created_at: number
}
export type SandboxCredentialTable = {
  id: string
  identity_id: string
  type: 'ROOT' | 'USER'
  email: string
  name: string
  surname: string
  mobile_country_code: string | null
  mobile_number: string | null
  active: Flag
  email_verified: Flag
  /** Date of birth, tag, country of residence and the like. */
  document: string
  /** scrypt; null until a password is set. */
  password_hash: string | null
  /** JSON list of former hashes, newest first, at most five. */
  password_history: string
  password_expires_at: number
  failed_logins: number
  locked_until: number
  created_at: number
}
export type SandboxTokenTable = {
  /** The JWT's jti. */
  id: string
  credential_id: string
  identity_id: string
  kind: 'AUTH' | 'ACCESS' | 'PASSWORD_EXPIRED'
  stepped_up: Flag
  idle_deadline: number
  revoked: Flag
  created_at: number
}
export type SandboxFactorTable = {
  credential_id: string
  channel: 'SMS' | 'AUTHY' | 'BIOMETRIC'
  type: 'OTP' | 'PUSH' | 'BIOMETRIC'
  status: 'PENDING_VERIFICATION' | 'ACTIVE' | 'INACTIVE'
  created_at: number
}
export type SandboxChallengeTable = {
  id: string
  /** ENROLMENT, STEP_UP, LOGIN, later CONFIRMATION. */
  purpose: string
  credential_id: string
  token_id: string | null
  channel: string
  status: 'PENDING' | 'VERIFIED' | 'DECLINED' | 'EXPIRED' | 'SUPERSEDED'
  attempts: number
  issued: number
  issued_at: number
  expires_at: number
}
/** What a secure field handed in: AES-256-GCM, short-lived, single use. */
export type SandboxSecureTokenTable = {
  token: string
  kind: string
  value_cipher: string
  expires_at: number
  used: Flag
}

// ── sandbox: money ──────────────────────────────────────────────────────────────────────────────────────────────────
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
  created_at: number
}

// ── sandbox: bulks ──────────────────────────────────────────────────────────────────────────────────────────────────
export type SandboxBulkTable = {
  id: string
  identity_id: string
  /** Who submitted: the operations run with this credential's rights. */
  credential_id: string
  status: 'SUBMITTED' | 'RUNNING' | 'PARTIALLY_COMPLETED' | 'COMPLETED' | 'FAILED' | 'PAUSED' | 'CANCELLED'
  operation: string
  method: string
  mode: 'ON_FAILURE_STOP' | 'ON_FAILURE_CONTINUE' | null
  webhook_interval: number | null
  item_count: number
  /** Counted with every batch, in the same transaction as the rows. */
  completed_count: number
  failed_count: number
  cancelled_count: number
  /** The worker that holds the bulk, and until when: another one takes over after a crash. */
  lease_owner: string | null
  lease_until: number
  submitted_at: number
  started_at: number | null
  finished_at: number | null
}
export type SandboxBulkOperationTable = {
  bulk_id: string
  sequence: number
  id: string
  status: 'SUBMITTED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED'
  request: string
  response: string | null
}

// ── sandbox: machinery ──────────────────────────────────────────────────────────────────────────────────────────────
export type SandboxIdempotencyTable = {
  /** SHA-256 over credential's identity, operation, reference and payload. */
  key: string
  status: number
  response: string
  created_at: number
}
export type SandboxSequenceTable = { name: string; value: number }
/** Clock offset, world name, step-up mode, faults. */
export type SandboxSettingTable = { name: string; value: string }

export type Tables = {
  gateway_session: GatewaySessionTable
  gateway_live_event: GatewayLiveEventTable
  sandbox_identity: SandboxIdentityTable
  sandbox_credential: SandboxCredentialTable
  sandbox_token: SandboxTokenTable
  sandbox_factor: SandboxFactorTable
  sandbox_challenge: SandboxChallengeTable
  sandbox_secure_token: SandboxSecureTokenTable
  sandbox_instrument: SandboxInstrumentTable
  sandbox_ledger_entry: SandboxLedgerEntryTable
  sandbox_transfer: SandboxTransferTable
  sandbox_deposit: SandboxDepositTable
  sandbox_bulk: SandboxBulkTable
  sandbox_bulk_operation: SandboxBulkOperationTable
  sandbox_idempotency: SandboxIdempotencyTable
  sandbox_sequence: SandboxSequenceTable
  sandbox_setting: SandboxSettingTable
}
