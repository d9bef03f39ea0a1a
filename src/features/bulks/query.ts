import type { BulkListQuery, BulkOperationsQuery } from '@/api/queries/bulks'
import type { BulkListSearch, BulkSearch } from './search'

export const bulkPageSize = 25
export const rowPageSize = 50

export const toBulkListQuery = ({ status, offset }: BulkListSearch): BulkListQuery => ({
  limit: bulkPageSize,
  offset: offset ?? 0,
  ...(status ? { status } : {}),
})

export const toRowsQuery = ({ status, offset }: BulkSearch): BulkOperationsQuery => ({
  limit: rowPageSize,
  offset: offset ?? 0,
  ...(status ? { status } : {}),
})
