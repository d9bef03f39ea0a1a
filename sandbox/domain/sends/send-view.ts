import type { InstrumentId } from '../../../contract/common'
import type { Send } from '../../../contract/sends'
import type { SendRow } from './send-rows'

/** A send as the API answers it: the destination is named as it was ordered. */
export function sendView(row: SendRow): Send {
  const { currency } = row
  const money = (amount: number) => ({ currency, amount })
  return {
    id: row.id,
    profileId: row.profile_id,
    ...(row.tag !== null && { tag: row.tag }),
    source: { type: row.source_type, id: row.source_id },
    ...(row.source_fee > 0 && { sourceFee: money(row.source_fee) }),
    destination: row.beneficiary_id !== null ? { beneficiaryId: row.beneficiary_id } : paidInstrument(row),
    destinationAmount: money(row.amount),
    ...(row.destination_fee > 0 && { destinationFee: money(row.destination_fee) }),
    transactionAmount: money(row.amount),
    ...(row.description !== null && { description: row.description }),
    state: row.state,
    ...(row.exemption !== null && { challengeExemptionReason: row.exemption }),
    creationTimestamp: row.created_at,
    ...(row.scheduled_at !== null && { scheduledTimestamp: String(row.scheduled_at) }),
    ...(row.executed_at !== null && { executionTimestamp: String(row.executed_at) }),
    ...(row.cancellation_reason !== null && { cancellationReason: row.cancellation_reason }),
  }
}

/** The instrument that is paid; the id is 0 where an order of many named a payee that cannot be found. */
export const paidInstrument = (row: SendRow): InstrumentId => ({
  type: row.destination_type ?? 'managed_accounts',
  id: row.destination_id ?? '0',
})
