import { insertRow, type MoneyCtx } from '../ledger/batch'
import type { DueKind } from './handlers'

/** Sees to it that the handler of `kind` runs on `subject` at `dueAt` of the sandbox's clock, also after a crash. */
export async function later(ctx: MoneyCtx, kind: DueKind, subject: string, dueAt: number): Promise<void> {
  await insertRow(ctx, 'sandbox_due', { id: ctx.newId(), kind, subject, due_at: dueAt })
  ctx.wakes.add('schedule')
}

/**
 * Takes back everything of the kinds that waits for `subject`, and says whether there was anything. What another process
 * has in hand at this moment is left to its handler, which waits for the subject's lock and then finds nothing to do: to
 * wait for it here, with that lock held, would be to wait for each other.
 */
export async function noLonger(ctx: MoneyCtx, kinds: DueKind | readonly DueKind[], subject: string): Promise<boolean> {
  const waiting = ctx.tx
    .selectFrom('sandbox_due')
    .select('id')
    .where('kind', 'in', [kinds].flat())
    .where('subject', '=', subject)
  const free = ctx.engine === 'postgres' ? waiting.forUpdate().skipLocked() : waiting
  const gone = await ctx.tx.deleteFrom('sandbox_due').where('id', 'in', free).executeTakeFirstOrThrow()
  return gone.numDeletedRows > 0n
}
