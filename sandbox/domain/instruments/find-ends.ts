import type { InstrumentId } from '../../../contract/common'
import { isDebitProfile } from '../cards/card-profiles'
import { done, type Outcome, refuse } from '../context'
import { findInstruments, type Instrument, type MoneyCtx } from '../ledger/batch'
import { lockLedger } from '../ledger/lock-ledger'

export type Movement = { source: InstrumentId; destination: InstrumentId; currency: string; amount: number }
export type Pair = { source: Instrument; destination: Instrument }

export type EndsRefusal = 'AMOUNT_INVALID' | 'SOURCE_AND_DESTINATION_MUST_BE_DIFFERENT'

/** Reads both ends of a payment, locked; an end that does not exist, or not as that type, is left out. */
export async function findEnds(ctx: MoneyCtx, move: Movement): Promise<Outcome<Partial<Pair>, EndsRefusal>> {
  if (move.amount <= 0) return refuse('AMOUNT_INVALID')
  if (move.source.id === move.destination.id) return refuse('SOURCE_AND_DESTINATION_MUST_BE_DIFFERENT')
  await lockLedger(ctx)
  const rows = await findInstruments(ctx, [move.source.id, move.destination.id])
  const end = ({ id, type }: InstrumentId) => rows.find((row) => row.id === id && row.type === type)
  const [source, destination] = [end(move.source), end(move.destination)]
  return done({ ...(source && { source }), ...(destination && { destination }) })
}

export type TradeRefusal =
  | 'SOURCE_CANNOT_BE_DEBIT_MODE_CARD'
  | 'DESTINATION_CANNOT_BE_DEBIT_MODE_CARD'
  | 'SOURCE_INSTRUMENT_DESTROYED'
  | 'DESTINATION_INSTRUMENT_DESTROYED'
  | 'SOURCE_INSTRUMENT_BLOCKED'
  | 'DESTINATION_INSTRUMENT_BLOCKED'
  | 'INSTRUMENT_DENIED_TRANSACTION'
  | 'CURRENCY_MISMATCH'

/** Why two instruments may not trade, in the order in which a person would look; `undefined` where they may. */
export function tradeRefusal({ source, destination }: Pair, currency: string): TradeRefusal | undefined {
  if (isDebitCard(source)) return 'SOURCE_CANNOT_BE_DEBIT_MODE_CARD'
  if (isDebitCard(destination)) return 'DESTINATION_CANNOT_BE_DEBIT_MODE_CARD'
  if (source.state === 'DESTROYED') return 'SOURCE_INSTRUMENT_DESTROYED'
  if (destination.state === 'DESTROYED') return 'DESTINATION_INSTRUMENT_DESTROYED'
  if (source.state === 'BLOCKED') return 'SOURCE_INSTRUMENT_BLOCKED'
  if (destination.state === 'BLOCKED') return 'DESTINATION_INSTRUMENT_BLOCKED'
  if (source.state !== 'ACTIVE' || destination.state !== 'ACTIVE') return 'INSTRUMENT_DENIED_TRANSACTION'
  if (source.currency !== currency || destination.currency !== currency) return 'CURRENCY_MISMATCH'
  return undefined
}

/** A card in debit mode has no money of its own: it spends its parent account's. */
export const isDebitCard = ({ type, profile_id }: Pick<Instrument, 'type' | 'profile_id'>): boolean =>
  type === 'managed_cards' && isDebitProfile(profile_id)
