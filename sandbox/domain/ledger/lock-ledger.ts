import type { MoneyCtx } from './batch'

/**
 * Makes postings queue one behind the other until the transaction ends. Call it before locking instruments: whoever
 * books holds the ledger first and instruments second, so two payments cannot wait for each other. SQLite has one writer
 * anyway, and a batch took the lock with its block of ids.
 */
export async function lockLedger(ctx: MoneyCtx): Promise<void> {
  if (ctx.engine === 'sqlite' || ctx.batch) return
  await ctx.tx.selectFrom('sandbox_sequence').select('value').where('name', '=', 'ledger').forUpdate().execute()
}
