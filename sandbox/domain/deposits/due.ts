import { settingRows } from '../../settings'
import type { Ctx } from '../context'
import { settleDeposit } from './settle-deposit'

/** Decides on money whose question was forgotten: the process that asked the platform has died. */
async function decideForgotten(ctx: Ctx, id: string): Promise<void> {
  const setting = await ctx.tx
    .selectFrom('sandbox_setting')
    .select('value')
    .where('name', '=', settingRows.undecidedIncomingWires)
    .executeTakeFirst()
  await settleDeposit(ctx, id, setting?.value === 'DENIED' ? 'DENIED' : 'APPROVED')
}

export const depositDue = { 'deposit-undecided': decideForgotten } as const
