import type { KnownAccount } from './account-book'
import type { ParsedRow } from './check-row'

/** One item of the body of `POST /bulks/transfers`. */
export type BulkTransferItem = {
  pathParams: Record<string, never>
  requestBody: {
    profileId: string
    source: { id: string; type: 'managed_accounts' }
    destination: { id: string; type: 'managed_accounts' }
    destinationAmount: { currency: string; amount: number }
    description?: string
    tag?: string
    scheduledTimestamp?: string
  }
}

/** Turns a sound row into what the API takes; `undefined` for a row whose accounts are not known. */
export function toRequest(
  row: ParsedRow,
  accounts: readonly KnownAccount[],
  profileId: string,
): BulkTransferItem | undefined {
  const source = accounts[row.source]
  const destination = accounts[row.destination]
  if (!source || !destination) return undefined
  return {
    pathParams: {},
    requestBody: {
      profileId,
      source: { id: source.id, type: 'managed_accounts' },
      destination: { id: destination.id, type: 'managed_accounts' },
      destinationAmount: { currency: row.currency, amount: row.amount },
      ...(row.description !== '' && { description: row.description }),
      ...(row.tag !== '' && { tag: row.tag }),
      ...(row.scheduledAt > 0 && { scheduledTimestamp: String(row.scheduledAt) }),
    },
  }
}
