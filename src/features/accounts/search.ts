import type { AccountListQuery, StatementQuery } from '@/api/queries/accounts'
import { addDay, startOfDay } from '@/lib/days'
import {
  choiceParam,
  dayParam,
  offsetParam,
  patternParam,
  type SearchOf,
  searchParams,
  textParam,
} from '@/lib/search-params'

export const accountStates = ['ACTIVE', 'BLOCKED', 'NOT_ENABLED', 'DESTROYED'] as const
/** The kinds of booking that an account without cards can show; others appear without a filter. */
export const entryTypes = ['TRANSFER', 'DEPOSIT', 'OUTGOING_WIRE_TRANSFER', 'SEND', 'CHARGE_FEE', 'ADJUSTMENT'] as const

export const accountListSearch = searchParams({
  name: textParam,
  state: choiceParam(accountStates),
  currency: patternParam(/^[A-Z]{3}$/),
  tag: textParam,
  offset: offsetParam,
})
export type AccountListSearch = SearchOf<typeof accountListSearch>

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

export const accountDetailSearch = searchParams({
  type: choiceParam(entryTypes),
  from: dayParam,
  to: dayParam,
  offset: offsetParam,
})
export type AccountDetailSearch = SearchOf<typeof accountDetailSearch>

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
