import { LiveEvent } from '../../contract/live'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { softly } from '../../storage/softly'

/** An event, whom it is for, and the permissions of which one lets a person hear it. */
export type Entry = { identityId: string; event: LiveEvent; needs: readonly string[] }
/** The same with its number: what the browser names when it comes back. */
export type NumberedEntry = Entry & { id: number }

/** How long a tab may be away and still be told everything it missed. */
const KEEP_MS = 15 * 60_000
const PRUNE_EVERY = 200
const MAX_ATTEMPTS = 50

export type EventLog = ReturnType<typeof createEventLog>

/** Keeps the events of all identities for a while, in one order. */
export function createEventLog(store: Store, clock: Clock) {
  const { db } = store
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

  const rowsAfter = (after: number) =>
    db
      .selectFrom('gateway_live_event')
      .select(['id', 'identity_id', 'payload', 'needs'])
      .where('id', '>', after)
      .orderBy('id')

  return {
    newest,
    prune,

    /**
     * Stores events under the next numbers, all or none, and returns the first. Two gateways that take the same number at
     * once: the database lets the second wait for the first and then refuses it, and it tries the next one. So numbers
     * become visible in their order, and nobody who asks for "all after n" ever misses a smaller one. A power cut may take
     * the last moment's with it: a tab that comes back with a number which the log has not is told to read everything anew.
     */
    async append(entries: readonly Entry[]): Promise<number> {
      for (let attempt = 1; ; attempt++) {
        try {
          const rows = await softly(store, (on) =>
            on
              .insertInto('gateway_live_event')
              .values((eb) =>
                entries.map(({ identityId, event, needs }, index) => ({
                  id: eb
                    .selectFrom('gateway_live_event')
                    .select((q) => q(q.fn.coalesce(q.fn.max('id'), q.val(0)), '+', q.val(1 + index)).as('next')),
                  identity_id: identityId,
                  payload: JSON.stringify(event),
                  created_at: clock.now(),
                  needs: needs.join(' '),
                })),
              )
              .returning('id')
              .execute(),
          )
          sincePrune += entries.length
          if (sincePrune >= PRUNE_EVERY) await prune()
          return Math.min(...rows.map((row) => row.id))
        } catch (error) {
          if (attempt === MAX_ATTEMPTS || !isDuplicate(error)) throw error
        }
      }
    },

    /** The next events of all identities after a number, and how far that goes. */
    async after(last: number, most: number): Promise<{ entries: NumberedEntry[]; upTo: number; more: boolean }> {
      const rows = await rowsAfter(last).limit(most).execute()
      return { entries: rows.flatMap(toEntry), upTo: rows.at(-1)?.id ?? last, more: rows.length === most }
    },

    /** What the identity missed after event `after`; `undefined` when that number is too old or not of this log. */
    async since(identityId: string, after: number): Promise<NumberedEntry[] | undefined> {
      const edges = await db
        .selectFrom('gateway_live_event')
        .select((eb) => [eb.fn.min<number | null>('id').as('oldest'), eb.fn.max<number | null>('id').as('newest')])
        .executeTakeFirst()
      const { oldest, newest: last } = { oldest: edges?.oldest ?? 1, newest: edges?.newest ?? 0 }
      if (after > last || after < oldest - 1) return undefined
      const rows = await rowsAfter(after).where('identity_id', '=', identityId).execute()
      return rows.flatMap(toEntry)
    },
  }
}

type Row = { id: number; identity_id: string; payload: string; needs: string }

/** Nothing where a newer gateway has written what this one does not know: its tabs would not either. */
function toEntry({ id, identity_id, payload, needs }: Row): NumberedEntry[] {
  const event = LiveEvent.safeParse(JSON.parse(payload))
  if (!event.success) return []
  return [{ id, identityId: identity_id, event: event.data, needs: needs === '' ? [] : needs.split(' ') }]
}

function isDuplicate(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '23505' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}
