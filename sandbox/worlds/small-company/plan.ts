import { chance } from '../world'

/** Accounts by a short name of ours; `target` is what is on them today, in minor units. */
export const accounts = {
  operating: { friendlyName: 'Operating', currency: 'EUR', target: 250_000_00, tag: 'main' },
  payroll: { friendlyName: 'Payroll', currency: 'EUR', target: 1_800_000_00, tag: 'payroll' },
  supplier: { friendlyName: 'Supplier float', currency: 'EUR', target: 40_000_00, tag: 'suppliers' },
  ukOperating: { friendlyName: 'UK operating', currency: 'GBP', target: 120_000_00, tag: 'main' },
  ukReserve: { friendlyName: 'UK reserve', currency: 'GBP', target: 60_000_00, tag: 'reserve' },
  usSales: { friendlyName: 'US sales', currency: 'USD', target: 75_000_00, tag: 'sales' },
  closed: { friendlyName: 'Closed project', currency: 'EUR', target: 0, tag: 'archive' },
} as const
export type AccountKey = keyof typeof accounts
export const accountKeys = Object.keys(accounts).filter((key): key is AccountKey => key in accounts)

/** A day is counted from the first one of the history. */
export type Deed = { day: number; minute: number; amount: number } & (
  | { kind: 'deposit'; to: AccountKey; sender: string; reference: string }
  | { kind: 'transfer'; from: AccountKey; to: AccountKey; description: string; tag: string }
)

export const DAYS = 60

const customers = {
  operating: ['Alder and Sons GmbH', 'Boulangerie Martin', 'Casa Verde SL', 'Delft Interiors BV', 'Eira Design AB'],
  ukOperating: ['Fenwick Stores', 'Greenwich Bookshop', 'Hart and Hound'],
  usSales: ['Ironbridge Outfitters', 'Juniper Home Inc'],
} as const

/**
 * Two months of a small company: customers pay, suppliers' and wages' money is put aside, each account is opened with
 * what makes today's balances come out. The same every time.
 */
export function plan(): Deed[] {
  const random = chance(20_260_101)
  const between = (low: number, high: number) => Math.round(low + random() * (high - low))
  const deeds: Deed[] = []
  let invoice = 4_100

  const pays = (day: number, to: keyof typeof customers, low: number, high: number) => {
    const sender = customers[to][between(0, customers[to].length - 1)] ?? customers[to][0]
    invoice += between(1, 9)
    const minute = between(8 * 60, 17 * 60)
    deeds.push({
      kind: 'deposit',
      day,
      minute,
      to,
      sender,
      reference: `INV-${invoice}`,
      amount: between(low, high) * 100,
    })
  }
  const moves = (day: number, from: AccountKey, to: AccountKey, amount: number, description: string, tag: string) =>
    deeds.push({ kind: 'transfer', day, minute: between(9 * 60, 16 * 60), from, to, amount, description, tag })

  for (let day = 3; day < DAYS; day++) {
    const weekday = day % 7
    if (weekday < 5 && random() < 0.6) pays(day, 'operating', 1_200, 9_000)
    if (weekday === 1 || weekday === 3) pays(day, 'ukOperating', 800, 4_500)
    if (weekday === 0 || weekday === 2 || weekday === 4) pays(day, 'usSales', 250, 2_400)
    if (weekday === 1)
      moves(day, 'operating', 'supplier', between(1_500, 3_500) * 100, 'Weekly supplier float', 'weekly')
    if (day % 28 === 24) moves(day, 'operating', 'payroll', 35_000_00, 'Wages put aside', 'wages')
    if (day % 14 === 10) moves(day, 'ukOperating', 'ukReserve', 2_000_00, 'Reserve', 'reserve')
  }
  return [...openings(deeds), ...deeds].sort((a, b) => a.day - b.day || a.minute - b.minute)
}

function openings(deeds: readonly Deed[]): Deed[] {
  return accountKeys.flatMap((to, index): Deed[] => {
    const amount = accounts[to].target - net(deeds, to)
    if (amount < 0) throw new Error(`The plan of the world leaves ${to} no opening balance.`)
    const reference = 'OPENING'
    const sender = 'Northwind Trading Ltd'
    return amount === 0 ? [] : [{ kind: 'deposit', day: 1, minute: 600 + index, to, sender, reference, amount }]
  })
}

function net(deeds: readonly Deed[], account: AccountKey): number {
  return deeds.reduce((sum, deed) => {
    if (deed.to === account) return sum + deed.amount
    return deed.kind === 'transfer' && deed.from === account ? sum - deed.amount : sum
  }, 0)
}
