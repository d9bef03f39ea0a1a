import { findInstruments, type Instrument, type MoneyCtx } from './batch'
import { isSystemAccount } from './system-accounts'
import { warnOfLowBalance } from './warn-of-low-balance'

export type Leg = {
  account: string
  currency: string
  /** Signed minor units: what the books hold, and what may be spent. */
  actual: number
  available: number
  additionalFields?: Record<string, string>
  /** The debit card whose statement shows this movement on its account. */
  cardId?: string
}
export type After = { actual_after: number; available_after: number }
type Moved = After & Pick<Instrument, 'type' | 'low_balance_threshold'>

/**
 * Changes one balance and answers what it is now; `undefined` when a customer's instrument has too little, or when there
 * is no such account in that currency.
 */
export async function moveBalance(ctx: MoneyCtx, leg: Leg): Promise<After | undefined> {
  const moved = await (ctx.batch ? moveInMemory(ctx, leg) : moveInDatabase(ctx, leg))
  // Most accounts have no mark.
  if (moved && moved.low_balance_threshold !== null) {
    const { account: id, currency, available } = leg
    const after = moved.available_after
    await warnOfLowBalance(ctx, { ...moved, id, currency, before: after - available, after })
  }
  return moved
}

/**
 * How far down an account may go: a customer's to nothing, the system's own as far as numbers are exact. All money comes
 * out of a system account, so that no customer can hold more than that either.
 */
const floorOf = (leg: Leg) => (isSystemAccount(leg.account) ? -Number.MAX_SAFE_INTEGER : 0)

/** In one statement with its condition, so that two payments at once cannot both spend the last euro. */
async function moveInDatabase(ctx: MoneyCtx, leg: Leg): Promise<Moved | undefined> {
  let query = ctx.tx
    .updateTable('sandbox_instrument')
    .set((eb) => ({
      actual_balance: eb('actual_balance', '+', leg.actual),
      available_balance: eb('available_balance', '+', leg.available),
    }))
    .where('id', '=', leg.account)
    .where('currency', '=', leg.currency)
    .returning(['actual_balance as actual_after', 'available_balance as available_after'])
    .returning(['type', 'low_balance_threshold'])
  const floor = floorOf(leg)
  if (leg.available < 0) query = query.where('available_balance', '>=', floor - leg.available)
  if (leg.actual < 0) query = query.where('actual_balance', '>=', floor - leg.actual)
  return query.executeTakeFirst()
}

/** On the batch's locked copy, which is written with the batch. */
async function moveInMemory(ctx: MoneyCtx, leg: Leg): Promise<Moved | undefined> {
  const [held] = await findInstruments(ctx, [leg.account])
  if (!held || held.currency !== leg.currency) return undefined
  const floor = floorOf(leg)
  if (leg.available < 0 && held.available_balance < floor - leg.available) return undefined
  if (leg.actual < 0 && held.actual_balance < floor - leg.actual) return undefined
  held.actual_balance += leg.actual
  held.available_balance += leg.available
  ctx.batch?.moved.add(held)
  const { type, low_balance_threshold, actual_balance, available_balance } = held
  return { type, low_balance_threshold, actual_after: actual_balance, available_after: available_balance }
}
