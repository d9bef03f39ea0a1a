import type { TransferListQuery } from '@/api/queries/transfers'
import { addDay, startOfDay } from '@/lib/days'
import {
  choiceParam,
  dayParam,
  flagParam,
  idParam,
  offsetParam,
  type SearchOf,
  searchParams,
} from '@/lib/search-params'
import { stepIds } from './steps'

export const transferStates = [
  'COMPLETED',
  'SCHEDULED',
  'PENDING',
  'INITIALISED',
  'CANCELLED',
  'REJECTED',
  'FAILED',
] as const

export const transferListSearch = searchParams({
  state: choiceParam(transferStates),
  account: idParam,
  from: dayParam,
  to: dayParam,
  offset: offsetParam,
})
export type TransferListSearch = SearchOf<typeof transferListSearch>

export const transferPageSize = 25

/** Days are whole days of the person's zone and mean the day on which the transfer was made. */
export function toTransferListQuery(search: TransferListSearch, zone: string): TransferListQuery {
  const { state, account, from, to, offset } = search
  return {
    limit: transferPageSize,
    offset: offset ?? 0,
    ...(state ? { state } : {}),
    ...(account ? { instrumentId: { id: account, type: 'managed_accounts' as const } } : {}),
    ...(from ? { createdFrom: startOfDay(from, zone) } : {}),
    ...(to ? { createdTo: startOfDay(addDay(to), zone) - 1 } : {}),
  }
}

export const newTransferSearch = searchParams({ step: choiceParam(stepIds) })

/** `done` marks the page that follows the wizard: it begins with what was done. */
export const transferDetailSearch = searchParams({ done: flagParam })
