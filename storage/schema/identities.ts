import type { Generated } from 'kysely'
import type { Flag } from './flag'

export type SandboxIdentityTable = {
  id: string
  type: 'CORPORATE' | 'CONSUMER'
  name: string
  /** The corporate or consumer document without what is in columns. */
  document: string
  /** How the check of it came out, as far as it counts today. */
  kyi_status: string
  /** 0: the programme has switched it off; nobody signs in to it. */
  active: Generated<Flag>
  /** JSON: the rest of its due diligence (see `Checks`). */
  checks: Generated<string>
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
  /** Authorised users only: a root user's tag is in the document, and nobody invites one. */
  tag: string | null
  /** JSON list. */
  roles: string | null
  /** Until when the last invitation is good; 0 once one was accepted, null before the first. */
  invited_until: number | null
  created_at: number
}
export type SandboxTokenTable = {
  /** The JWT's jti. */
  id: string
  credential_id: string
  identity_id: string
  /** ONE_TIME: what a phone hands over; good for one exchange. */
  kind: 'AUTH' | 'ACCESS' | 'PASSWORD_EXPIRED' | 'ONE_TIME'
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

export type IdentitiesTables = {
  sandbox_identity: SandboxIdentityTable
  sandbox_credential: SandboxCredentialTable
  sandbox_token: SandboxTokenTable
  sandbox_factor: SandboxFactorTable
  sandbox_challenge: SandboxChallengeTable
  sandbox_secure_token: SandboxSecureTokenTable
}
