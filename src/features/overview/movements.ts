import type { CurrencyAmount } from '#contract/common'
import type { ManagedAccount } from '#contract/managed-accounts'
import type { StatementEntry } from '#contract/statements'
import { bookedAmount } from '@/components/statement/describe-entry'

/** Statements are read per account, so the overview asks only so many of them. */
export const mostAccounts = 8
export const mostMovements = 10

/** One thing that happened: a booking on one account, or a transfer with both its sides. */
export type Movement = {
  key: string
  at: number
  entry: StatementEntry
  account: ManagedAccount
  /** Signed for a booking; for a transfer between own accounts the amount that moved. */
  amount: CurrencyAmount
  /** Set when both sides are own accounts: `account` is then the one that paid. */
  to?: ManagedAccount
}

/**
 * The accounts whose statements are read: balances of different currencies do not compare, so each currency gives its
 * largest account in turn. Removed accounts do not move any more.
 */
export function accountsToRead(accounts: readonly ManagedAccount[], most = mostAccounts): ManagedAccount[] {
  const byCurrency = new Map<string, ManagedAccount[]>()
  const living = accounts.filter(({ state }) => state.state !== 'DESTROYED')
  for (const account of living.toSorted((a, b) => b.balances.actualBalance - a.balances.actualBalance))
    byCurrency.set(account.currency, [...(byCurrency.get(account.currency) ?? []), account])
  const queues = [...byCurrency.values()]
  const rounds = Math.max(0, ...queues.map((queue) => queue.length))
  const taken: ManagedAccount[] = []
  for (let round = 0; round < rounds; round++)
    for (const queue of queues) {
      const next = queue[round]
      if (next && taken.length < most) taken.push(next)
    }
  return taken
}

/**
 * Merges statements, newest first. When each statement holds its `most` newest entries, the result is exactly the `most`
 * newest movements of these accounts. The two sides of an own transfer become one movement.
 */
export function mergeMovements(
  statements: readonly { account: ManagedAccount; entries: readonly StatementEntry[] }[],
  most = mostMovements,
): Movement[] {
  const accounts = new Map(statements.map(({ account }) => [account.id, account]))
  const movements = new Map<string, Movement>()
  for (const { account, entries } of statements)
    for (const entry of entries) {
      const movement = movementOf(account, entry, accounts)
      movements.set(movement.key, movement)
    }
  return [...movements.values()].sort((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1)).slice(0, most)
}

/**
 * A booking, or the whole transfer of which it is one side: either side names the other account. Statements are read one
 * after the other, so that of the other account may not have it yet.
 */
function movementOf(
  account: ManagedAccount,
  entry: StatementEntry,
  accounts: ReadonlyMap<string, ManagedAccount>,
): Movement {
  const { transactionId, additionalFields: extra = {}, processedTimestamp: at } = entry
  const { type, id } = transactionId
  const amount = bookedAmount(entry)
  const known = (other: unknown) => (typeof other === 'string' ? accounts.get(other) : undefined)
  const [from, to] = [known(extra.sourceInstrumentId), known(extra.destinationInstrumentId)]
  // Money that flows against the direction of its transfer was booked back: that is a movement of its own.
  const forward = amount.amount < 0 ? account.id === from?.id : account.id === to?.id
  if (type !== 'TRANSFER' || !from || !to || !forward)
    return { key: [type, id, account.id, at].join('/'), at, entry, account, amount }
  const moved = { currency: amount.currency, amount: Math.abs(amount.amount) }
  return { key: `TRANSFER/${id}`, at, entry, account: from, amount: moved, to }
}
