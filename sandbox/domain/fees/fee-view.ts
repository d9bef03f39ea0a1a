import * as z from 'zod'
import type { InstrumentId } from '../../../contract/common'
import type { FeeTransaction } from '../../../contract/fees'
import type { EntryRow } from '../statements/read-entries'

/** What stands beside a fee on the statement. */
export const FeeFields = z.object({
  note: z.string().optional(),
  chargeFeeType: z.string().optional(),
  relatedTransactionId: z.string().optional(),
  relatedTransactionIdType: z.string().optional(),
})

/** What a fee was taken for, by the kind of transaction that it belongs to; one that belongs to none is the programme's. */
const subtypes: Record<string, FeeTransaction['feeType']> = {
  TRANSFER: 'transfer_fees',
  SEND: 'send_fees',
  OUTGOING_WIRE_TRANSFER: 'outgoing_wire_transfer_fees',
  DEPOSIT: 'incoming_wire_fees',
  AUTHORISATION: 'purchase_fees',
  SETTLEMENT: 'purchase_fees',
  MERCHANT_REFUND: 'refund_fees',
}

type FeeEntry = Pick<
  EntryRow,
  'transaction_id' | 'transaction_type' | 'currency' | 'actual' | 'additional_fields' | 'state' | 'created_at'
>

/** A booked fee as the API answers it. */
export function feeView(row: FeeEntry, instrument: InstrumentId): FeeTransaction {
  const fields = FeeFields.parse(JSON.parse(row.additional_fields))
  const { note, relatedTransactionId } = fields
  return {
    id: row.transaction_id,
    feeType: row.transaction_type === 'FEE_REVERSAL' ? 'fee_reversals' : subtypeOf(fields),
    amount: { currency: row.currency, amount: Math.abs(row.actual) },
    instrument,
    status: row.state,
    ...(note !== undefined && { description: note.slice(0, 255) }),
    ...(relatedTransactionId !== undefined && { relatedTransactionId }),
    creationTimestamp: row.created_at,
    lastUpdatedTimestamp: row.created_at,
  }
}

function subtypeOf({
  chargeFeeType,
  relatedTransactionIdType = '',
}: z.infer<typeof FeeFields>): FeeTransaction['feeType'] {
  // Cash and purchases are both authorisations.
  if (chargeFeeType === 'ATM_WITHDRAWAL') return 'atm_withdrawal_fees'
  return subtypes[relatedTransactionIdType] ?? 'custom_fees'
}
