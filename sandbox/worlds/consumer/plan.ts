import { chance } from '../world'

/** Clara's accounts by a short name of ours. */
export const accounts = {
  everyday: { friendlyName: 'Everyday', currency: 'EUR', tag: 'main' },
  savings: { friendlyName: 'Rainy days', currency: 'EUR', tag: 'savings' },
  travel: { friendlyName: 'Trips to London', currency: 'GBP', tag: 'travel' },
} as const
export type AccountKey = keyof typeof accounts
export const accountKeys = Object.keys(accounts).filter((key): key is AccountKey => key in accounts)

/** A day is counted from the first one of the history. */
export type Deed = { day: number; minute: number } & (
  | { kind: 'deposit'; to: AccountKey; amount: number; sender: string; reference: string }
  | { kind: 'transfer'; from: AccountKey; to: AccountKey; amount: number; description: string }
  | { kind: 'fee'; from: AccountKey; feeType: string }
)

export const DAYS = 60

/** Two months of a person's money: wages, what friends pay back, what is put aside, and a fee now and then. */
export function plan(): Deed[] {
  const random = chance(19_910_523)
  const between = (low: number, high: number) => Math.round(low + random() * (high - low))
  const friends = ['Aoife Byrne', 'Conor Walsh', 'Niamh Kelly', 'Sean Murphy']
  const deeds: Deed[] = []
  const comes = (day: number, to: AccountKey, amount: number, sender: string, reference: string) =>
    deeds.push({ kind: 'deposit', day, minute: between(7 * 60, 20 * 60), to, amount, sender, reference })

  comes(1, 'everyday', 3_200_00, 'Clara Stone', 'OPENING')
  comes(2, 'travel', 450_00, 'Clara Stone', 'HOLIDAY')
  for (let day = 3; day < DAYS; day++) {
    if (day % 30 === 4) comes(day, 'everyday', 2_840_50, 'Galway Theatre Company', 'WAGES')
    if (random() < 0.25) comes(day, 'everyday', between(8, 65) * 100, friends[between(0, 3)] ?? 'Aoife Byrne', 'DINNER')
    if (day % 7 === 5) {
      const amount = between(40, 120) * 100
      const description = 'Put aside'
      deeds.push({ kind: 'transfer', day, minute: 19 * 60, from: 'everyday', to: 'savings', amount, description })
    }
    if (day % 30 === 6) deeds.push({ kind: 'fee', day, minute: 60, from: 'everyday', feeType: 'MONTHLY_SUBSCRIPTION' })
  }
  return deeds.sort((a, b) => a.day - b.day || a.minute - b.minute)
}
