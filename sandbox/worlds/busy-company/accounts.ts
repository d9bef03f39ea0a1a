import { createAccount } from '../../domain/accounts/create-account'
import { requestIban } from '../../domain/accounts/iban'
import type { Actor } from '../../domain/context'
import { bookDeposit } from '../../domain/deposits/book-deposit'
import { programme } from '../../domain/programme'
import { must, type Site } from '../world'
import { MINUTE } from './weeks'

/** Accounts by a short name of ours, with what is on them at first (minor units). */
export const accounts = {
  operating: { friendlyName: 'Operating', currency: 'EUR', tag: 'main', opening: 4_000_000_00, iban: true },
  payroll: { friendlyName: 'Payroll', currency: 'EUR', tag: 'payroll', opening: 900_000_00, iban: true },
  suppliers: { friendlyName: 'Suppliers', currency: 'EUR', tag: 'suppliers', opening: 1_500_000_00, iban: true },
  marketing: { friendlyName: 'Marketing', currency: 'EUR', tag: 'marketing', opening: 120_000_00, iban: false },
  taxes: { friendlyName: 'Taxes', currency: 'EUR', tag: 'taxes', opening: 400_000_00, iban: true },
  reserve: { friendlyName: 'Reserve', currency: 'EUR', tag: 'reserve', opening: 2_000_000_00, iban: false },
  ukOperating: { friendlyName: 'UK operating', currency: 'GBP', tag: 'main', opening: 800_000_00, iban: true },
  ukFleet: { friendlyName: 'UK fleet', currency: 'GBP', tag: 'fleet', opening: 150_000_00, iban: false },
  usSales: { friendlyName: 'US sales', currency: 'USD', tag: 'sales', opening: 300_000_00, iban: true },
  dispute: { friendlyName: 'Disputed claims', currency: 'EUR', tag: 'archive', opening: 36_500_00, iban: true },
  season: { friendlyName: 'Season staff', currency: 'GBP', tag: 'archive', opening: 7_250_00, iban: true },
  oldProject: { friendlyName: 'Port project', currency: 'EUR', tag: 'archive', opening: 0, iban: false },
} as const
export type AccountKey = keyof typeof accounts
export const accountKeys = Object.keys(accounts).filter((key): key is AccountKey => key in accounts)
export type Accounts = Readonly<Record<AccountKey, string>>

/** Opens the twelve accounts and puts the first money on them. */
export async function openAccounts(site: Site, root: Actor, start: number): Promise<Accounts> {
  const opened: Partial<Record<AccountKey, string>> = {}
  let instant = start
  for (const key of accountKeys) {
    const { iban, opening: _, ...account } = accounts[key]
    instant += MINUTE
    opened[key] = await openAccount(site, root, { ...account, iban }, instant)
  }
  await site.settle(instant + MINUTE)
  for (const key of accountKeys) {
    const { currency, opening: amount } = accounts[key]
    instant += 2 * MINUTE
    const from = { senderName: 'Brightwater Logistics Ltd', senderIban: 'IE29AIBK93115212345678', reference: 'OPENING' }
    if (amount > 0)
      await must(bookDeposit(site.at(instant), { accountId: opened[key] ?? '', currency, amount, ...from }))
  }
  return complete(opened)
}

type Wanted = { friendlyName: string; currency: string; tag: string; iban: boolean }

export async function openAccount(
  site: Site,
  root: Actor,
  { iban, ...wanted }: Wanted,
  instant: number,
): Promise<string> {
  const order = { profileId: programme.profiles.managedAccounts, ...wanted }
  const { id } = await must(createAccount(site.as(root, instant), order))
  if (iban) await must(requestIban(site.as(root, instant + 1000), id))
  return id
}

const isComplete = (opened: Partial<Record<AccountKey, string>>): opened is Accounts =>
  accountKeys.every((key) => opened[key] !== undefined)

function complete(opened: Partial<Record<AccountKey, string>>): Accounts {
  if (!isComplete(opened)) throw new Error('an account was not opened')
  return opened
}

/** A managed account, as orders name it. */
export const account = (id: string) => ({ type: 'managed_accounts' as const, id })
/** A prepaid card, as orders name it. */
export const card = (id: string) => ({ type: 'managed_cards' as const, id })
