import { done, type Outcome, refuse } from '../context'
import type { Instrument, MoneyCtx } from '../ledger/batch'
import { lockLedger } from '../ledger/lock-ledger'
import { post } from '../ledger/post'
import { ensureSystemAccount, feesAccount } from '../ledger/system-accounts'

export type Fee = {
  /** Id of the fee's own transaction. */
  id: string
  instrument: Pick<Instrument, 'id' | 'currency'>
  /** Minor units, positive. */
  amount: number
  /** The programme's name of it, as it stands on the statement. */
  type: string
  note: string
}

/** Takes a fee from an instrument to the programme's own account: its own line on the statement. */
export async function bookFee(ctx: MoneyCtx, fee: Fee): Promise<Outcome<undefined, 'FUNDS_INSUFFICIENT'>> {
  const { id, instrument, amount, type, note } = fee
  const { currency } = instrument
  const revenue = feesAccount(currency)
  await lockLedger(ctx)
  await ensureSystemAccount(ctx, revenue, currency)
  const additionalFields = { chargeFeeType: type, note }
  const booked = await post(ctx, {
    transactionType: 'CHARGE_FEE',
    transactionId: id,
    legs: [
      { account: instrument.id, currency, actual: -amount, available: -amount, additionalFields },
      { account: revenue, currency, actual: amount, available: amount, additionalFields },
    ],
  })
  return booked.ok ? done(undefined) : refuse('FUNDS_INSUFFICIENT')
}
