import * as z from 'zod'
import { BulkOperationStatus } from '../bulks'
import { publishedOptional } from '../common'
import { webhook } from '../webhook'

/** RUNNING ones report progress, every so many rows as `bulkIdExecute` asked; the others say how it ended. */
export const BulkProgressStatus = z.enum([
  'RUNNING',
  'PARTIALLY_COMPLETED',
  'COMPLETED',
  'FAILED',
  'PAUSED',
  'CANCELLED',
])

/** Counts are numbers here, unlike in the older webhooks, which write every integer as a string. */
export const BulkProcessProgressEvent = z.object({
  bulkId: publishedOptional(z.string()),
  status: publishedOptional(BulkProgressStatus),
  submittedItemsCount: z.int().optional(),
  operationStatusCounts: z
    .array(z.object({ status: publishedOptional(BulkOperationStatus), count: publishedOptional(z.int()) }))
    .optional(),
})
export type BulkProcessProgressEvent = z.infer<typeof BulkProcessProgressEvent>

/** A bulk ended, or went a part of its way. */
export const bulkProcessEnd = webhook({
  id: 'bulk_process_end',
  section: 'manage',
  summary: 'A bulk ended or moved on',
  path: '/bulk_process_end/watch',
  payload: BulkProcessProgressEvent,
  reference: 'request-ref',
  verify: 'webhooks-key',
})
