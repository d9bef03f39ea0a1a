import type { Selectable } from 'kysely'
import { locked } from '../../../storage/lock'
import type { SandboxTransferTable } from '../../../storage/schema/money'
import type { Ctx } from '../context'
import { bookTransfer } from './book-transfer'
import { findPair } from './instrument-pair'
import { emitTransfer, type TransferFailure } from './transfer-event'

type TransferRow = Selectable<SandboxTransferTable>

/** Runs a scheduled transfer whose time has come: COMPLETED, or FAILED with the conflict that stood in its way. */
export async function runScheduledTransfer(ctx: Ctx, id: string): Promise<void> {
  const query = ctx.tx.selectFrom('sandbox_transfer').selectAll().where('id', '=', id).where('state', '=', 'SCHEDULED')
  const row = await locked(ctx.engine, query).executeTakeFirst()
  if (!row) return
  const failure = await settle(ctx, row)
  const state = failure ? 'FAILED' : 'COMPLETED'
  const change = { state, failure: failure ?? null, executed_at: ctx.now() } as const
  await ctx.tx.updateTable('sandbox_transfer').set(change).where('id', '=', row.id).execute()
  await emitTransfer(ctx, state, { ...row, ...change }, failure)
}

async function settle(ctx: Ctx, row: TransferRow): Promise<TransferFailure | undefined> {
  const pair = await findPair(ctx, {
    identityId: row.identity_id,
    source: { type: row.source_type, id: row.source_id },
    destination: { type: row.destination_type, id: row.destination_id },
    currency: row.currency,
    amount: row.amount,
  })
  if (!pair.ok) return pair.refusal
  const booked = await bookTransfer(ctx, pair.value, row)
  return booked.ok ? undefined : booked.refusal
}
