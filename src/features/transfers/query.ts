import type { TransferListQuery } from '@/api/queries/transfers'
import { addDay, startOfDay } from '@/lib/days'
import type { TransferListSearch } from './search'

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
