import type { BulkProcessDetails, bulkIdOperations, bulks } from '../../../contract/bulks'
import type { Req, Res } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { windowOf } from '../page'
import { bulkDetails, bulkOperationView, bulkView } from './bulk-view'
import { readOwnBulk } from './find-bulk'

/** The identity's bulks, newest first. Mirrors `bulks`. */
export async function listBulks(ctx: ActorCtx, query: Req<typeof bulks>['query']): Promise<Outcome<Res<typeof bulks>>> {
  const { offset, limit } = windowOf(query)
  let matches = ctx.tx.selectFrom('sandbox_bulk').where('identity_id', '=', ctx.actor.identityId)
  if (query.status !== undefined) matches = matches.where('status', '=', query.status)
  const { count } = await matches.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await matches
    .selectAll()
    .orderBy('submitted_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return done({ bulkProcesses: rows.map(bulkView), count: Number(count), responseCount: rows.length })
}

/** One bulk with how many of its rows are where. Mirrors `bulkId`. */
export async function getBulk(ctx: ActorCtx, id: string): Promise<Outcome<BulkProcessDetails, 'NOT_FOUND'>> {
  const bulk = await readOwnBulk(ctx, id)
  return bulk ? done(bulkDetails(bulk)) : refuse('NOT_FOUND')
}

/** Rows of a bulk in order, with what each asked and what it was answered. Mirrors `bulkIdOperations`. */
export async function listBulkOperations(
  ctx: ActorCtx,
  { params, query }: Req<typeof bulkIdOperations>,
): Promise<Outcome<Res<typeof bulkIdOperations>, 'NOT_FOUND'>> {
  const bulk = await readOwnBulk(ctx, params.bulk_id)
  if (!bulk) return refuse('NOT_FOUND')
  const { offset, limit } = windowOf(query)
  let matches = ctx.tx.selectFrom('sandbox_bulk_operation').where('bulk_id', '=', bulk.id)
  if (query.status !== undefined) matches = matches.where('status', '=', query.status)
  if (query.sequence !== undefined) matches = matches.where('sequence', '=', query.sequence)
  const { count } = await matches.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await matches.selectAll().orderBy('sequence').offset(offset).limit(limit).execute()
  const operations = rows.map((row) => bulkOperationView(bulk, row))
  return done({ operations, count: Number(count), responseCount: rows.length })
}
