import { keepPreviousData, queryOptions, replaceEqualDeep } from '@tanstack/react-query'
import {
  type BulkOperationStatus,
  BulkProcessDetails,
  type BulkProcessStatus,
  bulkId,
  bulkIdOperations,
  bulks,
} from '#contract/bulks'
import { call } from '../client'

export type BulkListQuery = { offset?: number; limit?: number; status?: BulkProcessStatus }
export type BulkOperationsQuery = { offset?: number; limit?: number; sequence?: number; status?: BulkOperationStatus }

/** The most rows that one page of `GET /bulks` or `GET /bulks/{bulk_id}/operations` may hold. */
export const bulkPageLimit = 100

const moving: readonly BulkProcessStatus[] = ['SUBMITTED', 'RUNNING', 'PAUSED']

/**
 * Answers and events come by two ways, and an older one may arrive last. Rows never come back and an ended bulk stays
 * ended, so of two readings the one that is further on is the later one.
 */
function later(before: unknown, next: unknown): unknown {
  const [known, heard] = [BulkProcessDetails.safeParse(before), BulkProcessDetails.safeParse(next)]
  const isOlder = known.success && heard.success && isBehind(heard.data, known.data)
  return isOlder ? before : replaceEqualDeep(before, next)
}

function isBehind(heard: BulkProcessDetails, known: BulkProcessDetails): boolean {
  const over = (bulk: BulkProcessDetails) => !moving.includes(bulk.status)
  return over(known) !== over(heard) ? over(known) : settled(heard) < settled(known)
}

const settled = ({ operationStatusCounts }: BulkProcessDetails): number =>
  operationStatusCounts.reduce((sum, { status, count }) => sum + (open.includes(status) ? 0 : count), 0)
const open: readonly BulkOperationStatus[] = ['SUBMITTED', 'RUNNING']

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
      structuralSharing: later,
    }),
  operations: (id: string, query: BulkOperationsQuery = {}) =>
    queryOptions({
      queryKey: ['manage', 'operations', id, query] as const,
      queryFn: ({ signal }) => call(bulkIdOperations, { params: { bulk_id: id }, query }, signal),
      placeholderData: keepPreviousData,
    }),
}
