import type { Selectable } from 'kysely'
import type { SandboxWebhookTable } from '../../../storage/schema/machinery'
import type { Ctx } from '../context'
import { waiting } from './waiting'

const SECOND = 1000
const MINUTE = 60 * SECOND
/** How long after each failed try comes the next; after the last of them none does. */
export const RETRY_AFTER_MS = [10 * SECOND, MINUTE, 6 * MINUTE, 36 * MINUTE, 216 * MINUTE] as const
/** Longer than any try takes: whoever has not said by then what became of one has died. */
export const LEASE_MS = 60 * SECOND

export type Delivery = Pick<Selectable<SandboxWebhookTable>, 'id' | 'event' | 'path' | 'payload' | 'attempts'> & {
  /** Until when nobody else tries it. */
  leasedUntil: number
}
export type Tried = { delivery: Delivery; at: number; tookMs: number; result: Result }
/** An HTTP status, or why there is none. */
type Result = number | 'TIMEOUT' | 'NO_ANSWER' | 'UNKNOWN_EVENT'

/**
 * Takes what is due, the oldest first, and counts the try before it is made. Nobody else takes it while the lease lasts;
 * if this process dies, somebody does afterwards: the platform may then hear the same twice.
 */
export async function claimDeliveries(ctx: Ctx, limit: number): Promise<Delivery[]> {
  const due = ctx.tx
    .selectFrom('sandbox_webhook')
    .select(['id', 'event', 'path', 'payload', 'attempts'])
    .where(waiting)
    .where('next_attempt_at', '<=', ctx.now())
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(limit)
  const rows = await (ctx.engine === 'postgres' ? due.forUpdate().skipLocked() : due).execute()
  if (rows.length === 0) return []
  const leasedUntil = ctx.now() + LEASE_MS
  await ctx.tx
    .updateTable('sandbox_webhook')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: leasedUntil }))
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) => ({ ...row, attempts: row.attempts + 1, leasedUntil }))
}

/** Gives back what was taken and not tried to the end, as when the process is asked to go. */
export async function releaseDeliveries(ctx: Ctx, deliveries: readonly Delivery[]): Promise<void> {
  for (const { id, leasedUntil } of deliveries)
    await ctx.tx
      .updateTable('sandbox_webhook')
      .set((eb) => ({ attempts: eb('attempts', '-', 1), next_attempt_at: ctx.now() }))
      .where('id', '=', id)
      .where('status', '=', 'PENDING')
      .where('next_attempt_at', '=', leasedUntil)
      .execute()
}

/** Notes what became of tries: DELIVERED, another one later, or FAILED. */
export async function recordTries(ctx: Ctx, tries: readonly Tried[]): Promise<void> {
  if (tries.length === 0) return
  await ctx.tx
    .insertInto('sandbox_webhook_try')
    .values(
      tries.map(({ delivery, at, tookMs, result }) => ({
        id: ctx.newId(),
        webhook_id: delivery.id,
        at,
        took_ms: tookMs,
        result: String(result),
      })),
    )
    .execute()
  for (const one of tries) await recordTry(ctx, one)
}

async function recordTry(ctx: Ctx, { delivery, result }: Tried): Promise<void> {
  const query = ctx.tx.updateTable('sandbox_webhook').where('id', '=', delivery.id)
  const last_result = String(result)
  if (isReceived(result)) {
    await query.set({ status: 'DELIVERED', last_result, delivered_at: ctx.now() }).execute()
    return
  }
  // Whose lease has run out speaks of an old try: another one is under way.
  const mine = query.where('status', '=', 'PENDING').where('next_attempt_at', '=', delivery.leasedUntil)
  const wait = isWorthRetrying(result) ? RETRY_AFTER_MS[delivery.attempts - 1] : undefined
  await (wait === undefined
    ? mine.set({ status: 'FAILED', last_result }).execute()
    : mine.set({ last_result, next_attempt_at: ctx.now() + wait }).execute())
}

const isReceived = (result: Result) => typeof result === 'number' && result >= 200 && result < 300

function isWorthRetrying(result: Result): boolean {
  if (typeof result === 'string') return result !== 'UNKNOWN_EVENT'
  return result === 408 || result === 409 || result === 425 || result >= 500
}

/** When there is something to send next. */
export async function nextDelivery(ctx: Pick<Ctx, 'tx'>): Promise<number | undefined> {
  const next = await ctx.tx
    .selectFrom('sandbox_webhook')
    .select('next_attempt_at')
    .where(waiting)
    .orderBy('next_attempt_at')
    .limit(1)
    .executeTakeFirst()
  return next?.next_attempt_at
}
