import type { InstrumentId } from '../../../contract/common'
import { feesWatch } from '../../../contract/events/money'
import type { ChargeFee, chargeFeeConflicts } from '../../../contract/fees'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { findInstruments } from '../ledger/batch'
import { lockLedger } from '../ledger/lock-ledger'
import { emit } from '../outbox/emit'
import { programme } from '../programme'
import { bookFee } from './book-fee'

type Refusal = (typeof chargeFeeConflicts)[number] | 'INSUFFICIENT_PERMISSIONS'
type Order = { feeType: string; source: InstrumentId; payer: 'CORPORATE' | 'CONSUMER' }
type CustomFee = { note: string; amounts: Readonly<Record<string, number>> }

const customFees = new Map<string, CustomFee>(Object.entries(programme.fees))

/**
 * Takes one of the programme's own fees from an instrument of the identity, in the instrument's currency. Mirrors
 * `corporateChargeFee` and `consumerChargeFee`.
 */
export async function chargeFee(
  ctx: ActorCtx,
  { feeType, source, payer }: Order,
): Promise<Outcome<ChargeFee, Refusal>> {
  if (ctx.actor.identityType !== payer) return refuse('INSUFFICIENT_PERMISSIONS')
  const fee = customFees.get(feeType)
  if (!fee) return refuse('UNRESOLVED_FEE_TYPE')
  await lockLedger(ctx)
  const [instrument] = await findInstruments(ctx, [source.id])
  if (!instrument || instrument.type !== source.type || instrument.identity_id === 'system')
    return refuse('UNRESOLVED_INSTRUMENT')
  if (instrument.identity_id !== ctx.actor.identityId) return refuse('IDENTITY_NOT_OWNER_OF_INSTRUMENT')
  if (instrument.state === 'DESTROYED') return refuse('UNRESOLVED_INSTRUMENT')
  if (Object.keys(fee.amounts).length === 0) return refuse('FEE_AMOUNT_NOT_SET')
  const { currency } = instrument
  const amount = fee.amounts[currency]
  if (amount === undefined) return refuse('UNRESOLVED_CURRENCY')

  const id = ctx.newId()
  const creationTimestamp = ctx.now()
  // One instant for the statement, the answer and the message: the clock goes on between them.
  const moment = { ...ctx, now: () => creationTimestamp }
  const booked = await bookFee(moment, { id, instrument, amount, type: feeType, note: fee.note })
  if (!booked.ok) return booked
  const profileId = programme.profiles.fees
  await emit(moment, feesWatch, {
    chargeFee: {
      id,
      feeType: 'CUSTOM',
      feeSubType: feeType,
      note: fee.note,
      source,
      feeSpec: { type: 'FLAT', flatAmount: [{ currency, amount: String(amount) }] },
      profileId,
    },
    publishedTimestamp: String(creationTimestamp),
    type: 'COMPLETED',
  })
  return done({
    transactionId: { type: 'CHARGE_FEE', id },
    profileId,
    feeType,
    source,
    availableBalanceAdjustment: { currency, amount: -amount },
    state: 'COMPLETED',
    creationTimestamp,
  })
}
