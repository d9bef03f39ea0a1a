import { LiveEvent } from '../../contract/live'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'

/** An event with its number: what the browser names when it comes back. */
export type NumberedEvent = { id: number; event: LiveEvent }

/** How long a tab may be away and still be told everything it missed. */
const KEEP_MS = 15 * 60_000
const PRUNE_EVERY = 200
const MAX_ATTEMPTS = 20

export type EventLog = ReturnType<typeof createEventLog>

/** Keeps the events of all identities for a while, in one order. */
export function createEventLog({ db }: Store, clock: Clock) {
  let sincePrune = 0

  const newest = async (): Promise<number> => {
    const row = await db
      .selectFrom('gateway_live_event')
      .select((eb) => eb.fn.max<number | null>('id').as('id'))
      .executeTakeFirst()
    return row?.id ?? 0
  }

  async function prune(): Promise<void> {
    sincePrune = 0
    // The newest one stays whatever its age: the next number follows from it.
    const last = await newest()
    await db
      .deleteFrom('gateway_live_event')
      .where('created_at', '<', clock.now() - KEEP_MS)
      .where('id', '<', last)
      .execute()
  }

  return {
    newest,
    prune,

    /**
     * Stores an event under the next number. Two gateways that take the same number at once: the database lets the second
     * wait for the first and then refuses it, and it tries the next one. So numbers become visible in their order, and
     * nobody who asks for "all after n" ever misses a smaller one.
     */
    async append(identityId: string, event: LiveEvent): Promise<number> {
      for (let attempt = 1; ; attempt++) {
        try {
          const row = await db
            .insertInto('gateway_live_event')
            .values((eb) => ({
              id: eb
                .selectFrom('gateway_live_event')
                .select((q) => q(q.fn.coalesce(q.fn.max('id'), q.val(0)), '+', q.val(1)).as('next')),
              identity_id: identityId,
              payload: JSON.stringify(event),
              created_at: clock.now(),
            }))
            .returning('id')
            .executeTakeFirstOrThrow()
          sincePrune += 1
          if (sincePrune >= PRUNE_EVERY) await prune()
          return row.id
        } catch (error) {
          if (attempt === MAX_ATTEMPTS || !isDuplicate(error)) throw error
        }
      }
    },

    /** What the identity missed after event `after`; `undefined` when that number is too old or not of this log. */
    async since(identityId: string, after: number): Promise<NumberedEvent[] | undefined> {
      const edges = await db
        .selectFrom('gateway_live_event')
        .select((eb) => [eb.fn.min<number | null>('id').as('oldest'), eb.fn.max<number | null>('id').as('newest')])
        .executeTakeFirst()
      const { oldest, newest: last } = { oldest: edges?.oldest ?? 1, newest: edges?.newest ?? 0 }
      if (after > last || after < oldest - 1) return undefined
      const rows = await db
        .selectFrom('gateway_live_event')
        .select(['id', 'payload'])
        .where('identity_id', '=', identityId)
        .where('id', '>', after)
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ id: row.id, event: LiveEvent.parse(JSON.parse(row.payload)) }))
    },
  }
}

function isDuplicate(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '23505' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}
