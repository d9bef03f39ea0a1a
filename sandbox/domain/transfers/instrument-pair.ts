import type { InstrumentId } from '../../../contract/common'
import { done, type Outcome, refuse } from '../context'
import { findInstruments, type Instrument, type MoneyCtx } from '../ledger/batch'
import { lockLedger } from '../ledger/lock-ledger'

export type Pair = { source: Side; destination: Side }
export type Side = Pick<Instrument, 'id' | 'type' | 'friendly_name'>

export type PairRefusal =
  | 'AMOUNT_INVALID'
  | 'SOURCE_AND_DESTINATION_MUST_BE_DIFFERENT'
  | 'SOURCE_NOT_FOUND'
  | 'DESTINATION_NOT_FOUND'
  | 'SOURCE_INSTRUMENT_DESTROYED'
  | 'DESTINATION_INSTRUMENT_DESTROYED'
  | 'SOURCE_INSTRUMENT_BLOCKED'
  | 'DESTINATION_INSTRUMENT_BLOCKED'
  | 'INSTRUMENT_DENIED_TRANSACTION'
  | 'CURRENCY_MISMATCH'

export type Movement = {
  identityId: string
  source: InstrumentId
  destination: InstrumentId
  currency: string
  amount: number
}

/**
 * Reads both ends of a transfer, locked, and says why they may not trade, in the order in which a person would look:
 * the order itself, then the source, then the destination, then the currency.
 */
export async function findPair(ctx: MoneyCtx, move: Movement): Promise<Outcome<Pair, PairRefusal>> {
  if (move.amount <= 0) return refuse('AMOUNT_INVALID')
  if (move.source.id === move.destination.id) return refuse('SOURCE_AND_DESTINATION_MUST_BE_DIFFERENT')
  await lockLedger(ctx)
  const found = await findInstruments(ctx, [move.source.id, move.destination.id])
  const rows = found.filter((row) => row.identity_id === move.identityId)
  const source = rows.find((row) => row.id === move.source.id && row.type === move.source.type)
  const destination = rows.find((row) => row.id === move.destination.id && row.type === move.destination.type)
  if (!source) return refuse('SOURCE_NOT_FOUND')
  if (!destination) return refuse('DESTINATION_NOT_FOUND')
  if (source.state === 'DESTROYED') return refuse('SOURCE_INSTRUMENT_DESTROYED')
  if (destination.state === 'DESTROYED') return refuse('DESTINATION_INSTRUMENT_DESTROYED')
  if (source.state === 'BLOCKED') return refuse('SOURCE_INSTRUMENT_BLOCKED')
  if (destination.state === 'BLOCKED') return refuse('DESTINATION_INSTRUMENT_BLOCKED')
  if (source.state !== 'ACTIVE' || destination.state !== 'ACTIVE') return refuse('INSTRUMENT_DENIED_TRANSACTION')
  if (source.currency !== move.currency || destination.currency !== move.currency) return refuse('CURRENCY_MISMATCH')
  return done({ source, destination })
}
