import type { Ctx } from '../context'

/** Whether an account still has a wire to pay at a later time. */
export async function hasScheduledWire(ctx: Ctx, accountId: string): Promise<boolean> {
  const found = await ctx.tx
    .selectFrom('sandbox_wire')
    .select('id')
    .where('source_id', '=', accountId)
    .where('state', '=', 'SCHEDULED')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
