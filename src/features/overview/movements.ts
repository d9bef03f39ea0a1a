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
  const movements = new Map<string, Movement>()
  for (const { account, entries } of statements)
    for (const entry of entries) {
      const movement = single(account, entry)
      const met = movements.get(movement.key)
      const next = met ? (paired(met, movement) ?? apart(movement)) : movement
      movements.set(next.key, next)
    }
  return [...movements.values()].sort((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1)).slice(0, most)
}

function single(account: ManagedAccount, entry: StatementEntry): Movement {
  const { type, id } = entry.transactionId
  // Only transfers have two sides here; other bookings of one transaction (a hold, its release) stay apart.
  const key = type === 'TRANSFER' ? `TRANSFER/${id}` : [type, id, account.id, entry.processedTimestamp].join('/')
  return { key, at: entry.processedTimestamp, entry, account, amount: bookedAmount(entry) }
}

function paired(one: Movement, other: Movement): Movement | undefined {
  if (one.to || one.account.id === other.account.id) return undefined
  const [paying, receiving] = one.amount.amount < 0 ? [one, other] : [other, one]
  if (paying.amount.amount >= 0 || receiving.amount.amount < 0) return undefined
  return { ...paying, amount: receiving.amount, to: receiving.account }
}

/** A second booking of one transaction on one side, as when a transfer is booked back. */
function apart(movement: Movement): Movement {
  return { ...movement, key: `${movement.key}/${movement.account.id}/${movement.at}` }
}
