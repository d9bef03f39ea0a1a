import type { MoneyCtx } from '../ledger/batch'
import { bookSend } from './book-send'
import { findSendPair } from './send-pair'
import type { SendRow } from './send-rows'

type Settled = Pick<SendRow, 'state' | 'failure' | 'executed_at'>

/** Pays a send whose time has come: COMPLETED, or FAILED with the conflict that stood in its way. */
export async function settleSend(ctx: MoneyCtx, row: SendRow): Promise<Settled> {
  const failure = await pay(ctx, row)
  return { state: failure ? 'FAILED' : 'COMPLETED', failure, executed_at: ctx.now() }
}

async function pay(ctx: MoneyCtx, row: SendRow): Promise<string | null> {
  if (row.destination_type === null || row.destination_id === null) return 'DESTINATION_NOT_FOUND'
  const pair = await findSendPair(ctx, {
    identityId: row.identity_id,
    source: { type: row.source_type, id: row.source_id },
    destination: { type: row.destination_type, id: row.destination_id },
    currency: row.currency,
    amount: row.amount,
  })
  if (!pair.ok) return pair.refusal
  const booked = await bookSend(ctx, pair.value, row)
  return booked.ok ? null : booked.refusal
}
