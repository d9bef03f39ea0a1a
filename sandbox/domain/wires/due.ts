import type { Ctx } from '../context'
import { checkOrder } from './check-order'
import { leftToSimulator } from './left-to-simulator'
import { sendOff } from './send-off'
import { completeWire, isOnItsWay } from './settle-wire'
import { changeWire, lockWire } from './wire-rows'

/** Sends a scheduled wire off: SUBMITTED, or FAILED with the conflict that stands in its way. */
async function runScheduledWire(ctx: Ctx, id: string): Promise<void> {
  const row = await lockWire(ctx, id)
  if (row?.state === 'SCHEDULED') await changeWire(ctx, row, await sendOff(ctx, row))
}

/** The other bank has taken a wire and works on it. */
async function approveWire(ctx: Ctx, id: string): Promise<void> {
  if (await leftToSimulator(ctx)) return
  const row = await lockWire(ctx, id)
  if (row?.state === 'SUBMITTED') await changeWire(ctx, row, { state: 'APPROVED' })
}

async function payOutWire(ctx: Ctx, id: string): Promise<void> {
  if (await leftToSimulator(ctx)) return
  const row = await lockWire(ctx, id)
  if (row && isOnItsWay(row)) await completeWire(ctx, row)
}

export const wireDue = {
  'wire-scheduled': runScheduledWire,
  'wire-approved': approveWire,
  'wire-completed': payOutWire,
  'wire-order': checkOrder,
} as const
