import * as z from 'zod'

export const BulkProcessStatus = z.enum([
  'SUBMITTED',
  'RUNNING',
  'PARTIALLY_COMPLETED',
  'COMPLETED',
  'FAILED',
  'PAUSED',
  'CANCELLED',
])
export type BulkProcessStatus = z.infer<typeof BulkProcessStatus>

/** ON_FAILURE_STOP leaves the rest undone after the first failure; ON_FAILURE_CONTINUE goes on. */
export const BulkProcessMode = z.enum(['ON_FAILURE_STOP', 'ON_FAILURE_CONTINUE'])
export type BulkProcessMode = z.infer<typeof BulkProcessMode>

export const BulkOperationStatus = z.enum(['SUBMITTED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'])
export type BulkOperationStatus = z.infer<typeof BulkOperationStatus>

export const BulkProcess = z.object({
  bulkId: z.string(),
  status: BulkProcessStatus,
  submittedItemsCount: z.int(),
  executionStart: z.int().optional(),
  executionFinish: z.int().optional(),
  /** Path of the single operation that each row runs, as in `/transfers`. */
  operation: z.string(),
  mode: BulkProcessMode.optional(),
})
export type BulkProcess = z.infer<typeof BulkProcess>

export const BulkProcessDetails = BulkProcess.extend({
  operationStatusCounts: z.array(z.object({ status: BulkOperationStatus, count: z.int() })),
})
export type BulkProcessDetails = z.infer<typeof BulkProcessDetails>
