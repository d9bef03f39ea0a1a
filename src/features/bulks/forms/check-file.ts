import type { KnownAccount } from './account-book'
import type { ParsedRow } from './check-row'
import type { Problem } from './problem'
import { maxBulkRows } from './transfer-fields'

/** A row that takes part: not set aside. `sound` when nothing in the row itself is wrong. */
export type FileRow = { index: number; number: number; parsed: ParsedRow; sound: boolean }

/** What a row does to the rest, and the rest to a row: how many they are, twins, and whether the money lasts. */
export function checkFile(rows: readonly FileRow[], accounts: readonly KnownAccount[]): Map<number, Problem[]> {
  const found = new Map<number, Problem[]>()
  const add = (index: number, problem: Problem) => {
    const there = found.get(index)
    if (there) there.push(problem)
    else found.set(index, [problem])
  }

  for (const [position, { index, number }] of rows.entries()) {
    if (position < maxBulkRows) continue
    add(index, { row: number, field: 'row', code: 'OVER_LIMIT', value: '', params: { limit: maxBulkRows } })
  }

  const seen = new Map<string, number>()
  for (const { index, number, parsed, sound } of rows) {
    if (!sound) continue
    const key = JSON.stringify(Object.values(parsed))
    const first = seen.get(key)
    if (first === undefined) seen.set(key, number)
    else add(index, { row: number, field: 'row', code: 'DUPLICATE_ROW', value: '', params: { first } })
  }

  for (const short of walkBalances(rows, accounts).shortfalls) {
    const name = accounts[short.account]?.name ?? ''
    const params = { account: name, currency: short.currency, short: short.by, alsoFailing: short.rows - 1 }
    add(short.index, { row: short.number, field: 'row', code: 'BALANCE_RUNS_OUT', value: '', params })
  }
  return found
}

/** Where an account first has too little: the row, by how much, and how many of its rows fail in all. */
export type Shortfall = {
  account: number
  index: number
  number: number
  currency: string
  by: number
  rows: number
}

export type BalanceWalk = {
  shortfalls: Shortfall[]
  /** Available balances after the rows that go through, by account. */
  after: number[]
}

/**
 * Runs the rows in sequence against the balances, as the bulk will: a row that finds too little fails and moves nothing,
 * what one row brings in the next may spend. Rows for a later time are left out: nobody knows the balance of that day.
 */
export function walkBalances(rows: readonly FileRow[], accounts: readonly KnownAccount[]): BalanceWalk {
  const after = accounts.map((account) => account.available)
  const shortfalls = new Map<number, Shortfall>()
  for (const { index, number, parsed, sound } of rows) {
    if (!sound || parsed.scheduledAt > 0) continue
    const balance = after[parsed.source] ?? 0
    if (balance < parsed.amount) {
      const known = shortfalls.get(parsed.source)
      const by = parsed.amount - balance
      if (known) known.rows += 1
      else
        shortfalls.set(parsed.source, { account: parsed.source, index, number, currency: parsed.currency, by, rows: 1 })
      continue
    }
    after[parsed.source] = balance - parsed.amount
    after[parsed.destination] = (after[parsed.destination] ?? 0) + parsed.amount
  }
  return { shortfalls: [...shortfalls.values()], after }
}
