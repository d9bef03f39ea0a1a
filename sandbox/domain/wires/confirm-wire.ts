import type { OutgoingWireTransfer } from '../../../contract/wire-transfers'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { beneficiaryOf, goOn } from './go-on'
import { documentOf } from './wire-document'
import { changeWire, lockOwnWire } from './wire-rows'
import { wireView } from './wire-view'

/** Goes on after somebody has looked at the payee check. Mirrors `outgoingWireTransferConfirm`. */
export async function confirmWire(
  ctx: ActorCtx,
  id: string,
): Promise<Outcome<OutgoingWireTransfer, 'NOT_FOUND' | 'INVALID_STATE'>> {
  const row = await lockOwnWire(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.state !== 'PENDING_CONFIRMATION') return refuse('INVALID_STATE')
  const next = await goOn(ctx, row, await beneficiaryOf(ctx, documentOf(row)))
  return done(wireView(await changeWire(ctx, row, next)))
}
