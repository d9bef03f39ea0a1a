import type { OutgoingWireTransfer } from '../../../contract/wire-transfers'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { noLonger } from '../due/later'
import { changeWire, lockOwnWire } from './wire-rows'
import { wireView } from './wire-view'

/** States in which nothing has left yet. */
const cancellable: ReadonlySet<string> = new Set(['PENDING_CONFIRMATION', 'PENDING_CHALLENGE', 'SCHEDULED'])

/** Calls off a wire that nobody has sent yet. Mirrors `outgoingWireTransferSingleCancel`. */
export async function cancelWire(
  ctx: ActorCtx,
  id: string,
  reason: string | undefined,
): Promise<Outcome<OutgoingWireTransfer, 'NOT_FOUND' | 'INVALID_STATE'>> {
  const row = await lockOwnWire(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  if (!cancellable.has(row.state)) return refuse('INVALID_STATE')
  if (row.state === 'SCHEDULED') await noLonger(ctx, 'wire-scheduled', id)
  return done(wireView(await changeWire(ctx, row, { state: 'CANCELLED', cancellation_reason: reason ?? null })))
}
