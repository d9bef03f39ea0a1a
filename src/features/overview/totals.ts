import type { ManagedAccount } from '#contract/managed-accounts'

/** What the identity holds in one currency, in minor units. */
export type CurrencyTotal = {
  currency: string
  /** What the books hold on all accounts, blocked ones included. */
  actual: number
  /** What can be spent: the available balances of active accounts. */
  available: number
  /** What lies on blocked accounts. */
  blocked: number
  accounts: number
}

/**
 * Sums per currency, the largest number of accounts first. Sums of integers are exact in a double up to 2^53, ninety
 * trillion in a currency of two decimals; a sum beyond it is refused rather than shown wrong.
 */
export function totalsByCurrency(accounts: readonly ManagedAccount[]): CurrencyTotal[] {
  const totals = new Map<string, CurrencyTotal>()
  for (const { currency, balances, state } of accounts) {
    if (state.state === 'DESTROYED') continue
    const total = totals.get(currency) ?? { currency, actual: 0, available: 0, blocked: 0, accounts: 0 }
    totals.set(currency, {
      currency,
      actual: exact(total.actual + balances.actualBalance),
      available: exact(total.available + (state.state === 'ACTIVE' ? balances.availableBalance : 0)),
      blocked: exact(total.blocked + (state.state === 'BLOCKED' ? balances.actualBalance : 0)),
      accounts: total.accounts + 1,
    })
  }
  return [...totals.values()].sort((a, b) => b.accounts - a.accounts || a.currency.localeCompare(b.currency))
}

function exact(sum: number): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError('A total is too large to be shown exactly')
  return sum
}

/** Accounts that somebody should look at: blocked ones, those with the most money first. */
export function needingAttention(accounts: readonly ManagedAccount[]): ManagedAccount[] {
  return accounts
    .filter(({ state }) => state.state === 'BLOCKED' || state.state === 'NOT_ENABLED')
    .sort((a, b) => b.balances.actualBalance - a.balances.actualBalance)
}
