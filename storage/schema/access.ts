/** What one identity has set; the row is also what changes of its roles wait for each other at. */
export type GatewayIdentityTable = {
  identity_id: string
  /** In which a day of the limits begins and ends. */
  zone: string
  /** Counts the changes. */
  revision: number
}

/** A custom role; what it may do is kept as JSON. */
export type GatewayRoleTable = {
  identity_id: string
  id: string
  name: string
  /** The name without regard to case, once per identity. */
  name_key: string
  description: string | null
  permissions: string
  /** `"all"` or a list of ids. */
  accounts: string
  cards: string
  limits: string
  created_at: number
  updated_at: number
}

/** Which role a user was given, ready or custom. */
export type GatewayRoleOfTable = {
  identity_id: string
  user_id: string
  role_id: string
  given_at: number
}

/** Which accounts and cards the rows of a bulk name. */
export type GatewayBulkInstrumentsTable = {
  identity_id: string
  bulk_id: string
  /** JSON: `{accounts, cards}`, each a list of ids. */
  instruments: string
  created_at: number
}

export type AccessTables = {
  gateway_bulk_instruments: GatewayBulkInstrumentsTable
  gateway_identity: GatewayIdentityTable
  gateway_role: GatewayRoleTable
  gateway_role_of: GatewayRoleOfTable
}
