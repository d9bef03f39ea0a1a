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
  /** Weavr has told something: which event of the log it is, of which thing, and in which state that is now. */
  z.object({
    type: z.literal('webhook'),
    event: z.string(),
    webhook: z.string(),
    section: z.string(),
    id: z.string().optional(),
    state: z.string().optional(),
    /** Sent once more by hand from the log. */
    replayed: z.boolean().optional(),
  }),
  /** A payment waits for somebody's word until `deadline`; then the default applies. */
  z.object({
    type: z.literal('authorisation.asked'),
    id: z.string(),
    kind: z.enum(['CARD', 'WIRE']),
    deadline: z.int(),
    now: z.int(),
  }),
  z.object({ type: z.literal('authorisation.decided'), id: z.string() }),
  /** What this person may do is another now: the session must be read again. */
  z.object({ type: z.literal('access.changed') }),
  /** The gap is too old to replay: everything is stale. */
  z.object({ type: z.literal('reset') }),
])
export type LiveEvent = z.infer<typeof LiveEvent>
