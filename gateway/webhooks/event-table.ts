import type { SelectQueryBuilder } from 'kysely'
import { type EventFilters, eventPermissions } from '../../contract/console/events'
import type { Store } from '../../storage/open'
import type { Tables } from '../../storage/schema'
import type { Access } from '../access/access'
import type { Session } from '../session/session-table'
import type { Subject } from './read-event'
import type { WebhookRow } from './webhook-table'

/** Whose events, and which of them this person may see. */
export type Viewer = { session: Session; access: Access }
export type PageOf = EventFilters & { after?: string | undefined; limit?: number | undefined }

const DEFAULT_LIMIT = 50

export type EventTable = ReturnType<typeof createEventTable>

/** The log as a person sees it: their identity's events, of the rooms they may enter, of instruments they may see. */
export function createEventTable({ db }: Store) {
  type Query<O> = SelectQueryBuilder<Tables, 'gateway_webhook', O>

  function seen<O>(query: Query<O>, { session, access }: Viewer): Query<O> {
    const sections = Object.entries(eventPermissions).flatMap(([section, permission]) =>
      access.permissions.has(permission) ? [section] : [],
    )
    // An empty list would not be SQL.
    let mine = query.where('identity_id', '=', session.identity.id).where('section', 'in', ['', ...sections])
    for (const [kind, ids] of [
      ['managed_accounts', access.accounts],
      ['managed_cards', access.cards],
    ] as const) {
      if (ids === 'all') continue
      mine = mine.where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('gateway_webhook_subject')
              .select('event_id')
              .whereRef('event_id', '=', 'gateway_webhook.id')
              .where('kind', '=', kind)
              .where('subject_id', 'not in', ['', ...ids]),
          ),
        ),
      )
    }
    return mine
  }

  return {
    /** Newest first, from after the last one of the page before. */
    async list(viewer: Viewer, page: PageOf): Promise<{ rows: WebhookRow[]; next?: string }> {
      const limit = page.limit ?? DEFAULT_LIMIT
      let query = seen(db.selectFrom('gateway_webhook').selectAll(), viewer)
      const { webhook, resource, state, proof, form, from, to } = page
      if (webhook !== undefined) query = query.where('webhook', '=', webhook)
      if (state !== undefined) query = query.where('state', '=', state)
      if (proof !== undefined) query = query.where('proof', '=', proof)
      if (form !== undefined) query = query.where('form', '=', form)
      if (from !== undefined) query = query.where('received_at', '>=', from)
      if (to !== undefined) query = query.where('received_at', '<', to)
      if (resource !== undefined)
        query = query.where('id', 'in', (eb) =>
          eb.selectFrom('gateway_webhook_subject').select('event_id').where('subject_id', '=', resource),
        )
      const [at, id] = cut(page.after)
      if (at !== undefined)
        query = query.where((eb) =>
          eb.or([eb('received_at', '<', at), eb.and([eb('received_at', '=', at), eb('id', '<', id)])]),
        )
      const rows = await query
        .orderBy('received_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      return { rows: shown, ...(rows.length > limit && last && { next: `${last.received_at}-${last.id}` }) }
    },

    /** One event with all it is about. */
    async one(viewer: Viewer, id: string): Promise<{ row: WebhookRow; subjects: Subject[] } | undefined> {
      const row = await seen(db.selectFrom('gateway_webhook').selectAll(), viewer)
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) return undefined
      const subjects = await db
        .selectFrom('gateway_webhook_subject')
        .select(['kind', 'subject_id as id'])
        .where('event_id', '=', id)
        .orderBy('kind')
        .orderBy('subject_id')
        .execute()
      return { row, subjects }
    },
  }
}

/** The place that a page ended at: an instant and an id, joined by the first hyphen. */
function cut(after: string | undefined): [number, string] | [undefined, ''] {
  if (after === undefined) return [undefined, '']
  const hyphen = after.indexOf('-')
  return [Number(after.slice(0, hyphen)), after.slice(hyphen + 1)]
}
