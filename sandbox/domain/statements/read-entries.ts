import type { Selectable } from 'kysely'
import type { SandboxLedgerEntryTable } from '../../../storage/schema/money'
import type { Ctx } from '../context'
import { type ExecutingFilter, wasExecutedBy } from './executing-instrument'

export type EntryRow = Selectable<SandboxLedgerEntryTable>

export type EntryFilter = {
  account: string
  /** Only what was done with this debit card on its account. */
  card?: string | undefined
  from?: number | undefined
  to?: number | undefined
  types?: readonly string[] | undefined
  /** Leaves out what only holds or releases money. */
  movementsOnly?: boolean | undefined
  /** Only what was made by such a card or IBAN. */
  executing?: ExecutingFilter | undefined
  /** Of several rows of one transaction only the last. */
  lastOfTransaction?: boolean | undefined
}

/** A page of an account's entries and how many match in all. */
export async function readEntries(
  ctx: Ctx,
  filter: EntryFilter,
  page: { order: 'ASC' | 'DESC'; offset: number; limit: number },
): Promise<{ rows: EntryRow[]; count: number }> {
  const matches = filtered(ctx, filter)
  const direction = page.order === 'ASC' ? 'asc' : 'desc'
  const { count } = await matches.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await matches
    .selectAll()
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .offset(page.offset)
    .limit(page.limit)
    .execute()
  return { rows, count: Number(count) }
}

/** What the account held at an instant: after its last entry at or before it; 0 when there was none yet. */
export async function actualBalanceAt(ctx: Ctx, account: string, at: number): Promise<number> {
  const row = await ctx.tx
    .selectFrom('sandbox_ledger_entry')
    .select('actual_after')
    .where('account', '=', account)
    .where('created_at', '<=', at)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.actual_after ?? 0
}

function filtered(ctx: Ctx, filter: EntryFilter) {
  const { card, from, to, types, movementsOnly, lastOfTransaction, executing } = filter
  let rows = ctx.tx.selectFrom('sandbox_ledger_entry').where('sandbox_ledger_entry.account', '=', filter.account)
  if (card !== undefined) rows = rows.where('card_id', '=', card)
  if (from !== undefined) rows = rows.where('created_at', '>=', from)
  if (to !== undefined) rows = rows.where('created_at', '<=', to)
  if (types) rows = rows.where('transaction_type', 'in', types)
  if (movementsOnly) rows = rows.where('actual', '<>', 0)
  if (executing) rows = rows.where((eb) => wasExecutedBy(eb, executing))
  if (lastOfTransaction)
    rows = rows.where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('sandbox_ledger_entry as later')
            .select('later.id')
            .whereRef('later.transaction_id', '=', 'sandbox_ledger_entry.transaction_id')
            .whereRef('later.account', '=', 'sandbox_ledger_entry.account')
            .whereRef('later.id', '>', 'sandbox_ledger_entry.id'),
        ),
      ),
    )
  return rows
}
