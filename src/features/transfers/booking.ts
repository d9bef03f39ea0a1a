import type { CurrencyAmount } from '#contract/common'
import type { StatementV1 } from '#contract/statements'
import type { Transfer } from '#contract/transfers'
import type { StatementQuery } from '@/api/queries/accounts'

/** How far the clock of a booking may be from that of its transfer. */
const around = 250

/** When the transfer was booked, if it was. */
export function bookedAt({ state, executionTimestamp, creationTimestamp }: Transfer): number | undefined {
  if (state !== 'COMPLETED') return undefined
  return executionTimestamp ? Number(executionTimestamp) : creationTimestamp
}

/** The stretch of a statement in which the booking of a transfer lies; the statement cannot be asked by transaction. */
export function bookingQuery(at: number): StatementQuery {
  return {
    transactionType: 'TRANSFER',
    fromTimestamp: at - around,
    toTimestamp: at + around,
    orderByTimestamp: 'DESC',
    limit: 500,
  }
}

export type BalanceChange = { before: CurrencyAmount; after: CurrencyAmount }

/** What the booking of the transfer did to the account, from the books themselves rather than from memory. */
export function balanceChange(statement: StatementV1, transferId: string): BalanceChange | undefined {
  const entry = statement.entry.find(({ transactionId }) => transactionId.id === transferId)
  const after = entry?.actualBalanceAfter ?? entry?.balanceAfter
  const adjustment = entry?.actualBalanceAdjustment
  if (!after || !adjustment) return undefined
  return { before: { currency: after.currency, amount: after.amount - adjustment.amount }, after }
}
