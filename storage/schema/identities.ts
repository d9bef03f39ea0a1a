import type { Flag } from './flag'

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

export type IdentitiesTables = {
  sandbox_identity: SandboxIdentityTable
  sandbox_credential: SandboxCredentialTable
  sandbox_token: SandboxTokenTable
  sandbox_factor: SandboxFactorTable
  sandbox_challenge: SandboxChallengeTable
  sandbox_secure_token: SandboxSecureTokenTable
}
