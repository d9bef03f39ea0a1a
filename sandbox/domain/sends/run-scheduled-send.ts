import { locked } from '../../../storage/lock'
import type { Ctx } from '../context'
import { settleSend } from './settle-send'
import { tellSend } from './tell-send'

/** Pays a scheduled send at its time, where it has not been called off. */
export async function runScheduledSend(ctx: Ctx, id: string): Promise<void> {
  const query = ctx.tx.selectFrom('sandbox_send').selectAll().where('id', '=', id).where('state', '=', 'SCHEDULED')
  const row = await locked(ctx.engine, query).executeTakeFirst()
  if (!row) return
  const settled = await settleSend(ctx, row)
  await ctx.tx.updateTable('sandbox_send').set(settled).where('id', '=', id).execute()
  await tellSend(ctx, { ...row, ...settled })
}
