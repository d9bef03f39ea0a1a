import type { Ctx } from '../context'

/** Whether a debit card that is not destroyed spends this account's money. */
export async function hasLinkedCards(ctx: Ctx, accountId: string): Promise<boolean> {
  const found = await ctx.tx
    .selectFrom('sandbox_card')
    .innerJoin('sandbox_instrument', 'sandbox_instrument.id', 'sandbox_card.id')
    .select('sandbox_card.id')
    .where('parent_account_id', '=', accountId)
    .where('state', '<>', 'DESTROYED')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
