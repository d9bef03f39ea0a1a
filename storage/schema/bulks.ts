export type SandboxBulkTable = {
  id: string
  identity_id: string
  /** Who submitted: the operations run with this credential's rights. */
  credential_id: string
  status: 'SUBMITTED' | 'RUNNING' | 'PARTIALLY_COMPLETED' | 'COMPLETED' | 'FAILED' | 'PAUSED' | 'CANCELLED'
  operation: string
  method: string
  mode: 'ON_FAILURE_STOP' | 'ON_FAILURE_CONTINUE' | null
  webhook_interval: number | null
  item_count: number
  /** Counted with every batch, in the same transaction as the rows. */
  completed_count: number
  failed_count: number
  cancelled_count: number
  /** The worker that holds the bulk, and until when: another one takes over after a crash. */
  lease_owner: string | null
  lease_until: number
  submitted_at: number
  started_at: number | null
  finished_at: number | null
}
export type SandboxBulkOperationTable = {
  bulk_id: string
  sequence: number
  id: string
  status: 'SUBMITTED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED'
  request: string
  response: string | null
}

export type BulksTables = {
  sandbox_bulk: SandboxBulkTable
  sandbox_bulk_operation: SandboxBulkOperationTable
}
