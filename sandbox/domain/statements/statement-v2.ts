import {
  type StatementQuery,
  StatementTransactionType,
  type StatementV2,
  type StatementV2Entry,
} from '../../../contract/statements'
import { type CardLine, cardLines } from '../card-payments/statement-lines'
import type { Ctx } from '../context'
import { listOf } from '../page'
import { counterpartyOf, EntryFields } from './counterparty'
import { executingInstrument, isCardEntry } from './executing-instrument'
import { feeParents } from './fee-parents'
import { actualBalanceAt, type EntryRow, readEntries } from './read-entries'
import type { StatementOf } from './statement-of'

const DEFAULT_LIMIT = 100

type Kind = StatementV2Entry['transaction']['type']

/** What is booked, in the words of the newer statement. */
const kinds: Record<string, Kind> = {
  TRANSFER: 'transfers',
  DEPOSIT: 'incoming_wire_transfers',
  SEND: 'sends',
  OUTGOING_WIRE_TRANSFER: 'outgoing_wire_transfers',
  CORRESPONDENT_BANK_TRANSFER: 'correspondent_bank_transfers',
  CHARGE_FEE: 'fees',
  FEE_REVERSAL: 'fees',
}
const kindOf = (type: string): Kind => (isCardEntry(type) ? 'card_payments' : (kinds[type] ?? 'system_transactions'))

/** The newer statement: only what moved money, oldest first, the same for ever once its period is over. */
export async function statementV2(ctx: Ctx, account: StatementOf, query: StatementQuery): Promise<StatementV2> {
  const { startPeriod: from, endPeriod: to } = query
  const asked = listOf(query['transaction.type'])
  const types = asked && StatementTransactionType.options.filter((type) => asked.includes(kindOf(type)))
  const made = { id: query['executingAccessInstrument.id'], types: listOf(query['executingAccessInstrument.type']) }
  const executing = made.id === undefined && made.types === undefined ? undefined : made
  const filter = { account: account.id, card: account.card, from, to, types, executing, movementsOnly: true }
  const { rows, count } = await readEntries(ctx, filter, {
    order: query.sortOrder ?? 'ASC',
    offset: query.offset ?? 0,
    limit: query.limit ?? DEFAULT_LIMIT,
  })
  const lines = await cardLines(ctx, rows)
  const parents = await feeParents(ctx, account.id, rows)
  const { currency, id, card } = account
  return {
    ...(card === undefined && {
      openingBalance: { currency, amount: from === undefined ? 0 : await actualBalanceAt(ctx, id, from - 1) },
      closingBalance: { currency, amount: await actualBalanceAt(ctx, id, to ?? ctx.now()) },
    }),
    entries: rows.map((row) => entryView(row, lines.get(row.transaction_id), parents.get(row.id))),
    count,
    responseCount: rows.length,
  }
}

function entryView(row: EntryRow, line: CardLine | undefined, parent: number | undefined): StatementV2Entry {
  const fields = EntryFields.parse(JSON.parse(row.additional_fields))
  const party = counterpartyOf(row, fields)
  const executing = executingInstrument(row)
  return {
    entryId: String(row.id),
    transaction: { id: line?.paymentId ?? row.transaction_id, type: kindOf(row.transaction_type) },
    ...(fields.description !== undefined && { description: fields.description.slice(0, 255) }),
    timestamp: row.created_at,
    balanceAdjustment: { currency: row.currency, amount: row.actual },
    balanceAfter: { currency: row.currency, amount: row.actual_after },
    ...(party && { counterparty: party }),
    ...line?.v2,
    ...(parent !== undefined && { relatedEntryId: String(parent) }),
    ...(executing && { executingAccessInstrument: executing }),
  }
}
