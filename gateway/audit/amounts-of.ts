import type { CurrencyAmount } from '../../contract/common'
import { settings } from './recordable'

const MAX_DEPTH = 8

/** What a body moves, added up per currency: one payment's amount, or the totals of a bulk. Limits of a card are not moved. */
export function amountsOf(body: unknown): CurrencyAmount[] {
  const totals = new Map<string, number>()
  add(body, totals, 0)
  return [...totals]
    .filter(([, amount]) => Number.isSafeInteger(amount))
    .slice(0, 20)
    .map(([currency, amount]) => ({ currency, amount }))
}

function add(value: unknown, totals: Map<string, number>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return
  if (Array.isArray(value)) {
    for (const item of value) add(item, totals, depth + 1)
    return
  }
  if ('currency' in value && 'amount' in value) {
    const { currency, amount } = value
    if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency) || !Number.isSafeInteger(amount)) return
    totals.set(currency, (totals.get(currency) ?? 0) + Number(amount))
    return
  }
  for (const [name, inner] of Object.entries(value)) if (!settings.has(name)) add(inner, totals, depth + 1)
}
