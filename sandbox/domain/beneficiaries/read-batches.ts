import type { BeneficiaryBatch, beneficiaryBatchesGet } from '../../../contract/beneficiaries'
import type { Req, Res } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { listOf, pageOf } from '../page'
import { batchView } from './beneficiary-view'

type Query = Req<typeof beneficiaryBatchesGet>['query']

/** The identity's batches that pass every filter, newest first. Mirrors `beneficiaryBatchesGet`. */
export async function listBatches(ctx: ActorCtx, query: Query): Promise<Outcome<Res<typeof beneficiaryBatchesGet>>> {
  const [states, operations, tags] = [listOf(query.state), listOf(query.operation), listOf(query.tag)]
  let matches = own(ctx)
  if (states) matches = matches.where('state', 'in', states)
  if (operations) matches = matches.where('operation', 'in', operations)
  if (tags) matches = matches.where('tag', 'in', tags)
  const { rows, ...counts } = await pageOf(matches, query)
  return done({ batches: rows.map(batchView), ...counts })
}

/** One batch of the actor's identity. Mirrors `beneficiaryBatchGet`. */
export async function getBatch(ctx: ActorCtx, id: string): Promise<Outcome<BeneficiaryBatch, 'NOT_FOUND'>> {
  const row = await own(ctx).selectAll().where('id', '=', id).executeTakeFirst()
  return row ? done(batchView(row)) : refuse('NOT_FOUND')
}

const own = (ctx: ActorCtx) =>
  ctx.tx.selectFrom('sandbox_beneficiary_batch').where('identity_id', '=', ctx.actor.identityId)
