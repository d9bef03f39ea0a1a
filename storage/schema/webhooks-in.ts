/** What Weavr told, once each, without secrets. */
export type GatewayWebhookTable = {
  id: string
  webhook: string
  section: string
  /** Names the delivery; it is heard again under the same one. */
  reference: string
  /** Null while nobody knows whom it concerns, and nobody is shown it. */
  identity_id: string | null
  resource_kind: string | null
  resource_id: string | null
  state: string | null
  /** How it was proved: SIGNATURE or KEY. */
  proof: string
  /** READABLE or UNREADABLE: whether it has the documented form. */
  form: string
  /** Null where it was no JSON. */
  payload: string | null
  headers: string
  bytes: number
  published_at: number
  received_at: number
  took_ms: number
  /** How many times it was told again. */
  repeats: number
}
/** Things that an event is about, by any of which it is found. */
export type GatewayWebhookSubjectTable = { event_id: string; kind: string; subject_id: string }
/** Whose a thing is, as far as was seen. */
export type GatewayOwnerTable = { kind: string; subject_id: string; identity_id: string }

export type WebhooksInTables = {
  gateway_webhook: GatewayWebhookTable
  gateway_webhook_subject: GatewayWebhookSubjectTable
  gateway_owner: GatewayOwnerTable
}
