import type { Ctx } from '../context'
import { waiting } from './waiting'

// A statement over many more would hold up everybody else.
const AT_ONCE = 2000

/**
 * Notes of some of what is due that it goes nowhere, the address having been taken away; answers whether there may be
 * more. It is kept, and may be sent again.
 */
export async function leaveUnaddressed(ctx: Ctx): Promise<boolean> {
  const due = ctx.tx
    .selectFrom('sandbox_webhook')
    .select('id')
    .where(waiting)
    .where('next_attempt_at', '<=', ctx.now())
    .limit(AT_ONCE)
  const rows = ctx.engine === 'postgres' ? due.forUpdate().skipLocked() : due
  const left = await ctx.tx
    .updateTable('sandbox_webhook')
    .set({ status: 'UNADDRESSED' })
    .where('id', 'in', rows)
    .executeTakeFirst()
  return Number(left.numUpdatedRows) === AT_ONCE
}
