import type { OutgoingWireTransfer } from '../../../contract/wire-transfers'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import type { WireRow } from './wire-document'
import { wireView } from './wire-view'

/** One wire of the actor's identity. Mirrors `outgoingWireTransferGet`. */
export async function getWire(ctx: ActorCtx, id: string): Promise<Outcome<OutgoingWireTransfer, 'NOT_FOUND'>> {
  const row = await readOwnWire(ctx, id)
  return row ? done(wireView(row)) : refuse('NOT_FOUND')
}

export function readOwnWire(ctx: ActorCtx, id: string): Promise<WireRow | undefined> {
  return ctx.tx
    .selectFrom('sandbox_wire')
    .selectAll()
    .where('id', '=', id)
    .where('identity_id', '=', ctx.actor.identityId)
    .executeTakeFirst()
}
