import type { AccountReference } from '../../../contract/linked-accounts'
import type { Ctx } from '../context'
import { type DepositRow, documentOf, networkOf } from './deposit-document'
import { emitDeposit } from './deposit-event'

/** Tells the platform which state money that comes in has come to. */
export async function tellDeposit(ctx: Ctx, row: DepositRow): Promise<void> {
  const { id, instrument_id: accountId, identity_id: identityId, currency, amount } = row
  const document = documentOf(row)
  await emitDeposit(ctx, row.state, {
    id,
    accountId,
    identityId,
    currency,
    amount,
    paymentNetwork: networkOf(currency, document),
    senderName: row.sender_name,
    senderReference: row.reference,
    ...(row.sender_iban !== '' && { senderIban: row.sender_iban }),
    ...(document.sender && numbersOf(document.sender)),
  })
}

function numbersOf(sender: AccountReference) {
  if ('sortCode' in sender) return { senderSortCode: sender.sortCode, senderAccountNumber: sender.accountNumber }
  return 'accountDescriptor' in sender ? { senderAccountDescriptor: sender.accountDescriptor } : {}
}
