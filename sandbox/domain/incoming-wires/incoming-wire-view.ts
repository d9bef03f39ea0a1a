import type { IncomingWireTransfer } from '../../../contract/incoming-wire-transfers'
import { type DepositRow, documentOf, networkOf } from '../deposits/deposit-document'

/** Money that came in, as the API answers it. */
export function incomingWireView(row: DepositRow): IncomingWireTransfer {
  const { currency, amount } = row
  const paymentNetwork = networkOf(currency, documentOf(row))
  return {
    id: row.id,
    state: row.state,
    amount: { currency, amount },
    destinationInstrument: { type: 'managed_accounts', id: row.instrument_id },
    paymentNetwork,
    ...(row.sender_name !== '' && { senderName: row.sender_name }),
    ...(row.sender_iban !== '' && { senderIban: row.sender_iban }),
    ...(row.reference !== '' && { senderReference: row.reference }),
    isInstant: paymentNetwork === 'FASTER_PAYMENTS',
    createdAt: row.created_at,
    ...(row.executed_at !== null && { executedAt: row.executed_at }),
  }
}
