import * as z from 'zod'
import type { Req, Res } from '../../../contract/endpoint'
import type { FeeTransaction, feesGet } from '../../../contract/fees'
import { type ActorCtx, done, type Outcome } from '../context'
import { windowOf } from '../page'

/** What stands beside a fee on the statement. */
const Fields = z.object({
  note: z.string().optional(),
  chargeFeeType: z.string().optional(),
  relatedTransactionId: z.string().optional(),
  relatedTransactionIdType: z.string().optional(),
})

/** What a fee was taken for, by the kind of transaction that it belongs to; one that belongs to none is the programme's. */
const subtypes: Record<string, FeeTransaction['feeType']> = {
  TRANSFER: 'transfer_fees',
  SEND: 'send_fees',
  OUTGOING_WIRE_TRANSFER: 'outgoing_wire_transfer_fees',
  DEPOSIT: 'incoming_wire_fees',
  AUTHORISATION: 'purchase_fees',
  SETTLEMENT: 'purchase_fees',
  MERCHANT_REFUND: 'refund_fees',
}

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
  const fees = rows.map((row): FeeTransaction => {
    const { note, relatedTransactionId, relatedTransactionIdType } = Fields.parse(JSON.parse(row.additional_fields))
    const isReversal = row.transaction_type === 'FEE_REVERSAL'
    return {
      id: row.transaction_id,
      feeType: isReversal ? 'fee_reversals' : (subtypes[relatedTransactionIdType ?? ''] ?? 'custom_fees'),
      amount: { currency: row.currency, amount: Math.abs(row.actual) },
      instrument: { id: row.instrument_id, type: row.instrument_type },
      status: row.state,
      ...(note !== undefined && { description: note.slice(0, 255) }),
      ...(relatedTransactionId !== undefined && { relatedTransactionId }),
      creationTimestamp: row.created_at,
      lastUpdatedTimestamp: row.created_at,
    }
  })
  return done({ fees, count: Number(count), responseCount: fees.length })
}
