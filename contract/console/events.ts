import * as z from 'zod'
import { endpoint, type Section } from '../endpoint'
import type { Permission } from '../permissions'

/** How it was proved that Weavr sent it: by a signature over all of it, or by the shared key alone. */
export const EventProof = z.enum(['SIGNATURE', 'KEY'])
export type EventProof = z.infer<typeof EventProof>

/** Whether it has the documented form; one that has not is kept as it came. */
export const EventForm = z.enum(['READABLE', 'UNREADABLE'])
export type EventForm = z.infer<typeof EventForm>

/** A thing that an event is about: `kind` is the last word of its path in the API, as in `managed_accounts`. */
export const EventSubject = z.object({ kind: z.string(), id: z.string() })
export type EventSubject = z.infer<typeof EventSubject>

const EventId = z.uuid()

/** A message of Weavr's, as the log lists it. */
export const ConsoleEvent = z.object({
  id: EventId,
  /** The vendor's name of the webhook. */
  webhook: z.string(),
  section: z.string(),
  /** What it is mainly about. */
  resource: EventSubject.optional(),
  state: z.string().optional(),
  proof: EventProof,
  form: EventForm,
  publishedAt: z.int(),
  receivedAt: z.int(),
})
export type ConsoleEvent = z.infer<typeof ConsoleEvent>

export const ConsoleEventDetail = ConsoleEvent.extend({
  /** Names the delivery. */
  reference: z.string(),
  /** Everything it is about. */
  subjects: z.array(EventSubject),
  /** Those that were kept: nothing by which it was proved. */
  headers: z.record(z.string(), z.string()),
  /** As it came, save that secrets were taken out; left out where it was no JSON. */
  payload: z.unknown().optional(),
  bytes: z.int(),
  /** From its arrival until it was proved and read. */
  tookMs: z.int(),
  /** How many times it was told again and dropped. */
  repeats: z.int(),
})
export type ConsoleEventDetail = z.infer<typeof ConsoleEventDetail>

const instant = z.int().min(0).optional()
const word = z.string().min(1).max(100)

export const EventFilters = z.object({
  webhook: word.optional(),
  /** Of any thing that it is about. */
  resource: word.optional(),
  state: word.optional(),
  proof: EventProof.optional(),
  form: EventForm.optional(),
  /** When it was received; `from` belongs to the span, `to` does not. */
  from: instant,
  to: instant,
})
export type EventFilters = z.infer<typeof EventFilters>

/** Pages follow from the last event of the page before: what comes in meanwhile moves nothing. */
export const eventsGet = endpoint({
  section: 'events',
  auth: 'token',
  id: 'eventsGet',
  summary: 'List what Weavr told',
  method: 'GET',
  path: '/events',
  query: EventFilters.extend({
    /** `next` of the page before. */
    after: z
      .string()
      .regex(/^\d{1,15}-[0-9a-f-]{36}$/)
      .optional(),
    limit: z.int().min(1).max(100).optional(),
  }),
  responses: { 200: z.object({ events: z.array(ConsoleEvent), next: z.string().optional() }) },
  permission: 'events.view',
})

export const eventGet = endpoint({
  section: 'events',
  auth: 'token',
  id: 'eventGet',
  summary: 'Read an event with what it says',
  method: 'GET',
  path: '/events/{id}',
  params: z.object({ id: EventId }),
  responses: { 200: ConsoleEventDetail },
  errors: { 404: ['EVENT_NOT_FOUND'] },
  permission: 'events.view',
})

export const eventReplay = endpoint({
  section: 'events',
  auth: 'token',
  id: 'eventReplay',
  summary: 'Tell every open tab of an event once more',
  method: 'POST',
  path: '/events/{id}/replay',
  params: z.object({ id: EventId }),
  responses: { 204: null },
  errors: { 404: ['EVENT_NOT_FOUND'] },
  permission: 'events.replay',
})

/** What one must be allowed to see in order to see, and hear of, the events of a section. */
export const eventPermissions: Readonly<Record<string, Permission>> = {
  access: 'users.view',
  'step-up-challenges': 'users.view',
  'authentication-factors': 'users.view',
  'authorised-users': 'users.view',
  corporates: 'identity.view',
  consumers: 'identity.view',
  beneficiaries: 'beneficiaries.view',
  'managed-accounts': 'accounts.view',
  'managed-cards': 'cards.view',
  'linked-accounts': 'linked-accounts.view',
  sends: 'sends.view',
  transfers: 'transfers.view',
  'outgoing-wire-transfers': 'wires.view',
  'correspondent-bank-transfers': 'wires.view',
  manage: 'bulks.view',
  fees: 'fees.view',
} satisfies Partial<Record<Section, Permission>>
