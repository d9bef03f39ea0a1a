import { type Ctx, done, type Outcome, refuse } from '../context'
import { findInstruments } from '../ledger/batch'
import { lockLedger } from '../ledger/lock-ledger'
import { documentOf } from './wire-document'
import { returnMoney } from './wire-money'
import { changeWire, lockWire } from './wire-rows'

/**
 * The other bank sends a completed wire back, days later perhaps. The amount returns without the fee; there must still be
 * an account to return to. No operation of the API does this: it happens.
 */
export async function returnWire(
  ctx: Ctx,
  id: string,
  reason: string,
): Promise<Outcome<undefined, 'NOT_FOUND' | 'INVALID_STATE' | 'SOURCE_INSTRUMENT_DESTROYED'>> {
  const row = await lockWire(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.state !== 'COMPLETED') return refuse('INVALID_STATE')
  await lockLedger(ctx)
  const [source] = await findInstruments(ctx, [row.source_id])
  if (source?.state === 'DESTROYED') return refuse('SOURCE_INSTRUMENT_DESTROYED')
  await returnMoney(ctx, row, reason)
  const document = { ...documentOf(row), returned: { at: ctx.now(), reason } }
  await changeWire(ctx, row, { state: 'RETURNED' }, document)
  return done(undefined)
}
