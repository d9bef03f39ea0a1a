import type { Ctx } from '../context'
import { leftToSimulator } from '../wires/left-to-simulator'
import { changeCorrespondent, lockCorrespondent } from './correspondent-rows'
import { sendOffCorrespondent } from './send-off-correspondent'
import { completeCorrespondent, isOnItsWay } from './settle-correspondent'

async function runScheduled(ctx: Ctx, id: string): Promise<void> {
  const row = await lockCorrespondent(ctx, id)
  if (row?.state === 'SCHEDULED') await sendOffCorrespondent(ctx, row)
}

/** The other bank has taken it and works on it. */
async function approve(ctx: Ctx, id: string): Promise<void> {
  if (await leftToSimulator(ctx)) return
  const row = await lockCorrespondent(ctx, id)
  if (row?.state === 'SUBMITTED') await changeCorrespondent(ctx, row, { state: 'APPROVED' })
}

async function payOut(ctx: Ctx, id: string): Promise<void> {
  if (await leftToSimulator(ctx)) return
  const row = await lockCorrespondent(ctx, id)
  if (row && isOnItsWay(row)) await completeCorrespondent(ctx, row)
}

export const correspondentDue = {
  'correspondent-scheduled': runScheduled,
  'correspondent-approved': approve,
  'correspondent-completed': payOut,
} as const
