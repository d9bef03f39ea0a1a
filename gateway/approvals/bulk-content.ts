import type { BulkProcess } from '../../contract/bulks'
import { ProposalFacts } from '../../contract/console/proposals'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { inTransaction } from '../../storage/transaction'
import { digestOf } from './digest'
import type { Payment, PaymentLine } from './read-payment'

/** A bulk that was submitted through this gateway, as it was then. */
export type BulkContent = {
  operation: string
  /** Over operation, rows, totals and payees. */
  digest: string
  payment: Payment
  started: boolean
}
const AT_ONCE = 150

/** What bulks hold, remembered when they are submitted: sums, and payees as hashes, but no rows. */
export function createBulkContents(store: Store, clock: Clock) {
  const { db } = store

  return {
    /** The same submission again changes nothing. */
    async remember(
      identityId: string,
      bulkId: string,
      operation: string,
      body: unknown,
      payment: Payment,
    ): Promise<void> {
      const facts: ProposalFacts = { ...payment.facts, bulkId }
      const digest = digestOf({ operation, body, facts })
      await inTransaction(store, async (tx) => {
        const key = { identity_id: identityId, bulk_id: bulkId }
        const content = {
          ...key,
          operation,
          digest,
          facts: JSON.stringify(facts),
          submitted_at: clock.now(),
          started_at: null,
        }
        const made = await tx
          .insertInto('gateway_bulk_content')
          .values(content)
          .onConflict((oc) => oc.doNothing())
          .returning('bulk_id')
          .executeTakeFirst()
        if (!made) return
        for (let at = 0; at < payment.lines.length; at += AT_ONCE) {
          const part = payment.lines.slice(at, at + AT_ONCE)
          await tx
            .insertInto('gateway_bulk_line')
            .values(part.map((line) => ({ ...key, ...line })))
            .execute()
        }
      })
    },

    async find(identityId: string, bulkId: string): Promise<BulkContent | undefined> {
      const row = await db
        .selectFrom('gateway_bulk_content')
        .selectAll()
        .where('identity_id', '=', identityId)
        .where('bulk_id', '=', bulkId)
        .executeTakeFirst()
      if (!row) return undefined
      const lines: PaymentLine[] = await db
        .selectFrom('gateway_bulk_line')
        .select(['payee', 'currency', 'largest'])
        .where('identity_id', '=', identityId)
        .where('bulk_id', '=', bulkId)
        .execute()
      return {
        operation: row.operation,
        digest: row.digest,
        payment: { facts: ProposalFacts.parse(JSON.parse(row.facts)), lines },
        started: row.started_at !== null,
      }
    },

    /** It was executed, with whatever approval it needed: to pause and resume it needs none. */
    async started(identityId: string, bulkId: string): Promise<void> {
      await db
        .updateTable('gateway_bulk_content')
        .set({ started_at: clock.now() })
        .where('identity_id', '=', identityId)
        .where('bulk_id', '=', bulkId)
        .execute()
    },
  }
}

/** All that is known of a bulk that was submitted elsewhere. */
export const unknownDigest = (bulk: Pick<BulkProcess, 'operation' | 'submittedItemsCount'>): string =>
  digestOf({ operation: bulk.operation, rows: bulk.submittedItemsCount })
