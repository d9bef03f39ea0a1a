import type { Req } from '../../../contract/endpoint'
import type { Cancellation, transferCancel } from '../../../contract/transfers'
import { locked } from '../../../storage/lock'
import { type ActorCtx, done, type Outcome } from '../context'
import { noLonger } from '../due/later'
import { emitTransfer } from './transfer-event'

type Order = Req<typeof transferCancel>['body']['cancellations'][number]

/** Calls off scheduled transfers; each of the list stands for itself. Mirrors `transferCancel`. */
export async function cancelTransfers(
  ctx: ActorCtx,
  orders: readonly Order[],
): Promise<Outcome<{ cancellations: Cancellation[] }>> {
  const cancellations: Cancellation[] = []
  // One order of locking for everyone, so that two lists cannot wait for each other; answered in the caller's order.
  const sorted = [...orders].sort((a, b) => (a.id < b.id ? -1 : 1))
  const outcomes = new Map<Order, Cancellation>()
  for (const order of sorted) outcomes.set(order, await cancelOne(ctx, order))
  for (const order of orders) cancellations.push(outcomes.get(order) ?? { id: order.id, state: 'ERROR' })
  return done({ cancellations })
}

async function cancelOne(ctx: ActorCtx, { id, cancellationReason }: Order): Promise<Cancellation> {
  const mine = ctx.tx
    .selectFrom('sandbox_transfer')
    .selectAll()
    .where('id', '=', id)
    .where('identity_id', '=', ctx.actor.identityId)
  const row = await locked(ctx.engine, mine).executeTakeFirst()
  if (!row) return { id, state: 'ERROR', errorCode: 'NOT_FOUND' }
  if (row.state !== 'SCHEDULED') return { id, state: 'ERROR', errorCode: 'TRANSACTION_NOT_SCHEDULED' }
  const change = { state: 'CANCELLED', cancellation_reason: cancellationReason ?? null } as const
  await ctx.tx.updateTable('sandbox_transfer').set(change).where('id', '=', id).execute()
  await noLonger(ctx, 'transfer', id)
  await emitTransfer(ctx, 'CANCELLED', { ...row, ...change })
  return { id, state: 'SUCCESS' }
}
