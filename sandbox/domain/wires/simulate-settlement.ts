import type { WireSettlementCode } from '../../../contract/simulator/wires'
import type { Ctx } from '../context'
import { simulateCorrespondentSettlement } from '../correspondents/settle-correspondent'
import { completeWire, isOnItsWay, rejectWire } from './settle-wire'
import { lockWire } from './wire-rows'

/** What the other bank does with a wire, at once: it pays it out, or does not take it. */
export async function simulateSettlement(
  ctx: Ctx,
  id: string,
  verdict: 'accept' | 'reject',
): Promise<WireSettlementCode> {
  const row = await lockWire(ctx, id)
  // One that is sent for somebody else is a wire to the other bank as well.
  if (!row) return simulateCorrespondentSettlement(ctx, id, verdict)
  if (row.state === 'COMPLETED' || row.state === 'RETURNED') return 'DENIED_WIRE_TRANSFER_ALREADY_COMPLETED'
  if (!isOnItsWay(row)) return 'DENIED'
  await (verdict === 'accept' ? completeWire : rejectWire)(ctx, row)
  return 'COMPLETED'
}
