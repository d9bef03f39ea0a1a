import type {
  StatementEntry,
  StatementQuery,
  StatementTransactionType,
  StatementV1,
} from '../../../contract/statements'
import { type CardLine, cardLines } from '../card-payments/statement-lines'
import type { Ctx } from '../context'
import { listOf } from '../page'
import { actualBalanceAt, type EntryRow, readEntries } from './read-entries'
import type { StatementOf } from './statement-of'

const DEFAULT_LIMIT = 100

/** The statement of 3.63.5: newest first, with the balances at both ends of the asked period. */
export async function statementV1(ctx: Ctx, account: StatementOf, query: StatementQuery): Promise<StatementV1> {
  const { fromTimestamp: from, toTimestamp: to } = query
  const filter = {
    account: account.id,
    card: account.card,
    from,
    to,
    types: listOf(query.transactionType),
    movementsOnly: query.showFundMovementsOnly,
    lastOfTransaction: query.singleEntryPerTransaction,
  }
  const { rows, count } = await readEntries(ctx, filter, {
    order: query.orderByTimestamp ?? 'DESC',
    offset: query.offset ?? 0,
    // The published name is `statementLimit`; what the vendor's own demo sends, and 3.63.5 takes, is `limit`.
    limit: query.limit ?? query.statementLimit ?? DEFAULT_LIMIT,
  })
  const start = from === undefined ? 0 : await actualBalanceAt(ctx, account.id, from - 1)
  const end = await actualBalanceAt(ctx, account.id, to ?? ctx.now())
  const lines = await cardLines(ctx, rows)
  const { currency } = account
  return {
    entry: rows.map((row) => entryView(row, lines.get(row.transaction_id))),
    count,
    responseCount: rows.length,
    ...(account.card === undefined && {
      startBalance: { currency, amount: start },
      endBalance: { currency, amount: end },
    }),
  }
}

function entryView(row: EntryRow, line: CardLine | undefined): StatementEntry {
  const money = (amount: number) => ({ currency: row.currency, amount })
  return {
    // Only this vocabulary is booked on an instrument.
    transactionId: { type: row.transaction_type as StatementTransactionType, id: row.transaction_id },
    entryState: row.state,
    transactionAmount: money(row.actual === 0 ? row.available : row.actual),
    availableBalanceAdjustment: money(row.available),
    actualBalanceAdjustment: money(row.actual),
    balanceAfter: money(row.actual_after),
    availableBalanceAfter: money(row.available_after),
    actualBalanceAfter: money(row.actual_after),
    processedTimestamp: row.created_at,
    ...line?.v1,
    additionalFields: { ...JSON.parse(row.additional_fields), ...line?.v1.additionalFields },
  }
}
