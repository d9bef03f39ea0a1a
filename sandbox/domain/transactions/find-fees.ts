import type { FeeTransaction } from '../../../contract/fees'
import type { ActorCtx } from '../context'
import { feeView } from '../fees/fee-view'
import type { ActivityRow } from './activity'

/** What the transactions of a page have cost, as it was booked, by transaction and instrument. */
export async function findFees(ctx: ActorCtx, rows: readonly ActivityRow[]): Promise<Map<string, FeeTransaction>> {
  const charged = rows.filter((row) => row.fee > 0)
  const fees = new Map<string, FeeTransaction>()
  if (charged.length === 0) return fees
  const entries = await ctx.tx
    .selectFrom('sandbox_ledger_entry')
    .selectAll()
    .where('account', 'in', [...new Set(charged.map((row) => row.instrument_id))])
    // No fee is older than what it was taken for.
    .where('created_at', '>=', Math.min(...charged.map((row) => row.created_at)))
    .where('transaction_type', '=', 'CHARGE_FEE')
    .execute()
  for (const entry of entries) {
    // Which type it is, only the caller's row knows; a summary does not say it.
    const fee = feeView(entry, { id: entry.account, type: 'managed_accounts' })
    if (fee.relatedTransactionId !== undefined) fees.set(feeKey(fee.relatedTransactionId, entry.account), fee)
  }
  return fees
}

export const feeKey = (transactionId: string, instrumentId: string): string => `${transactionId} ${instrumentId}`
