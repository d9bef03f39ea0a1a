import type { Flag } from './flag'

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
  /** The token that chooses among a person's identities, where they have several; sealed alike. */
  auth_cipher: string | null
  /** When the upstream last heard of that token. */
  auth_kept_at: number | null
  identity_type: string
  identity_id: string
  identity_name: string
  credential_type: string
  credential_id: string
  person_name: string
  person_email: string
  stepped_up: Flag
  /** The challenge by which the person's phone was asked to step the session up, and how long it stands. */
  phone_asked: string | null
  phone_until: number | null
  created_at: number
  last_upstream_at: number
  idle_deadline: number
}

export type GatewayTables = {
  gateway_session: GatewaySessionTable
}
