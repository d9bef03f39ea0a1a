import { refuse } from '../context'
import { later } from '../due/later'
import type { MoneyCtx } from '../ledger/batch'
import { programme } from '../programme'
import { findSource } from './find-source'
import { documentOf, type NewWireRow } from './wire-document'
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
  const ends =
    source.ok && (await isPayeeBlocked(ctx, wire)) ? refuse('EXTERNAL_DESTINATION_ACCOUNT_NOT_FOUND') : source
  const held = ends.ok ? await holdMoney(ctx, wire) : ends
  if (!held.ok) return { state: 'FAILED', failure: held.refusal, executed_at: now }
  await later(ctx, 'wire-approved', wire.id, now + programme.wires.approvedAfterMs)
  await later(ctx, 'wire-completed', wire.id, now + programme.wires.completedAfterMs)
  return { state: 'SUBMITTED' }
}

/** Whether the linked account that a wire pays has been blocked since it was ordered. */
async function isPayeeBlocked(ctx: MoneyCtx, wire: NewWireRow): Promise<boolean> {
  const { destination } = documentOf(wire)
  if (!('id' in destination)) return false
  const linked = await ctx.tx
    .selectFrom('sandbox_linked_account')
    .select('state')
    .where('id', '=', destination.id)
    .executeTakeFirst()
  return linked?.state !== 'ACTIVE'
}
