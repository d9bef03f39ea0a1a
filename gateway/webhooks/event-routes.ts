import type { Hono } from 'hono'
import {
  type ConsoleEvent,
  type ConsoleEventDetail,
  EventForm,
  EventProof,
  eventGet,
  eventReplay,
  eventsGet,
} from '../../contract/console/events'
import { serve } from '../console/serve'
import { coded } from '../http/answers'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { createEventTable } from './event-table'
import type { Subject } from './read-event'
import type { WebhookRow } from './webhook-table'

/** The log of what Weavr told, as far as it is the person's to see. */
export function eventRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const events = createEventTable(parts.options.store)

  serve(app, parts, eventsGet, async ({ query }, caller) => {
    const { rows, next } = await events.list(caller, query)
    return { events: rows.map(inList), ...(next !== undefined && { next }) }
  })

  serve(app, parts, eventGet, async ({ params }, caller) => {
    const found = await events.one(caller, params.id)
    return found ? inFull(found.row, found.subjects) : notFound()
  })

  serve(app, parts, eventReplay, async ({ params }, caller) => {
    const found = await events.one(caller, params.id)
    if (!found) return notFound()
    await parts.inbox.tell(found.row, true)
    return undefined
  })
}

const notFound = () => coded(404, 'EVENT_NOT_FOUND')

function inList(row: WebhookRow): ConsoleEvent {
  const { id, webhook, section, resource_kind, resource_id, state } = row
  return {
    id,
    webhook,
    section,
    ...(resource_kind !== null && resource_id !== null && { resource: { kind: resource_kind, id: resource_id } }),
    ...(state !== null && { state }),
    proof: EventProof.parse(row.proof),
    form: EventForm.parse(row.form),
    publishedAt: row.published_at,
    receivedAt: row.received_at,
  }
}

function inFull(row: WebhookRow, subjects: Subject[]): ConsoleEventDetail {
  const headers: Record<string, string> = JSON.parse(row.headers)
  return {
    ...inList(row),
    reference: row.reference,
    subjects,
    headers,
    ...(row.payload !== null && { payload: JSON.parse(row.payload) }),
    bytes: row.bytes,
    tookMs: row.took_ms,
    repeats: row.repeats,
  }
}
