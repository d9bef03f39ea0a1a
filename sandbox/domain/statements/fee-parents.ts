import type { Ctx } from '../context'
import { FeeFields } from '../fees/fee-view'
import type { EntryRow } from './read-entries'

/**
 * The movements that the fees among these entries of one account were taken for: ids of entries, by the fee's own. A fee of
 * the programme's own belongs to none.
 */
export async function feeParents(ctx: Ctx, account: string, rows: readonly EntryRow[]): Promise<Map<number, number>> {
  const fees = rows.flatMap((row) => {
    if (row.transaction_type !== 'CHARGE_FEE') return []
    const { relatedTransactionId: of } = FeeFields.parse(JSON.parse(row.additional_fields))
    return of === undefined ? [] : [{ id: row.id, of }]
  })
  const parents = new Map<number, number>()
  if (fees.length === 0) return parents
  const wanted = fees.map(({ of }) => of)
  // What a card payment moves is booked under the ids of its steps.
  const steps = await ctx.tx
    .selectFrom('sandbox_card_payment_event')
    .select(['id', 'payment_id'])
    .where('payment_id', 'in', wanted)
    .execute()
  const paymentOf = new Map(steps.map((step) => [step.id, step.payment_id]))
  const moved = await ctx.tx
    .selectFrom('sandbox_ledger_entry')
    .select(['id', 'transaction_id'])
    .where('account', '=', account)
    .where('transaction_id', 'in', [...wanted, ...paymentOf.keys()])
    .where('actual', '<>', 0)
    .orderBy('id')
    .execute()
  for (const { id, of } of fees) {
    const isParent = (txId: string) => (paymentOf.get(txId) ?? txId) === of
    const parent = moved.findLast((one) => one.id < id && isParent(one.transaction_id))
    if (parent) parents.set(id, parent.id)
  }
  return parents
}
