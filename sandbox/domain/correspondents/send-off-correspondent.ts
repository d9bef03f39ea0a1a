import type { Ctx } from '../context'
import { later } from '../due/later'
import { programme } from '../programme'
import { findSource } from '../wires/find-source'
import type { CorrespondentRow } from './correspondent-document'
import { holdAmount } from './correspondent-money'
import { changeCorrespondent } from './correspondent-rows'

/**
 * What becomes of a transfer that was confirmed: SCHEDULED where its time is still to come, else SUBMITTED with its money
 * held, or FAILED where that cannot be. The row is locked.
 */
export async function sendOffCorrespondent(ctx: Ctx, row: CorrespondentRow): Promise<void> {
  const now = ctx.now()
  if (row.scheduled_at !== null && row.scheduled_at > now) {
    await later(ctx, 'correspondent-scheduled', row.id, row.scheduled_at)
    await changeCorrespondent(ctx, row, { state: 'SCHEDULED' })
    return
  }
  const { identity_id: identityId, source_id: id, currency } = row
  const source = await findSource(ctx, { identityId, id, currency })
  const held = source.ok ? await holdAmount(ctx, row) : source
  if (!held.ok) {
    await changeCorrespondent(ctx, row, { state: 'FAILED', failure: held.refusal, executed_at: now })
    return
  }
  await later(ctx, 'correspondent-approved', row.id, now + programme.wires.approvedAfterMs)
  await later(ctx, 'correspondent-completed', row.id, now + programme.wires.completedAfterMs)
  await changeCorrespondent(ctx, row, { state: 'SUBMITTED' })
}
