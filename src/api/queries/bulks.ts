import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type BulkOperationStatus, type BulkProcessStatus, bulkId, bulkIdOperations, bulks } from '#contract/bulks'
import { call } from '../client'

export type BulkListQuery = { offset?: number; limit?: number; status?: BulkProcessStatus }
export type BulkOperationsQuery = { offset?: number; limit?: number; sequence?: number; status?: BulkOperationStatus }

/** The most rows that one page of `GET /bulks` or `GET /bulks/{bulk_id}/operations` may hold. */
export const bulkPageLimit = 100

/** Bulk processes and their rows. The key root is the contract's section, so that a live `changed` event finds it. */
export const bulkQueries = {
  all: () => ['manage'] as const,
  list: (query: BulkListQuery = {}) =>
    queryOptions({
      queryKey: ['manage', 'list', query] as const,
      queryFn: ({ signal }) => call(bulks, { query }, signal),
      placeholderData: keepPreviousData,
    }),
  /** The live stream writes here while somebody watches the bulk. */
  detail: (id: string) =>
    queryOptions({
      queryKey: ['manage', 'detail', id] as const,
      queryFn: ({ signal }) => call(bulkId, { params: { bulk_id: id } }, signal),
    }),
  operations: (id: string, query: BulkOperationsQuery = {}) =>
    queryOptions({
      queryKey: ['manage', 'operations', id, query] as const,
      queryFn: ({ signal }) => call(bulkIdOperations, { params: { bulk_id: id }, query }, signal),
      placeholderData: keepPreviousData,
    }),
}
