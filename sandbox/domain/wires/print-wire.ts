import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { readOwnWire } from './get-wire'
import { pdfOf } from './pdf'
import { documentOf, type Payee, type WireDocument, type WireRow } from './wire-document'

/** A page to show whoever asks whether they were paid. Mirrors `outgoingWireTransferPaymentConfirmation`. */
export async function printWire(
  ctx: ActorCtx,
  id: string,
): Promise<Outcome<string, 'NOT_FOUND' | 'TRANSFER_NOT_COMPLETED'>> {
  const row = await readOwnWire(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.state !== 'COMPLETED' && row.state !== 'RETURNED') return refuse('TRANSFER_NOT_COMPLETED')
  return done(pdfOf('Payment confirmation', linesOf(row, documentOf(row))))
}

function linesOf(row: WireRow, { payee, description, purpose, returned }: WireDocument): [string, string][] {
  const money = (amount: number) => `${row.currency} ${(amount / 100).toFixed(2)}`
  const day = (at: number) => new Date(at).toISOString()
  return [
    ['Reference number', row.id],
    ['State', row.state],
    ['Rail', row.type ?? ''],
    ['Amount', money(row.amount)],
    ['Fee', money(row.fee)],
    ['Paid from account', row.source_id],
    ...(payee ? payeeLines(payee) : []),
    ...(description === undefined ? [] : [['Reference', description] as [string, string]]),
    ...(purpose === undefined ? [] : [['Purpose', purpose] as [string, string]]),
    ['Ordered', day(row.created_at)],
    ['Completed', day(row.executed_at ?? row.created_at)],
    ...(returned
      ? ([
          ['Returned', day(returned.at)],
          ['Reason of the return', returned.reason],
        ] as [string, string][])
      : []),
  ]
}

function payeeLines({ name, account }: Payee): [string, string][] {
  switch (account.kind) {
    case 'iban':
      return [
        ['Payee', name],
        ['IBAN', account.iban],
      ]
    case 'uk':
      return [
        ['Payee', name],
        ['Account number', account.accountNumber],
        ['Sort code', account.sortCode],
      ]
    case 'swift':
      return [
        ['Payee', name],
        ['Account', account.account],
        ['BIC', account.bankIdentifierCode ?? ''],
      ]
  }
}
