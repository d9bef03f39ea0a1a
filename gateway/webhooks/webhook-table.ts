import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { GatewayWebhookTable } from '../../storage/schema/webhooks-in'
import { inTransaction, type Tx } from '../../storage/transaction'
import { inBatches } from './in-batches'
import type { EventFacts, Subject } from './read-event'

const DAY = 24 * 60 * 60_000
/** A message that comes again after this would be stored again; Weavr gives up after five hours. */
export const KEEP_MS = 30 * DAY
const PRUNE_EVERY_MS = 60 * 60_000
const PRUNE_AT_ONCE = 5000
const MOST_AT_ONCE = 50
/** The clocks of two gateways may differ by so much. */
const CLOCKS_APART_MS = 60_000

export type WebhookRow = Selectable<GatewayWebhookTable>
export type NewWebhook = Pick<
  WebhookRow,
  'webhook' | 'section' | 'reference' | 'proof' | 'form' | 'payload' | 'headers' | 'bytes' | 'published_at' | 'took_ms'
>

type New = { row: WebhookRow; subjects: readonly Subject[] }
/** What is kept of it: from now on, or from before. */
type Added = { row: WebhookRow; isNew: boolean }

export type WebhookTable = ReturnType<typeof createWebhookTable>

/** What Weavr told, as it is kept. */
export function createWebhookTable(store: Store, clock: Clock) {
  const { db } = store
  let pruned = 0

  async function prune(): Promise<void> {
    pruned = clock.now()
    const old = await db
      .selectFrom('gateway_webhook')
      .select('id')
      .where('received_at', '<', clock.now() - KEEP_MS)
      .limit(PRUNE_AT_ONCE)
      .execute()
    for (let at = 0; at < old.length; at += 500) {
      const ids = old.slice(at, at + 500).map(({ id }) => id)
      await inTransaction(store, async (tx) => {
        await tx.deleteFrom('gateway_webhook_subject').where('event_id', 'in', ids).execute()
        await tx.deleteFrom('gateway_webhook').where('id', 'in', ids).execute()
      })
    }
  }

  const add = inBatches<New, Added>(MOST_AT_ONCE, (batch) =>
    inTransaction(store, async (tx) => {
      const added = new Map<New, Added>()
      // In one order everywhere, so that two gateways that hear the same wait for each other, and not in a circle.
      for (const one of batch.toSorted(byReference)) added.set(one, await addOne(tx, one))
      return (one) => added.get(one) ?? { row: one.row, isNew: false }
    }),
  )

  return {
    prune,

    /** Prunes where that was not done for an hour. */
    async sweep(): Promise<void> {
      if (clock.now() - pruned >= PRUNE_EVERY_MS) await prune()
    },

    /**
     * Stores what was told, unless it was told before. The database decides, so that of several gateways that
     * hear the same at once one stores it.
     */
    add(told: NewWebhook, facts: EventFacts, identityId: string | undefined): Promise<Added> {
      const row: WebhookRow = {
        id: randomUUID(),
        ...told,
        identity_id: identityId ?? null,
        resource_kind: facts.resource?.kind ?? null,
        resource_id: facts.resource?.id ?? null,
        state: facts.state ?? null,
        received_at: clock.now(),
        repeats: 0,
      }
      return add({ row, subjects: facts.subjects })
    },

    /** Whether tabs were told of an event, as far as the log of live events goes back. */
    async wasTold({ id, identity_id, received_at }: WebhookRow): Promise<boolean> {
      const row = await db
        .selectFrom('gateway_live_event')
        .select('id')
        .where('identity_id', '=', identity_id ?? '')
        .where('created_at', '>=', received_at - CLOCKS_APART_MS)
        .where('payload', 'like', `%"event":"${id}"%`)
        .executeTakeFirst()
      return row !== undefined
    },

    /** In which state the newest message of a kind says that a thing of the identity is. */
    async stateOf(webhook: string, identityId: string, resourceId: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('gateway_webhook')
        .innerJoin('gateway_webhook_subject as s', 's.event_id', 'gateway_webhook.id')
        .select('state')
        .where('s.subject_id', '=', resourceId)
        .where('webhook', '=', webhook)
        .where('identity_id', '=', identityId)
        .where('resource_id', '=', resourceId)
        .orderBy('received_at', 'desc')
        .executeTakeFirst()
      return row?.state ?? undefined
    },

    /** Gives events that nobody was shown to whose they are; answers them, oldest first. Each is given once. */
    async claim(identityId: string, subjects: readonly Subject[]): Promise<WebhookRow[]> {
      if (subjects.length === 0) return []
      const about = db
        .selectFrom('gateway_webhook_subject')
        .select('event_id')
        .where((eb) =>
          eb.or(subjects.map(({ kind, id }) => eb.and([eb('subject_id', '=', id), eb('kind', '=', kind)]))),
        )
      const rows = await db
        .updateTable('gateway_webhook')
        .set({ identity_id: identityId })
        .where('identity_id', 'is', null)
        .where('id', 'in', about)
        .returningAll()
        .execute()
      return rows.sort((a, b) => a.received_at - b.received_at)
    },
  }
}

async function addOne(tx: Tx, { row, subjects }: New): Promise<Added> {
  const { webhook, reference, id } = row
  const added = await tx
    .insertInto('gateway_webhook')
    .values(row)
    .onConflict((oc) => oc.columns(['webhook', 'reference']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) {
    const again = tx.updateTable('gateway_webhook').set((eb) => ({ repeats: eb('repeats', '+', 1) }))
    const known = again.where('webhook', '=', webhook).where('reference', '=', reference).returningAll()
    return { row: await known.executeTakeFirstOrThrow(), isNew: false }
  }
  const about = subjects.map((subject) => ({ event_id: id, kind: subject.kind, subject_id: subject.id }))
  if (about.length > 0) await tx.insertInto('gateway_webhook_subject').values(about).execute()
  return { row, isNew: true }
}

const byReference = (a: New, b: New): number => (a.row.reference < b.row.reference ? -1 : 1)
