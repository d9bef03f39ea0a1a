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

/** Something that is to happen at an instant: a scheduled payment, an expiry, a step of production. Gone when done. */
export type SandboxDueTable = {
  id: string
  /** Which handler does it. */
  kind: string
  /** What it is about, in the handler's own terms: mostly an id. */
  subject: string
  due_at: number
}
/** A message on its way to the platform. */
export type SandboxWebhookTable = {
  /** Grows with time; also the `call-ref` or `request-ref` of every delivery. */
  id: string
  /** Id of the webhook in the contract. */
  event: string
  /** Appended to the platform's address. */
  path: string
  payload: string
  /** UNADDRESSED: the platform had given no address when it was to be sent. */
  status: 'PENDING' | 'DELIVERED' | 'FAILED' | 'UNADDRESSED'
  attempts: number
  next_attempt_at: number
  /** What the last attempt came to: an HTTP status, or a word for an answer that never came. */
  last_result: string | null
  created_at: number
  delivered_at: number | null
}

/** One try to deliver a webhook. */
export type SandboxWebhookTryTable = {
  id: string
  webhook_id: string
  at: number
  /** How long the answer took. */
  took_ms: number
  /** As `last_result` of the webhook. */
  result: string
}

export type MachineryTables = {
  sandbox_idempotency: SandboxIdempotencyTable
  sandbox_sequence: SandboxSequenceTable
  sandbox_setting: SandboxSettingTable
  sandbox_due: SandboxDueTable
  sandbox_webhook: SandboxWebhookTable
  sandbox_webhook_try: SandboxWebhookTryTable
}
