import type { Ctx } from '../context'
import { sendOff } from './send-off'
import { changeWire, lockWire } from './wire-rows'

/** Tells what came of an order of the older bulk call: INVALID, on its way, or waiting for its challenge. */
export async function checkOrder(ctx: Ctx, id: string): Promise<void> {
  const row = await lockWire(ctx, id)
  if (row?.state !== 'PENDING_CHALLENGE' || row.unchecked === 0) return
  if (row.failure !== null) await changeWire(ctx, row, { unchecked: 0, state: 'INVALID' })
  else await changeWire(ctx, row, { unchecked: 0, ...(row.exemption === null ? {} : await sendOff(ctx, row)) })
}
