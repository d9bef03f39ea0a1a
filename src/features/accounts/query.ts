import type { AccountListQuery, StatementQuery } from '@/api/queries/accounts'
import { addDay, startOfDay } from '@/lib/days'
import type { AccountDetailSearch, AccountListSearch } from './search'

export const accountPageSize = 25

/** What the list asks of the API. A name is looked for elsewhere: the API takes only whole ones. */
export function toAccountListQuery({ state, currency, tag, offset }: AccountListSearch): AccountListQuery {
  return {
    limit: accountPageSize,
    offset: offset ?? 0,
    ...(state ? { state } : {}),
    ...(currency ? { currency } : {}),
    ...(tag ? { tag } : {}),
  }
}

export const statementPageSize = 20

/** Days are whole days of the person's zone, the last one included. */
export function toStatementQuery({ type, from, to, offset }: AccountDetailSearch, zone: string): StatementQuery {
  return {
    limit: statementPageSize,
    offset: offset ?? 0,
    orderByTimestamp: 'DESC',
    ...(type ? { transactionType: type } : {}),
    ...(from ? { fromTimestamp: startOfDay(from, zone) } : {}),
    ...(to ? { toTimestamp: startOfDay(addDay(to), zone) - 1 } : {}),
  }
}
