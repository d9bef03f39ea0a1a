import * as z from 'zod/mini'
import type { AccountListQuery, StatementQuery } from '@/api/queries/accounts'
import { addDay, startOfDay } from '@/lib/days'
import { choiceParam, dayParam, offsetParam, textParam } from '@/lib/search-params'

export const accountStates = ['ACTIVE', 'BLOCKED', 'NOT_ENABLED', 'DESTROYED'] as const
/** The kinds of booking that an account without cards can show; others appear without a filter. */
export const entryTypes = ['TRANSFER', 'DEPOSIT', 'OUTGOING_WIRE_TRANSFER', 'SEND', 'CHARGE_FEE', 'ADJUSTMENT'] as const

export const accountListSearch = z.object({
  name: textParam,
  state: choiceParam(accountStates),
  currency: z.catch(z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))), undefined),
  tag: textParam,
  offset: offsetParam,
})
export type AccountListSearch = z.infer<typeof accountListSearch>

export const accountPageSize = 25

/** What the list asks of the API; the name is matched by the API, wholly or in part as it sees fit. */
export function toAccountListQuery({ name, state, currency, tag, offset }: AccountListSearch): AccountListQuery {
  return {
    limit: accountPageSize,
    offset: offset ?? 0,
    ...(name ? { friendlyName: name.slice(0, 50) } : {}),
    ...(state ? { state } : {}),
    ...(currency ? { currency } : {}),
    ...(tag ? { tag } : {}),
  }
}

export const accountDetailSearch = z.object({
  type: choiceParam(entryTypes),
  from: dayParam,
  to: dayParam,
  offset: offsetParam,
})
export type AccountDetailSearch = z.infer<typeof accountDetailSearch>

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
