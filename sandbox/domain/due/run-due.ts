import type { Ctx } from '../context'
import { type DueHandler, dueHandlers } from './handlers'

const RETRY_MS = 1000

/**
 * Does the oldest thing that is due and forgets it; answers whether there was one. Two processes never do the same: the
 * row is locked, and the other one skips it.
 */
export async function runDue(ctx: Ctx): Promise<boolean> {
  const due = ctx.tx
    .selectFrom('sandbox_due')
    .selectAll()
    .where('due_at', '<=', ctx.now())
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
  const row = await (ctx.engine === 'postgres' ? due.forUpdate().skipLocked() : due).executeTakeFirst()
  if (!row) return false
  await ctx.tx.deleteFrom('sandbox_due').where('id', '=', row.id).execute()
  const handler = Object.entries<DueHandler>(dueHandlers).find(([kind]) => kind === row.kind)?.[1]
  if (!handler) throw new DueFault(row.id, `nothing handles ${row.kind}`)
  try {
    await handler(ctx, row.subject)
  } catch (error) {
    throw new DueFault(row.id, error)
  }
  return true
}

/** What was due could not be done; the transaction is undone, and `putOff` lets the rest go on meanwhile. */
export class DueFault extends Error {
  /** The database's own, by which a transaction knows that it may be run again. */
  readonly code: unknown
  constructor(
    readonly dueId: string,
    cause: unknown,
  ) {
    super(`due ${dueId}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
    this.code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  }
}

/** Leaves one thing for a second later. */
export async function putOff(ctx: Ctx, dueId: string): Promise<void> {
  const due_at = ctx.now() + RETRY_MS
  await ctx.tx.updateTable('sandbox_due').set({ due_at }).where('id', '=', dueId).execute()
}

/** When there is something to do next. */
export async function nextDue(ctx: Pick<Ctx, 'tx'>): Promise<number | undefined> {
  const next = await ctx.tx.selectFrom('sandbox_due').select('due_at').orderBy('due_at').limit(1).executeTakeFirst()
  return next?.due_at
}
