import type { CorrespondentBankTransfer } from '../../../contract/correspondent-bank-transfers'
import { type CorrespondentRow, documentOf } from './correspondent-document'

/** A correspondent transfer as the API answers it and the webhook tells it. */
export function correspondentView(row: CorrespondentRow): CorrespondentBankTransfer {
  return {
    id: row.id,
    profileId: row.profile_id,
    ...(row.tag !== null && { tag: row.tag }),
    sourceInstrument: { type: 'managed_accounts', id: row.source_id },
    amount: { currency: row.currency, amount: row.amount },
    ...documentOf(row),
    state: row.state,
    creationTimestamp: row.created_at,
    ...(row.scheduled_at !== null && { scheduledTimestamp: String(row.scheduled_at) }),
    ...(row.cancellation_reason !== null && { cancellationReason: row.cancellation_reason }),
  }
}
