import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { type Instrument, type Scope, sees, seesAll } from './instruments-named'

export type BulkInstruments = ReturnType<typeof createBulkInstruments>

/**
 * Which accounts and cards the rows of a bulk name, kept when it is submitted: to read 10,000 rows again at every look
 * would be too much. Of a bulk that was not submitted through a gateway nothing is known, so nobody sees it from whom
 * something is hidden.
 */
export function createBulkInstruments({ db }: Store, clock: Clock) {
  return {
    async record(identityId: string, bulkId: string, named: readonly Instrument[]): Promise<void> {
      const ids = (type: Instrument['type']) => [
        ...new Set(named.filter((one) => one.type === type).map(({ id }) => id)),
      ]
      const instruments = JSON.stringify({ accounts: ids('managed_accounts'), cards: ids('managed_cards') })
      await db
        .insertInto('gateway_bulk_instruments')
        .values({ identity_id: identityId, bulk_id: bulkId, instruments, created_at: clock.now() })
        .onConflict((oc) => oc.doNothing())
        .execute()
    },

    /** Those of the bulks in which nothing is hidden. */
    async seen(scope: Scope, identityId: string, bulkIds: readonly string[]): Promise<Set<string>> {
      if (seesAll(scope)) return new Set(bulkIds)
      const seen = new Set<string>()
      for (let at = 0; at < bulkIds.length; at += 500) {
        const rows = await db
          .selectFrom('gateway_bulk_instruments')
          .select(['bulk_id', 'instruments'])
          .where('identity_id', '=', identityId)
          .where('bulk_id', 'in', bulkIds.slice(at, at + 500))
          .execute()
        for (const row of rows) if (kept(row.instruments).every((one) => sees(scope, one))) seen.add(row.bulk_id)
      }
      return seen
    },
  }
}

function kept(text: string): Instrument[] {
  const { accounts, cards }: { accounts: string[]; cards: string[] } = JSON.parse(text)
  return [
    ...accounts.map((id) => ({ type: 'managed_accounts' as const, id })),
    ...cards.map((id) => ({ type: 'managed_cards' as const, id })),
  ]
}
