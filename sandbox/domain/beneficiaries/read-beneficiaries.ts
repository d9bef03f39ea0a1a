import type { Beneficiary, beneficiariesGet } from '../../../contract/beneficiaries'
import type { Req, Res } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { listOf, pageOf } from '../page'
import { beneficiaryView } from './beneficiary-view'
import { findBeneficiary } from './find-beneficiary'

type Query = Req<typeof beneficiariesGet>['query']
type Batches = Beneficiary['relatedOperationBatches']

/** The identity's payees that pass every filter, newest first. Mirrors `beneficiariesGet`. */
export async function listBeneficiaries(ctx: ActorCtx, query: Query): Promise<Outcome<Res<typeof beneficiariesGet>>> {
  const { rows, ...counts } = await pageOf(filtered(ctx, query), query)
  const batches = await batchesOf(
    ctx,
    rows.map((row) => row.id),
  )
  const beneficiaries = rows.map((row) => beneficiaryView(row, batches.get(row.id) ?? []))
  return done({ beneficiaries, ...counts })
}

/** One payee of the actor's identity. Mirrors `beneficiaryGet`. */
export async function getBeneficiary(ctx: ActorCtx, id: string): Promise<Outcome<Beneficiary, 'NOT_FOUND'>> {
  const found = await findBeneficiary(ctx, id)
  if (!found) return refuse('NOT_FOUND')
  return done(beneficiaryView(found.row, (await batchesOf(ctx, [id])).get(id) ?? []))
}

function filtered(ctx: ActorCtx, query: Query) {
  const [batchIds, groups] = [listOf(query.batchId), listOf(query.group)]
  let rows = ctx.tx.selectFrom('sandbox_beneficiary').where('identity_id', '=', ctx.actor.identityId)
  if (groups) rows = rows.where('group_name', 'in', groups)
  if (batchIds)
    rows = rows.where('id', 'in', (eb) =>
      eb.selectFrom('sandbox_beneficiary_in_batch').select('beneficiary_id').where('batch_id', 'in', batchIds),
    )
  return rows
}

/** The batches of each payee, oldest first. */
async function batchesOf(ctx: ActorCtx, ids: readonly string[]): Promise<Map<string, Batches>> {
  const found = new Map<string, Batches>()
  if (ids.length === 0) return found
  const rows = await ctx.tx
    .selectFrom('sandbox_beneficiary_in_batch as i')
    .innerJoin('sandbox_beneficiary_batch as b', 'b.id', 'i.batch_id')
    .select(['i.beneficiary_id', 'b.id as batchId', 'b.operation'])
    .where('i.beneficiary_id', 'in', ids)
    .orderBy('b.created_at')
    .orderBy('b.id')
    .execute()
  for (const { beneficiary_id, batchId, operation } of rows)
    found.set(beneficiary_id, [...(found.get(beneficiary_id) ?? []), { batchId, operation }])
  return found
}
