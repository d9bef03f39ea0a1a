import type { Req, Res } from '../../../contract/endpoint'
import type { feesGet } from '../../../contract/fees'
import { type ActorCtx, done, type Outcome } from '../context'
import { windowOf } from '../page'
import { feeView } from './fee-view'

/** The fees of all instruments of the identity, as they are booked. Mirrors `feesGet`. */
export async function listFees(
  ctx: ActorCtx,
  query: Req<typeof feesGet>['query'],
): Promise<Outcome<Res<typeof feesGet>>> {
  const { creationTimestampFrom: from, creationTimestampTo: to, sortOrder = 'DESC' } = query
  let booked = ctx.tx
    .selectFrom('sandbox_ledger_entry as e')
    .innerJoin('sandbox_instrument as i', 'i.id', 'e.account')
    .where('i.identity_id', '=', ctx.actor.identityId)
    .where('e.transaction_type', 'in', ['CHARGE_FEE', 'FEE_REVERSAL'])
  if (from !== undefined) booked = booked.where('e.created_at', '>=', from)
  if (to !== undefined) booked = booked.where('e.created_at', '<=', to)
  const { count } = await booked.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const { offset, limit } = windowOf(query)
  const order = sortOrder === 'ASC' ? 'asc' : 'desc'
  const rows = await booked
    .select(['e.id', 'e.transaction_id', 'e.transaction_type', 'e.currency', 'e.actual', 'e.additional_fields'])
    .select(['e.state', 'e.created_at', 'i.id as instrument_id', 'i.type as instrument_type'])
    .orderBy('e.created_at', order)
    .orderBy('e.id', order)
    .offset(offset)
    .limit(limit)
    .execute()
  const fees = rows.map((row) => feeView(row, { id: row.instrument_id, type: row.instrument_type }))
  return done({ fees, count: Number(count), responseCount: fees.length })
}
