import { editDistance } from '@/lib/csv/edit-distance'
import type { ProblemCode } from './problem'

/** What the checks need to know of a live account. */
export type KnownAccount = {
  id: string
  name: string
  currency: string
  state: 'ACTIVE' | 'BLOCKED' | 'DESTROYED' | 'NOT_ENABLED'
  /** Available balance in minor units. */
  available: number
}

export type Resolved =
  | { ok: true; index: number }
  | { ok: false; code: ProblemCode; params?: Record<string, string | number> }

export type AccountBook = { accounts: readonly KnownAccount[]; resolve: (text: string) => Resolved }

/** Finds accounts by id or by exact name, and says what is wrong where it cannot. */
export function createAccountBook(accounts: readonly KnownAccount[]): AccountBook {
  const byId = new Map(accounts.map((account, index) => [account.id, index]))
  const byName = new Map<string, number[]>()
  for (const [index, account] of accounts.entries()) {
    byName.set(account.name, [...(byName.get(account.name) ?? []), index])
  }
  const answers = new Map<string, Resolved>()

  function find(text: string): Resolved {
    const index = byId.get(text)
    if (index !== undefined) return { ok: true, index }
    const [only, ...more] = byName.get(text) ?? []
    if (only !== undefined && more.length === 0) return { ok: true, index: only }
    if (only !== undefined) return { ok: false, code: 'ACCOUNT_NAME_AMBIGUOUS', params: { count: more.length + 1 } }
    if (/^\d([.,]\d+)?e\+?\d+$/i.test(text) || looksRounded(text)) return { ok: false, code: 'ACCOUNT_ID_ROUNDED' }
    if (/^\d+$/.test(text)) return { ok: false, code: 'ACCOUNT_UNKNOWN' }
    const near = nearest(text)
    if (near) return { ok: false, code: 'ACCOUNT_NAME_NEAR', params: { suggestion: near } }
    return { ok: false, code: 'ACCOUNT_NAME_UNKNOWN' }
  }

  /** Spreadsheets keep fifteen digits of a long number and write zeros for the rest. */
  function looksRounded(text: string): boolean {
    if (!/^\d{16,}$/.test(text) || !/^0+$/.test(text.slice(15))) return false
    return accounts.some((account) => account.id.length === text.length && account.id.startsWith(text.slice(0, 15)))
  }

  function nearest(text: string): string | undefined {
    const wanted = text.toLowerCase()
    const allowed = text.length < 5 ? 1 : 2
    return accounts.find((account) => editDistance(wanted, account.name.toLowerCase(), allowed) <= allowed)?.name
  }

  return {
    accounts,
    // A file names few accounts many times.
    resolve(text) {
      const known = answers.get(text)
      if (known) return known
      const answer = find(text)
      answers.set(text, answer)
      return answer
    },
  }
}
