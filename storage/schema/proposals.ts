import type { Flag } from './flag'

type ApprovalRuleTable = {
  id: string
  identity_id: string
  name: string
  /** The conditions. */
  document: string
  created_at: number
  changed_at: number
  changed_by: string
}

export type ProposalTable = {
  id: string
  identity_id: string
  identity_type: string
  state: string
  operation: string
  params: string
  /** The bytes of the order as they came, which are the bytes that will be sent. */
  body: string | null
  idempotency_ref: string
  /** Finds the proposal when the same order comes again; of a bulk only while it waits. */
  replay_key: string | null
  /** Its rows of `gateway_spending`. */
  payment_key: string
  digest: string
  facts: string
  maker_id: string
  maker_name: string
  maker_email: string
  rule_id: string
  rule_name: string
  created_at: number
  expires_at: number
  decided_by: string | null
  decided_name: string | null
  decided_at: number | null
  comment: string | null
  /** When it first left for the API; its idempotency reference is good for a day from then. */
  first_sent_at: number | null
  /** Until then whoever sends it has it to themselves. */
  lease_until: number
  made_id: string | null
  made_state: string | null
  code: string | null
}

type ProposalStepTable = {
  proposal_id: string
  position: number
  what: string
  at: number
  person_id: string | null
  person_name: string | null
  comment: string | null
  code: string | null
}

type BulkContentTable = {
  identity_id: string
  bulk_id: string
  operation: string
  digest: string
  facts: string
  submitted_at: number
  started_at: number | null
}

type SpendingTable = {
  payment_key: string
  currency: string
  identity_id: string
  credential_id: string
  /** As in 2026-11-21, in the zone of the person's limits. */
  day: string
  amount: number
  at: number
  /** 1: the API has taken it. 2: it may have, since more than one call has carried it. */
  sent: Flag | 2
}

export type ProposalsTables = {
  gateway_approval_rule: ApprovalRuleTable
  gateway_approval_setting: { identity_id: string; expiry_hours: number }
  gateway_proposal: ProposalTable
  gateway_proposal_step: ProposalStepTable
  gateway_bulk_content: BulkContentTable
  /** Payees of a submitted bulk, as hashes, with the largest row each. */
  gateway_bulk_line: { identity_id: string; bulk_id: string; payee: string; currency: string; largest: number }
  /** Who was paid before, as hashes. */
  gateway_payee: { identity_id: string; payee: string; first_paid_at: number }
  gateway_spending: SpendingTable
  gateway_spending_lock: { identity_id: string; credential_id: string }
}
