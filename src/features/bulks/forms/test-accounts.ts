import type { KnownAccount } from './account-book'

/** Accounts for tests: two per currency, one blocked, one removed, and two of one name. */
export const testAccounts: readonly KnownAccount[] = [
  { id: '101', name: 'Operating', currency: 'EUR', state: 'ACTIVE', available: 100_000 },
  { id: '102', name: 'Payroll', currency: 'EUR', state: 'ACTIVE', available: 50_000 },
  { id: '103', name: 'UK operating', currency: 'GBP', state: 'ACTIVE', available: 20_000 },
  { id: '104', name: 'UK reserve', currency: 'GBP', state: 'ACTIVE', available: 0 },
  { id: '105', name: 'Closed project', currency: 'EUR', state: 'BLOCKED', available: 0 },
  { id: '106', name: 'Old', currency: 'EUR', state: 'DESTROYED', available: 0 },
  { id: '107', name: 'Twin', currency: 'EUR', state: 'ACTIVE', available: 0 },
  { id: '108', name: 'Twin', currency: 'EUR', state: 'ACTIVE', available: 0 },
  { id: '113000000000000123', name: 'Long id', currency: 'EUR', state: 'ACTIVE', available: 0 },
]
