import * as z from 'zod'
import { BulkProcessDetails } from './bulks'

/** What the gateway pushes to a tab on `/api/live`: ids and states, never documents, except the counts of a watched bulk. */
export const LiveEvent = z.discriminatedUnion('type', [
  /** First event of a stream; `now` lets the browser correct its own clock. */
  z.object({ type: z.literal('hello'), now: z.int() }),
  /** Less than a minute of idle time is left. */
  z.object({ type: z.literal('session.expiring'), idleDeadline: z.int(), now: z.int() }),
  /** The person was active, here or in another tab. */
  z.object({ type: z.literal('session.renewed'), idleDeadline: z.int(), now: z.int() }),
  z.object({ type: z.literal('session.ended'), reason: z.enum(['IDLE', 'SIGNED_OUT', 'UPSTREAM']) }),
  z.object({ type: z.literal('bulk.progress'), bulk: BulkProcessDetails, at: z.int() }),
  /** A write of anyone of this identity succeeded; lists and details of the section are stale. */
  z.object({ type: z.literal('changed'), section: z.string(), operation: z.string(), id: z.string().optional() }),
  /** The gap is too old to replay: everything is stale. */
  z.object({ type: z.literal('reset') }),
])
export type LiveEvent = z.infer<typeof LiveEvent>
