export type GatewayEntryTable = {
  id: string
  /** SHA-256 of the random id in the cookie. */
  id_hash: string
  kind: 'choice' | 'password-expired' | 'phone' | 'registration'
  email: string
  /** Of a phone what it answered; else `OPEN`, or `BUSY` while somebody goes through it. */
  state: 'OPEN' | 'BUSY' | 'WAITING' | 'APPROVED' | 'DECLINED' | 'EXPIRED'
  /** JSON by kind: who it is, or which identities there are. Nothing secret. */
  document: string
  /** The upstream token of the way in, AES-256-GCM. */
  token_cipher: string | null
  challenge_id: string | null
  created_at: number
  expires_at: number
}

export type GatewayInvitationTable = {
  identity_id: string
  user_id: string
  sent_at: number
  accepted_at: number | null
}

export type EntriesTables = { gateway_entry: GatewayEntryTable; gateway_invitation: GatewayInvitationTable }
