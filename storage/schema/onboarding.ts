import type { Flag } from './flag'

type Status = 'NOT_STARTED' | 'INITIATED' | 'PENDING_REVIEW' | 'APPROVED' | 'REJECTED'

/** Somebody who owns or leads a company, and is checked with it. */
export type SandboxDirectorTable = {
  id: string
  identity_id: string
  type: 'UBO' | 'DIRECTOR' | 'UNKNOWN' | 'SHAREHOLDER' | 'PARTNER' | 'OTHER_DIRECTOR'
  first_name: string
  middle_name: string | null
  last_name: string
  email: string
  status: Status
  ongoing_status: Status
  created_at: number
}
/** What opens the screens of a check, handed out when it is started. */
export type SandboxKyiReferenceTable = {
  reference: string
  identity_id: string
  kind: 'KYB' | 'KYC' | 'USER_KYC' | 'DIRECTOR'
  /** Who started it; null for a director, who has no login. */
  credential_id: string | null
  director_id: string | null
  kyc_level: 'KYC_LEVEL_1' | 'KYC_LEVEL_2' | null
  expires_at: number
  /** A newer one took its place, or the check came to an end. */
  closed: Flag
}
/** The code that was sent to an address last; the address may have changed since. */
export type SandboxEmailCodeTable = { credential_id: string; email: string; expires_at: number }

export type OnboardingTables = {
  sandbox_director: SandboxDirectorTable
  sandbox_kyi_reference: SandboxKyiReferenceTable
  sandbox_email_code: SandboxEmailCodeTable
}
