import type { Insertable } from 'kysely'
import type { Transfer, TransferOrder } from '../../../contract/transfers'
import type { SandboxTransferTable } from '../../../storage/schema/money'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { later } from '../due/later'
import { insertRow, type MoneyCtx } from '../ledger/batch'
import { programme } from '../programme'
import { bookTransfer } from './book-transfer'
import { findPair, type PairRefusal } from './instrument-pair'
import { emitTransfer } from './transfer-event'
import { transferView } from './transfer-view'

type Refusal = PairRefusal | 'PROFILE_INACTIVE' | 'SCHEDULED_TIMESTAMP_INVALID' | 'FUNDS_INSUFFICIENT'

/**
 * Moves money between two instruments of the actor's identity, at once or at a later instant; whether there is enough is
 * looked at when the money moves. Mirrors `transferCreate`.
 */
export async function createTransfer(
  ctx: ActorCtx & MoneyCtx,
  order: TransferOrder,
): Promise<Outcome<Transfer, Refusal>> {
  // The operation documents no PROFILE_NOT_FOUND.
  if (order.profileId !== programme.profiles.transfers) return refuse('PROFILE_INACTIVE')
  const now = ctx.now()
  const scheduledAt = order.scheduledTimestamp === undefined ? null : Number(order.scheduledTimestamp)
  if (scheduledAt !== null && (scheduledAt <= now || !Number.isSafeInteger(scheduledAt)))
    return refuse('SCHEDULED_TIMESTAMP_INVALID')

  const { source, destination, destinationAmount: money } = order
  const pair = await findPair(ctx, { identityId: ctx.actor.identityId, source, destination, ...money })
  if (!pair.ok) return pair
  const row: Insertable<SandboxTransferTable> = {
    id: ctx.newId(),
    identity_id: ctx.actor.identityId,
    profile_id: order.profileId,
    tag: order.tag ?? null,
    description: order.description ?? null,
    source_type: source.type,
    source_id: source.id,
    destination_type: destination.type,
    destination_id: destination.id,
    currency: money.currency,
    amount: money.amount,
    state: scheduledAt === null ? 'COMPLETED' : 'SCHEDULED',
    failure: null,
    scheduled_at: scheduledAt,
    executed_at: scheduledAt === null ? now : null,
    cancellation_reason: null,
    created_at: now,
  }
  if (scheduledAt === null) {
    const booked = await bookTransfer(ctx, pair.value, { ...money, id: row.id, description: order.description ?? null })
    if (!booked.ok) return booked
  }
  await insertRow(ctx, 'sandbox_transfer', row)
  if (scheduledAt !== null) await later(ctx, 'transfer', row.id, scheduledAt)
  await emitTransfer(ctx, scheduledAt === null ? 'COMPLETED' : 'SCHEDULED', row)
  return done(transferView(row))
}
