import { settingRows } from '../../settings'
import type { Ctx } from '../context'

/** Whether wires stay where they are until a simulator call settles them (the setting `wireSettlement`). */
export async function leftToSimulator(ctx: Ctx): Promise<boolean> {
  const setting = await ctx.tx
    .selectFrom('sandbox_setting')
    .select('value')
    .where('name', '=', settingRows.wireSettlement)
    .executeTakeFirst()
  return setting?.value === 'simulator'
}
