import { insertRow, type MoneyCtx } from '../ledger/batch'
import type { DueKind } from './handlers'

/** Sees to it that the handler of `kind` runs on `subject` at `dueAt` of the sandbox's clock, also after a crash. */
export async function later(ctx: MoneyCtx, kind: DueKind, subject: string, dueAt: number): Promise<void> {
  await insertRow(ctx, 'sandbox_due', { id: ctx.newId(), kind, subject, due_at: dueAt })
  ctx.wakes.add('schedule')
}

/** Takes back everything of `kind` that waits for `subject`. */
export async function noLonger(ctx: MoneyCtx, kind: DueKind, subject: string): Promise<void> {
  await ctx.tx.deleteFrom('sandbox_due').where('kind', '=', kind).where('subject', '=', subject).execute()
}
