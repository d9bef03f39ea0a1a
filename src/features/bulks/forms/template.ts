import { writeCsv } from '@/lib/csv/write-csv'
import type { KnownAccount } from './account-book'
import { templateHeaders, transferFields } from './transfer-fields'

/**
 * A file to start from: the header row and, for each currency in which two accounts can pay one another, a row with their
 * names. Amounts are left empty, so that nothing of it can be paid by mistake.
 */
export function templateCsv(accounts: readonly KnownAccount[]): string {
  const active = accounts.filter((account) => account.state === 'ACTIVE')
  const named = (account: KnownAccount) =>
    active.filter((other) => other.name === account.name).length > 1 ? account.id : account.name
  const rows = [...new Set(active.map((account) => account.currency))].flatMap((currency) => {
    const [from, to] = active.filter((account) => account.currency === currency)
    return from && to ? [[named(from), named(to), '', currency, '', '', '']] : []
  })
  return `\ufeff${writeCsv([transferFields.map((field) => templateHeaders[field]), ...rows])}`
}
