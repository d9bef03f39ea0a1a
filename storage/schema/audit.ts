/** One thing that was done or tried. Never changed; each holds the one before it. */
export type GatewayAuditLineTable = {
  /** The id of the identity, or `system` for what belongs to none. */
  chain: string
  /** From 1, without gaps, within the chain. */
  seq: number
  id: string
  at: number
  person_type: string | null
  person_id: string | null
  person_name: string | null
  role: string | null
  operation: string
  section: string
  resource: string | null
  /** JSON, redacted. */
  change: string | null
  /** JSON: `CurrencyAmount[]`. */
  amounts: string | null
  outcome: string
  status: number
  code: string | null
  request_ref: string | null
  proposal: string | null
  address: string
  /** Keyed hash of the former line's hash and everything above. */
  hash: string
}
/** Where a chain ends, sealed with the key, so that lines cut off its end are missed. */
export type GatewayAuditHeadTable = { chain: string; seq: number; hash: string; seal: string }
/** What has begun and not ended: nobody knows yet what came of it. */
export type GatewayAuditPendingTable = {
  id: string
  chain: string
  /** The run of the gateway that began it. */
  gateway: string
  began_at: number
  /** JSON: the line as far as it is known. */
  draft: string
}
/** Whose addresses these are: a refused sign-in belongs to the record of the identity that it was meant for. */
export type GatewayAuditPersonTable = {
  identity_type: string
  identity_id: string
  person_type: string
  person_id: string
  name: string
  /** Keyed hash of the address that the person signs in with. */
  address_hash: string
}

export type AuditTables = {
  gateway_audit_line: GatewayAuditLineTable
  gateway_audit_head: GatewayAuditHeadTable
  gateway_audit_pending: GatewayAuditPendingTable
  gateway_audit_person: GatewayAuditPersonTable
}
