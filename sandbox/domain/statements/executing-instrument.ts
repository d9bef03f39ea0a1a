import { type ExpressionBuilder, sql } from 'kysely'
import type { StatementV2Entry } from '../../../contract/statements'
import type { Tables } from '../../../storage/schema'
import type { EntryRow } from './read-entries'

/** What a shop, or the bank behind it, does with a card. */
const cardEntries = [
  'SETTLEMENT',
  'SETTLEMENT_REVERSAL',
  'MERCHANT_REFUND',
  'MERCHANT_REFUND_REVERSAL',
  'ORIGINAL_CREDIT_TRANSACTION',
] as const
/** What goes through the account's IBAN, which has the account's own id. */
const ibanEntries = ['DEPOSIT', 'OUTGOING_WIRE_TRANSFER'] as const

type Executing = NonNullable<StatementV2Entry['executingAccessInstrument']>
export type ExecutingFilter = { id?: string | undefined; types?: readonly Executing['type'][] | undefined }

const isOneOf = (types: readonly string[], type: string) => types.includes(type)
export const isCardEntry = (type: string): boolean => isOneOf(cardEntries, type)

/** The card or IBAN by which a movement was made; transfers and the like need none. */
export function executingInstrument(row: EntryRow): Executing | undefined {
  if (row.card_id !== null) return { id: row.card_id, type: 'managed_cards' }
  if (isCardEntry(row.transaction_type)) return { id: row.account, type: 'managed_cards' }
  return isOneOf(ibanEntries, row.transaction_type) ? { id: row.account, type: 'ibans' } : undefined
}

/** The same as a condition on rows of the ledger. */
export function wasExecutedBy(
  eb: ExpressionBuilder<Tables, 'sandbox_ledger_entry'>,
  { id, types = ['managed_cards', 'ibans'] }: ExecutingFilter,
) {
  const own = id === undefined ? sql<boolean>`1 = 1` : eb('account', '=', id)
  const debit = id === undefined ? eb('card_id', 'is not', null) : eb('card_id', '=', id)
  const card = eb.or([debit, eb.and([eb('card_id', 'is', null), eb('transaction_type', 'in', cardEntries), own])])
  const iban = eb.and([eb('card_id', 'is', null), eb('transaction_type', 'in', ibanEntries), own])
  return eb.or([...(types.includes('managed_cards') ? [card] : []), ...(types.includes('ibans') ? [iban] : [])])
}
