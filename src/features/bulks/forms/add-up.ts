import type { KnownAccount } from './account-book'
import type { FileRow } from './check-file'

export type CurrencyTotal = { currency: string; amount: number; rows: number; smallest: number; largest: number }
export type SourceTotal = {
  accountId: string
  name: string
  currency: string
  rows: number
  amount: number
  /** Part of the amount that is for a later time. */
  scheduled: number
  /** Available now, and when every row of the file that runs at once has been paid in and out. */
  before: number
  after: number
}
export type Totals = { rows: number; currencies: CurrencyTotal[]; sources: SourceTotal[] }

/** Adds up the sound rows in whole minor units. The limit on a row's amount keeps every sum an exact integer. */
export function addUp(rows: readonly FileRow[], accounts: readonly KnownAccount[]): Totals {
  const currencies = new Map<string, CurrencyTotal>()
  const sources = new Map<number, SourceTotal>()
  const incoming = new Map<number, number>()
  let count = 0
  for (const { parsed, sound } of rows) {
    if (!sound) continue
    count += 1
    const { amount, currency } = parsed
    const total = currencies.get(currency)
    if (total) {
      total.amount += amount
      total.rows += 1
      total.smallest = Math.min(total.smallest, amount)
      total.largest = Math.max(total.largest, amount)
    } else currencies.set(currency, { currency, amount, rows: 1, smallest: amount, largest: amount })

    const source = sources.get(parsed.source) ?? emptySource(accounts[parsed.source], currency)
    source.rows += 1
    source.amount += amount
    if (parsed.scheduledAt > 0) source.scheduled += amount
    else incoming.set(parsed.destination, (incoming.get(parsed.destination) ?? 0) + amount)
    sources.set(parsed.source, source)
  }
  for (const [index, source] of sources) {
    source.after = source.before - (source.amount - source.scheduled) + (incoming.get(index) ?? 0)
  }
  const byCode = (a: { currency: string }, b: { currency: string }) => a.currency.localeCompare(b.currency)
  return {
    rows: count,
    currencies: [...currencies.values()].sort(byCode),
    sources: [...sources.values()].sort((a, b) => byCode(a, b) || b.amount - a.amount),
  }
}

const emptySource = (account: KnownAccount | undefined, currency: string): SourceTotal => ({
  accountId: account?.id ?? '',
  name: account?.name ?? '',
  currency,
  rows: 0,
  amount: 0,
  scheduled: 0,
  before: account?.available ?? 0,
  after: 0,
})
