import type { Ctx } from '../context'

/** Cancels every row of a bulk that has not run; answers how many. */
export async function cancelRest(ctx: Ctx, bulkId: string): Promise<number> {
  const result = await ctx.tx
    .updateTable('sandbox_bulk_operation')
    .set({ status: 'CANCELLED' })
    .where('bulk_id', '=', bulkId)
    .where('status', '=', 'SUBMITTED')
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
