import type { Selectable } from 'kysely'
import type { SandboxTransferTable } from '../../../storage/schema'
import type { Ctx } from '../context'
import { bookTransfer } from './book-transfer'
import { findPair } from './instrument-pair'

type TransferRow = Selectable<SandboxTransferTable>

/**
 * Runs the oldest scheduled transfer that is due: COMPLETED, or FAILED with the conflict that stood in its way. Answers
 * whether there was one. Two processes never run the same one: the row is locked, and the other skips it.
 */
export async function runScheduledTransfer(ctx: Ctx): Promise<boolean> {
  const due = ctx.tx
    .selectFrom('sandbox_transfer')
    .selectAll()
    .where('state', '=', 'SCHEDULED')
    .where('scheduled_at', '<=', ctx.now())
    .orderBy('scheduled_at')
    .orderBy('id')
    .limit(1)
  const row = await (ctx.engine === 'postgres' ? due.forUpdate().skipLocked() : due).executeTakeFirst()
  if (!row) return false
  const failure = await settle(ctx, row)
  await ctx.tx
    .updateTable('sandbox_transfer')
    .set({ state: failure ? 'FAILED' : 'COMPLETED', failure, executed_at: ctx.now() })
    .where('id', '=', row.id)
    .execute()
  return true
}

/** When the next scheduled transfer is due. */
export async function nextScheduledTransfer(ctx: Pick<Ctx, 'tx'>): Promise<number | undefined> {
  const row = await ctx.tx
    .selectFrom('sandbox_transfer')
    .select('scheduled_at')
    .where('state', '=', 'SCHEDULED')
    .orderBy('scheduled_at')
    .limit(1)
    .executeTakeFirst()
  return row?.scheduled_at ?? undefined
}

async function settle(ctx: Ctx, row: TransferRow): Promise<string | null> {
  const pair = await findPair(ctx, {
    identityId: row.identity_id,
    source: { type: row.source_type, id: row.source_id },
    destination: { type: row.destination_type, id: row.destination_id },
    currency: row.currency,
    amount: row.amount,
  })
  if (!pair.ok) return pair.refusal
  const booked = await bookTransfer(ctx, pair.value, row)
  return booked.ok ? null : booked.refusal
}
