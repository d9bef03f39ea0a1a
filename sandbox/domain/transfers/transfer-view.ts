import type { Insertable } from 'kysely'
import type { Transfer } from '../../../contract/transfers'
import type { SandboxTransferTable } from '../../../storage/schema/money'

/** A transfer as the API answers it. */
export function transferView(row: Insertable<SandboxTransferTable>): Transfer {
  return {
    id: row.id,
    profileId: row.profile_id,
    ...(row.tag != null && { tag: row.tag }),
    source: { type: row.source_type, id: row.source_id },
    destination: { type: row.destination_type, id: row.destination_id },
    destinationAmount: { currency: row.currency, amount: row.amount },
    ...(row.description != null && { description: row.description }),
    state: row.state,
    creationTimestamp: row.created_at,
    ...(row.scheduled_at != null && { scheduledTimestamp: String(row.scheduled_at) }),
    ...(row.executed_at != null && { executionTimestamp: String(row.executed_at) }),
    ...(row.cancellation_reason != null && { cancellationReason: row.cancellation_reason }),
  }
}
