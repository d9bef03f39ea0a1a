import { sql } from 'kysely'
import type { Ctx } from '../../context'
import type { Spend } from './limit-left'
import { startOfDay } from './periods'

/**
 * Counts a purchase against the limits of its card from this instant on. The same authorisation again (a clearing of
 * another amount) changes what it counts and leaves its time; 0 releases it. `amount` is in minor units of the card's
 * user currency, or of its currency where it has none.
 */
export async function countSpend(
  ctx: Ctx,
  { authorisationId, spendKey, amount }: { authorisationId: string; spendKey: string; amount: number },
): Promise<void> {
  await ctx.tx
    .insertInto('sandbox_card_spend')
    .values({ authorisation_id: authorisationId, spend_key: spendKey, amount, created_at: ctx.now() })
    .onConflict((oc) => oc.column('authorisation_id').doUpdateSet({ amount }))
    .execute()
}

/**
 * What was spent since an instant, by spend key, day by day: every period begins with a day, so nothing finer is needed
 * and a busy card is read as fast as a quiet one.
 */
export async function spentSince(ctx: Ctx, spendKeys: readonly string[], since: number): Promise<Map<string, Spend[]>> {
  const spent = new Map<string, Spend[]>()
  if (spendKeys.length === 0) return spent
  // Both engines divide integers to an integer.
  const day = sql<number>`created_at / 86400000`
  const rows = await ctx.tx
    .selectFrom('sandbox_card_spend')
    .select((eb) => ['spend_key', day.as('day'), eb.fn.sum<number>('amount').as('amount')])
    .where('spend_key', 'in', spendKeys)
    .where('created_at', '>=', since)
    .groupBy(['spend_key', day])
    .execute()
  for (const row of rows) {
    const spends = spent.get(row.spend_key) ?? []
    spends.push({ at: startOfDay(Number(row.day)), amount: Number(row.amount) })
    spent.set(row.spend_key, spends)
  }
  return spent
}
