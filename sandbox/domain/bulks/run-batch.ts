import { sql } from 'kysely'
import type { Actor, Ctx } from '../context'
import type { BulkRow } from './bulk-view'
import { cancelRest } from './cancel-rest'
import { reportBulk, reportProgress } from './report-bulk'
import { type Ran, type Row, runApart, runTogether } from './run-rows'

export type BatchOrder = {
  bulkId: string
  /** The worker; it runs rows only while the bulk's lease is its own. */
  owner: string
  limit: number
  leaseMs: number
  /** Slower, for a batch that threw: each row apart, so that the one at fault fails and the others do not. */
  careful: boolean
}
/** How many rows ran, and whether there are more for this worker. */
export type BatchResult = { ran: number; more: boolean }

/**
 * Runs the next rows of a bulk in order, each as its single call would run, and notes what they answered. Everything is
 * one transaction: after a crash either all of it happened or nothing, so no row is lost and none runs twice.
 */
export async function runBatch(ctx: Ctx, order: BatchOrder): Promise<BatchResult> {
  const bulk = await holdBulk(ctx, order)
  if (!bulk) return { ran: 0, more: false }
  // Rows run strictly in order, so the counters say where to go on.
  const before = bulk.completed_count + bulk.failed_count
  const rows = await ctx.tx
    .selectFrom('sandbox_bulk_operation')
    .select(['sequence', 'request'])
    .where('bulk_id', '=', bulk.id)
    .where('sequence', '>', before)
    .where('sequence', '<=', before + order.limit)
    .orderBy('sequence')
    .execute()
  const items = rows.map(({ sequence, request }): Row => ({ sequence, item: JSON.parse(request) }))
  const submitter = { ...ctx, actor: await findSubmitter(ctx, bulk) }
  const results = await (order.careful ? runApart : runTogether)(submitter, bulk, items)
  await writeResults(ctx, bulk.id, results)
  const change = await progress(ctx, bulk, results)
  await ctx.tx.updateTable('sandbox_bulk').set(change).where('id', '=', bulk.id).execute()
  const ended = change.status !== undefined
  await reportProgress(ctx, bulk, ended ? results.slice(0, -1) : results)
  if (ended) await reportBulk(ctx, { ...bulk, ...change })
  return { ran: results.length, more: !ended }
}

/** Renews the lease and locks the bulk; `undefined` when it is paused, ended or another worker's. */
function holdBulk(ctx: Ctx, { bulkId, owner, leaseMs }: BatchOrder): Promise<BulkRow | undefined> {
  return ctx.tx
    .updateTable('sandbox_bulk')
    .set({ lease_until: ctx.now() + leaseMs })
    .where('id', '=', bulkId)
    .where('status', '=', 'RUNNING')
    .where('lease_owner', '=', owner)
    .returningAll()
    .executeTakeFirst()
}

/** The person in whose name the rows run: whoever submitted them. */
async function findSubmitter(ctx: Ctx, bulk: BulkRow): Promise<Actor> {
  const row = await ctx.tx
    .selectFrom('sandbox_credential as c')
    .innerJoin('sandbox_identity as i', 'i.id', 'c.identity_id')
    .select(['c.type as credentialType', 'i.type as identityType'])
    .where('c.id', '=', bulk.credential_id)
    .executeTakeFirstOrThrow()
  return {
    ...row,
    credentialId: bulk.credential_id,
    identityId: bulk.identity_id,
    tokenId: '',
    tokenKind: 'ACCESS',
    steppedUp: true,
  }
}

/** One statement for the whole batch; a list of values with names is written the same on both engines. */
async function writeResults(ctx: Ctx, bulkId: string, results: readonly Ran[]): Promise<void> {
  if (results.length === 0) return
  const values = sql.join(
    results.map((r) => sql`(cast(${r.sequence} as bigint), cast(${r.status} as text), cast(${r.response} as text))`),
  )
  await sql`with ran(sequence, status, response) as (values ${values})
    update sandbox_bulk_operation set status = ran.status, response = ran.response from ran
    where sandbox_bulk_operation.bulk_id = ${bulkId} and sandbox_bulk_operation.sequence = ran.sequence`.execute(ctx.tx)
}

/** The counters after the batch and, at the end, the final state. */
async function progress(ctx: Ctx, bulk: BulkRow, results: readonly Ran[]): Promise<Partial<BulkRow>> {
  const failedNow = results.filter((r) => r.status === 'FAILED').length
  const failed_count = bulk.failed_count + failedNow
  const completed_count = bulk.completed_count + results.length - failedNow
  const counters = { completed_count, failed_count }
  const stopped = failedNow > 0 && bulk.mode === 'ON_FAILURE_STOP'
  if (!stopped && completed_count + failed_count < bulk.item_count) return counters
  return {
    ...counters,
    cancelled_count: stopped ? await cancelRest(ctx, bulk.id) : 0,
    status: failed_count === 0 ? 'COMPLETED' : completed_count === 0 ? 'FAILED' : 'PARTIALLY_COMPLETED',
    finished_at: ctx.now(),
    lease_owner: null,
    lease_until: 0,
  }
}
