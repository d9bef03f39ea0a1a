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

export const accountDetailSearch = searchParams({
  type: choiceParam(entryTypes),
  from: dayParam,
  to: dayParam,
  offset: offsetParam,
})
export type AccountDetailSearch = SearchOf<typeof accountDetailSearch>
