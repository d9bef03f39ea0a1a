import type { Insertable } from 'kysely'
import type { SandboxLedgerEntryTable } from '../../../storage/schema/money'
import { nextInSequence } from '../../../storage/transaction'
import { done, type Outcome, refuse } from '../context'
import { insertRow, type MoneyCtx } from './batch'
import { type After, type Leg, moveBalance } from './move-balance'

export type Posting = {
  transactionType: string
  transactionId: string
  legs: readonly Leg[]
  /** PENDING books what is held and not yet final, as a card authorisation; COMPLETED where left out. */
  state?: 'PENDING' | 'COMPLETED'
}

/**
 * Books one event: every leg moves a balance and leaves a row that is never changed. Refuses, before anything is
 * booked, when a single debit would take an instrument below zero; throws when the legs do not balance, when an account
 * does not exist in that currency, or when a later one of several debits fails (the transaction must then be undone).
 */
export async function post(ctx: MoneyCtx, posting: Posting): Promise<Outcome<undefined, 'FUNDS_INSUFFICIENT'>> {
  // An amount and its fee may come to more than a number holds exactly; nobody has as much.
  if (posting.legs.some(({ actual, available }) => !Number.isSafeInteger(actual) || !Number.isSafeInteger(available)))
    return refuse('FUNDS_INSUFFICIENT')
  assertBalanced(posting.legs)
  const legs = [...posting.legs].sort((a, b) => a.available - b.available)
  // The ledger before the instruments, as everywhere: two postings cannot wait for each other.
  const first = ctx.batch ? takeIds(ctx.batch, legs.length) : await nextInSequence(ctx.tx, 'ledger', legs.length)
  const moved: ({ leg: Leg } & After)[] = []
  for (const leg of legs) {
    const after = await moveBalance(ctx, leg)
    if (after) moved.push({ leg, ...after })
    else if (moved.length === 0 && (leg.available < 0 || leg.actual < 0)) return refuse('FUNDS_INSUFFICIENT')
    else throw new Error(`posting ${posting.transactionId}: ${leg.account} cannot take its leg`)
  }
  const created_at = ctx.now()
  const rows = moved.map(
    ({ leg, actual_after, available_after }, index): Insertable<SandboxLedgerEntryTable> => ({
      id: first + index,
      posting_id: String(first),
      account: leg.account,
      currency: leg.currency,
      actual: leg.actual,
      available: leg.available,
      actual_after,
      available_after,
      transaction_type: posting.transactionType,
      transaction_id: posting.transactionId,
      state: posting.state ?? 'COMPLETED',
      additional_fields: JSON.stringify(leg.additionalFields ?? {}),
      card_id: leg.cardId ?? null,
      created_at,
    }),
  )
  if (!ctx.batch) await ctx.tx.insertInto('sandbox_ledger_entry').values(rows).execute()
  else for (const row of rows) await insertRow(ctx, 'sandbox_ledger_entry', row)
  return done(undefined)
}

function takeIds(batch: { nextEntryId: number }, count: number): number {
  const first = batch.nextEntryId
  batch.nextEntryId += count
  return first
}

function assertBalanced(legs: readonly Leg[]): void {
  // Sums on the way may be larger than any single leg.
  const sums = new Map<string, { actual: bigint; available: bigint }>()
  for (const { currency, actual, available } of legs) {
    const sum = sums.get(currency) ?? { actual: 0n, available: 0n }
    sums.set(currency, { actual: sum.actual + BigInt(actual), available: sum.available + BigInt(available) })
  }
  for (const [currency, sum] of sums)
    if (sum.actual !== 0n || sum.available !== 0n) throw new Error(`posting does not balance in ${currency}`)
}
