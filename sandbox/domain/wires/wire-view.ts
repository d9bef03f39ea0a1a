import type { OutgoingWireTransfer } from '../../../contract/wire-transfers'
import { documentOf, type NewWireRow, type WireDocument } from './wire-document'

/** A wire as the API answers it. */
export function wireView(row: NewWireRow, document: WireDocument = documentOf(row)): OutgoingWireTransfer {
  const { currency } = row
  const { purpose, description, destination, validationOutcomes } = document
  return {
    id: row.id,
    profileId: row.profile_id,
    ...(row.tag != null && { tag: row.tag }),
    sourceInstrument: { type: 'managed_accounts', id: row.source_id },
    transferAmount: { currency, amount: row.amount },
    ...(row.fee > 0 && { fee: { currency, amount: row.fee } }),
    ...(purpose !== undefined && { purpose }),
    ...(description !== undefined && { description: description.slice(0, 50) }),
    ...(row.type != null && { type: row.type }),
    destination,
    state: row.state,
    ...(row.rejected_by != null && { rejectedInfo: row.rejected_by }),
    ...(row.exemption != null && { challengeExemptionReason: row.exemption }),
    creationTimestamp: row.created_at,
    ...(row.scheduled_at != null && { scheduledTimestamp: String(row.scheduled_at) }),
    ...(row.executed_at != null && { executionTimestamp: String(row.executed_at) }),
    ...(row.cancellation_reason != null && { cancellationReason: row.cancellation_reason }),
    ...(validationOutcomes && { validationOutcomes }),
  }
}
