import { later } from '../due/later'
import type { MoneyCtx } from '../ledger/batch'
import { programme } from '../programme'
import { findSource } from './find-source'
import type { NewWireRow } from './wire-document'
import { holdMoney } from './wire-money'
import type { WireChange } from './wire-rows'

/**
 * What becomes of a wire that nobody needs to look at any more: SCHEDULED where its time is still to come, else SUBMITTED
 * with its money held, or FAILED where that cannot be. The caller writes the change.
 */
export async function sendOff(ctx: MoneyCtx, wire: NewWireRow): Promise<WireChange> {
  const now = ctx.now()
  if (wire.scheduled_at != null && wire.scheduled_at > now) {
    await later(ctx, 'wire-scheduled', wire.id, wire.scheduled_at)
    return { state: 'SCHEDULED' }
  }
  const { identity_id: identityId, source_id: id, currency } = wire
  const source = await findSource(ctx, { identityId, id, currency })
  const held = source.ok ? await holdMoney(ctx, wire) : source
  if (!held.ok) return { state: 'FAILED', failure: held.refusal, executed_at: now }
  await later(ctx, 'wire-approved', wire.id, now + programme.wires.approvedAfterMs)
  await later(ctx, 'wire-completed', wire.id, now + programme.wires.completedAfterMs)
  return { state: 'SUBMITTED' }
}
