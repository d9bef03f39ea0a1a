/** What a row of a bulk of transfers may say, in the order of the template's columns. */
export const transferFields = [
  'source',
  'destination',
  'amount',
  'currency',
  'description',
  'tag',
  'scheduledAt',
] as const
export type FieldId = (typeof transferFields)[number]

export const requiredFields: readonly FieldId[] = ['source', 'destination', 'amount', 'currency']

/** A bulk takes at most so many rows; the API refuses more. */
export const maxBulkRows = 10_000
/** Files beyond this are not opened at all; up to it, the rows over the limit can be set aside. */
export const maxFileRows = 50_000
export const maxFileBytes = 25 * 1024 * 1024

/** The template's column names; a file with exactly these needs no matching. They are data, so they are not translated. */
export const templateHeaders: Record<FieldId, string> = {
  source: 'source account',
  destination: 'destination account',
  amount: 'amount',
  currency: 'currency',
  description: 'description',
  tag: 'tag',
  scheduledAt: 'scheduled time',
}

/** Other names that spreadsheets of this kind carry, normalised as `normaliseHeader` does. */
export const headerAliases: Record<FieldId, readonly string[]> = {
  source: ['source', 'source id', 'source account id', 'from', 'from account', 'payer', 'debit account', 'debtor'],
  destination: [
    'destination',
    'destination id',
    'destination account id',
    'to',
    'to account',
    'payee',
    'credit account',
    'creditor',
    'target account',
  ],
  amount: ['sum', 'value', 'transfer amount', 'amount to transfer', 'payment amount'],
  currency: ['ccy', 'currency code', 'amount currency', 'iso currency'],
  description: ['reference', 'details', 'memo', 'note', 'narrative', 'payment reference', 'purpose', 'text'],
  tag: ['label', 'tags', 'category'],
  scheduledAt: ['scheduled', 'scheduled at', 'scheduled date', 'schedule', 'execution time', 'execute at', 'pay on'],
}
