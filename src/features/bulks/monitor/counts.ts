import type { BulkOperationStatus, BulkProcessDetails, BulkProcessStatus } from '#contract/bulks'

export type Counts = Record<BulkOperationStatus, number> & {
  total: number
  /** Rows that will not move any more: through, failed or cancelled. */
  settled: number
}

/** The rows of a bulk by status; a status that the answer leaves out counts nothing. */
export function countsOf({ submittedItemsCount, operationStatusCounts }: BulkProcessDetails): Counts {
  const counts = { SUBMITTED: 0, RUNNING: 0, COMPLETED: 0, FAILED: 0, CANCELLED: 0 }
  for (const { status, count } of operationStatusCounts) counts[status] += count
  return { ...counts, total: submittedItemsCount, settled: counts.COMPLETED + counts.FAILED + counts.CANCELLED }
}

const finals: ReadonlySet<BulkProcessStatus> = new Set(['COMPLETED', 'PARTIALLY_COMPLETED', 'FAILED', 'CANCELLED'])

/** Nothing will change any more. */
export const isFinal = (status: BulkProcessStatus): boolean => finals.has(status)
