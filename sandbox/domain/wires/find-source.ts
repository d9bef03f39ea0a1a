import { done, type Outcome, refuse } from '../context'
import { findInstruments, type Instrument, type MoneyCtx } from '../ledger/batch'
import { lockLedger } from '../ledger/lock-ledger'

export type SourceRefusal =
  | 'SOURCE_NOT_FOUND'
  | 'SOURCE_INSTRUMENT_DESTROYED'
  | 'SOURCE_INSTRUMENT_BLOCKED'
  | 'INSTRUMENT_DENIED_TRANSACTION'
  | 'CURRENCY_MISMATCH'
  | 'IBAN_UPGRADE_REQUIRED'

/** The account that pays a wire, locked; only one with an IBAN can reach the outside. */
export async function findSource(
  ctx: MoneyCtx,
  { identityId, id, currency }: { identityId: string; id: string; currency: string },
): Promise<Outcome<Instrument, SourceRefusal>> {
  await lockLedger(ctx)
  const [source] = await findInstruments(ctx, [id])
  if (source?.identity_id !== identityId || source.type !== 'managed_accounts') return refuse('SOURCE_NOT_FOUND')
  if (source.state === 'DESTROYED') return refuse('SOURCE_INSTRUMENT_DESTROYED')
  if (source.state === 'BLOCKED') return refuse('SOURCE_INSTRUMENT_BLOCKED')
  if (source.state !== 'ACTIVE') return refuse('INSTRUMENT_DENIED_TRANSACTION')
  if (source.currency !== currency) return refuse('CURRENCY_MISMATCH')
  return source.iban_state === 'ALLOCATED' ? done(source) : refuse('IBAN_UPGRADE_REQUIRED')
}
