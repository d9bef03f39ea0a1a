import type { Send } from '../../../contract/sends'
import type { Cancellation, CancellationOrder } from '../../../contract/transfers'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { noLonger } from '../due/later'
import { findOwnSend, type SendRow } from './send-rows'
import { sendView } from './send-view'
import { tellSend } from './tell-send'

/** Calls off scheduled sends; each of the list stands for itself. Mirrors `sendCancel`. */
export async function cancelSends(
  ctx: ActorCtx,
  orders: readonly CancellationOrder[],
): Promise<Outcome<{ cancellations: Cancellation[] }>> {
  // One order of locking for everyone, so that two lists cannot wait for each other; answered in the caller's order.
  const sorted = [...orders].sort((a, b) => (a.id < b.id ? -1 : 1))
  const outcomes = new Map<CancellationOrder, Cancellation>()
  for (const order of sorted) outcomes.set(order, await cancelOne(ctx, order))
  return done({ cancellations: orders.map((order) => outcomes.get(order) ?? { id: order.id, state: 'ERROR' }) })
}

async function cancelOne(ctx: ActorCtx, { id, cancellationReason }: CancellationOrder): Promise<Cancellation> {
  const row = await findOwnSend(ctx, id)
  if (!row) return { id, state: 'ERROR', errorCode: 'NOT_FOUND' }
  if (row.state !== 'SCHEDULED') return { id, state: 'ERROR', errorCode: 'TRANSACTION_NOT_SCHEDULED' }
  await callOff(ctx, row, cancellationReason)
  return { id, state: 'SUCCESS' }
}

/** Calls off one send that nobody has paid yet: scheduled, or waiting for its confirmation. Mirrors `sendSingleCancel`. */
export async function cancelSend(
  ctx: ActorCtx,
  id: string,
  reason: string | undefined,
): Promise<Outcome<Send, 'NOT_FOUND' | 'INVALID_STATE'>> {
  const row = await findOwnSend(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.state !== 'SCHEDULED' && row.state !== 'PENDING_CHALLENGE') return refuse('INVALID_STATE')
  return done(sendView(await callOff(ctx, row, reason)))
}

async function callOff(ctx: ActorCtx, row: SendRow, reason: string | undefined): Promise<SendRow> {
  const change = { state: 'CANCELLED', cancellation_reason: reason ?? null } as const
  await ctx.tx.updateTable('sandbox_send').set(change).where('id', '=', row.id).execute()
  await noLonger(ctx, 'send', row.id)
  const cancelled = { ...row, ...change }
  await tellSend(ctx, cancelled)
  return cancelled
}
