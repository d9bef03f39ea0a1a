import * as z from 'zod'
import { BulkOperationStatus } from './bulks'
import type { Section } from './endpoint'

/** One kind of message that Weavr sends to the platform, described once: the sandbox sends it, the gateway receives it. */
export type Webhook = {
  /** The vendor's name of it. */
  id: string
  section: Section
  summary: string
  /** Appended to the address that the platform gave. */
  path: `/${string}`
  payload: z.ZodType
  /** The header that names the delivery; a repeated one is dropped by it. */
  reference: 'call-ref' | 'request-ref'
  /**
   * How the receiver knows that Weavr sent it. `signature-v2`: base64 of HMAC-SHA256 with the API key over reference,
   * raw body and `published-timestamp`, one after another. `webhooks-key`: the shared key in the header of that name.
   */
  verify: 'signature-v2' | 'webhooks-key'
}

/** Declares a webhook and keeps its literal types. */
export const webhook = <const W extends Webhook>(definition: W): W => definition

export type Payload<W extends Webhook> = z.output<W['payload']>

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
  bulkId: z.string(),
  status: BulkProgressStatus,
  submittedItemsCount: z.int().optional(),
  operationStatusCounts: z.array(z.object({ status: BulkOperationStatus, count: z.int() })).optional(),
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

export const webhooks: readonly Webhook[] = [bulkProcessEnd]
