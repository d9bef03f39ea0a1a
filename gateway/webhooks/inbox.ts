import type { Logger } from 'pino'
import { eventPermissions } from '../../contract/console/events'
import type { LiveEvent } from '../../contract/live'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { Hub } from '../live/hub'
import { createOwnerTable } from './owner-table'
import type { EventFacts, Subject } from './read-event'
import { createWebhookTable, type NewWebhook, type WebhookRow } from './webhook-table'

/** Until then whoever keeps a message is still at it. Weavr's first repetition comes after ten seconds. */
const UNDER_WAY_MS = 5000

type Needs = { store: Store; clock: Clock; hub: Pick<Hub, 'publish'>; log: Pick<Logger, 'error'> }

export type Inbox = ReturnType<typeof createInbox>

/** What Weavr told: kept once, given to whose it is, and told to their tabs. */
export function createInbox({ store, clock, hub, log }: Needs) {
  const owners = createOwnerTable(store)
  const table = createWebhookTable(store, clock)

  /** Ids and the state alone, never what the message says. */
  async function tell(row: WebhookRow, replayed = false): Promise<void> {
    if (row.identity_id === null) return
    const event: LiveEvent = {
      type: 'webhook',
      event: row.id,
      webhook: row.webhook,
      section: row.section,
      ...(row.resource_id !== null && { id: row.resource_id }),
      ...(row.state !== null && { state: row.state }),
      ...(replayed && { replayed }),
    }
    const told = hub.publish(row.identity_id, event, eventPermissions[row.section])
    // It is kept, and Weavr need not say it again because a tab did not hear it.
    await told.catch((error: unknown) => log.error({ err: error, webhook: row.webhook }, 'telling of a webhook failed'))
  }

  async function claim(identityId: string, subjects: readonly Subject[]): Promise<void> {
    for (const row of await table.claim(identityId, subjects)) await tell(row)
  }

  /** Notes whose things are, and hands over what was told of them before that was known. */
  async function learn(identityId: string, subjects: readonly Subject[]): Promise<void> {
    await claim(identityId, await owners.learn(identityId, subjects))
  }

  /** Weavr did not hear that it is kept: whoever kept it may have died before it told anybody. */
  async function makeUp(row: WebhookRow, facts: EventFacts): Promise<void> {
    if (row.identity_id === null) {
      const owner = await owners.of(facts)
      return owner === undefined ? undefined : claim(owner, facts.subjects)
    }
    if (!(await table.wasTold(row))) await tell(row)
    await learn(row.identity_id, facts.subjects)
  }

  return {
    table,
    tell,
    learn,
    prune: () => table.prune(),
    sweep: () => table.sweep(),
    /** Another world has other owners. */
    forget: () => owners.forget(),

    /** Keeps a message that was proved, unless it was kept before; answers the row, or `undefined` for a repeated one. */
    async take(told: NewWebhook, facts: EventFacts): Promise<WebhookRow | undefined> {
      const identityId = await owners.of(facts)
      const { row, isNew } = await table.add(told, facts, identityId)
      if (!isNew) {
        if (clock.now() - row.received_at >= UNDER_WAY_MS) await makeUp(row, facts)
        return undefined
      }
      if (identityId !== undefined) {
        await tell(row)
        await learn(identityId, facts.subjects)
        return row
      }
      // Whose it is may have become known between the look and the keeping.
      const late = await owners.of(facts)
      if (late !== undefined) await claim(late, facts.subjects)
      return row
    },
  }
}
