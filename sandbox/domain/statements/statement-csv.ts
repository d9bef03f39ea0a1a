import type { StatementV1 } from '../../../contract/statements'

const columns = [
  'transactionId.type',
  'transactionId.id',
  'entryState',
  'processedTimestamp',
  'currency',
  'transactionAmount',
  'availableBalanceAdjustment',
  'actualBalanceAdjustment',
  'availableBalanceAfter',
  'actualBalanceAfter',
  'additionalFields',
]

/** A V1 statement as CSV (RFC 4180), amounts in minor units as in JSON. */
export function statementCsv({ entry }: StatementV1): string {
  const rows = entry.map((e) => [
    e.transactionId.type,
    e.transactionId.id,
    e.entryState,
    e.processedTimestamp,
    e.transactionAmount.currency,
    e.transactionAmount.amount,
    e.availableBalanceAdjustment?.amount,
    e.actualBalanceAdjustment?.amount,
    e.availableBalanceAfter?.amount,
    e.actualBalanceAfter?.amount,
    e.additionalFields && JSON.stringify(e.additionalFields),
  ])
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number | undefined): string {
  const text = String(value ?? '')
  // A cell of text that begins like a formula would be run by a spreadsheet.
  const safe = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
