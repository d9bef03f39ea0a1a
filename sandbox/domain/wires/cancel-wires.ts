import type { Req } from '../../../contract/endpoint'
import type { outgoingWireTransferCancel } from '../../../contract/outgoing-wire-transfers'
import type { Cancellation } from '../../../contract/transfers'
import { type ActorCtx, done, type Outcome } from '../context'
import { cancelWire } from './cancel-wire'
import { lockOwnWire } from './wire-rows'

type Order = Req<typeof outgoingWireTransferCancel>['body']['cancellations'][number]

/** Calls off scheduled wires; each of the list stands for itself. Mirrors `outgoingWireTransferCancel`. */
export async function cancelWires(
  ctx: ActorCtx,
  orders: readonly Order[],
): Promise<Outcome<{ cancellations: Cancellation[] }>> {
  const outcomes = new Map<Order, Cancellation>()
  // One order of locking for everyone, so that two lists cannot wait for each other; answered in the caller's order.
  for (const order of [...orders].sort((a, b) => (a.id < b.id ? -1 : 1)))
    outcomes.set(order, await cancelOne(ctx, order))
  return done({ cancellations: orders.map((order) => outcomes.get(order) ?? { id: order.id, state: 'ERROR' }) })
}

async function cancelOne(ctx: ActorCtx, { id, cancellationReason }: Order): Promise<Cancellation> {
  const row = await lockOwnWire(ctx, id)
  if (!row) return { id, state: 'ERROR', errorCode: 'NOT_FOUND' }
  if (row.state !== 'SCHEDULED') return { id, state: 'ERROR', errorCode: 'TRANSACTION_NOT_SCHEDULED' }
  const cancelled = await cancelWire(ctx, id, cancellationReason)
  return cancelled.ok ? { id, state: 'SUCCESS' } : { id, state: 'ERROR', errorCode: 'GENERIC' }
}
