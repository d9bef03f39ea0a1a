import type { CurrencyAmount, InstrumentId } from '../../contract/common'
import type { ProposalFacts } from '../../contract/console/proposals'
import { payeeKey } from './payee'
import { type PaymentRow, paymentOperations } from './payment-table'

/** The largest payment to one payee in one currency. */
export type PaymentLine = { payee: string; currency: string; largest: number }
/** What an order pays, as rules and limits look at it. */
export type Payment = { facts: ProposalFacts; lines: readonly PaymentLine[] }

/** Reads what a body would pay; `undefined` where that is not beyond doubt. */
export function readPayment(identityId: string, operation: string, body: unknown): Payment | undefined {
  const entry = paymentOperations[operation]
  const rows = entry?.rows(body)
  const [first] = rows ?? []
  if (!entry || !rows || !first) return undefined
  const { kind, source } = entry
  const facts: ProposalFacts = {
    kind,
    source,
    rows: rows.length,
    totals: sums(rows),
    largest: perCurrency(rows, Math.max),
    from: instruments(rows),
    ...(source === 'SINGLE' && single(first)),
  }
  // An amount below nothing would take others of a bulk, or of the day, out of the sum.
  if (rows.some(({ amount }) => amount.amount < 0)) return undefined
  // What cannot be added up exactly is not a sum that anybody could approve.
  if (facts.totals.some(({ amount }) => !Number.isSafeInteger(amount))) return undefined
  return { facts, lines: linesOf(identityId, rows) }
}

const single = ({ to, description, scheduledTimestamp }: PaymentRow) => ({
  to,
  ...(description !== undefined && { description }),
  ...(scheduledTimestamp !== undefined && { scheduledTimestamp }),
})

const sums = (rows: readonly PaymentRow[]) => perCurrency(rows, (a, b) => a + b)

function perCurrency(rows: readonly PaymentRow[], join: (a: number, b: number) => number): CurrencyAmount[] {
  const found = new Map<string, number>()
  for (const { amount } of rows) {
    const before = found.get(amount.currency)
    found.set(amount.currency, before === undefined ? amount.amount : join(before, amount.amount))
  }
  return [...found].map(([currency, amount]) => ({ currency, amount }))
}

function instruments(rows: readonly PaymentRow[]): InstrumentId[] {
  const found = new Map(rows.map(({ from }) => [`${from.type}/${from.id}`, { id: from.id, type: from.type }]))
  return [...found.values()]
}

function linesOf(identityId: string, rows: readonly PaymentRow[]): PaymentLine[] {
  const lines = new Map<string, PaymentLine>()
  for (const { to, amount } of rows) {
    const payee = payeeKey(identityId, to)
    const key = `${payee} ${amount.currency}`
    const largest = Math.max(amount.amount, lines.get(key)?.largest ?? amount.amount)
    lines.set(key, { payee, currency: amount.currency, largest })
  }
  return [...lines.values()]
}
