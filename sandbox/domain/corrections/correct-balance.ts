import type { InstrumentId } from '../../../contract/common'
import { manualTransactionsWatch } from '../../../contract/events/accounts'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { isDebitCard } from '../instruments/find-ends'
import { findInstruments } from '../ledger/batch'
import { lockLedger } from '../ledger/lock-ledger'
import { post } from '../ledger/post'
import { ensureSystemAccount, isSystemAccount, worldAccount } from '../ledger/system-accounts'
import { emit } from '../outbox/emit'
import { readOwner } from '../outbox/owner'

export type Correction = {
  instrument: InstrumentId
  /** Signed minor units of the instrument's currency; taken from or given to what may be spent as well. */
  amount: number
  note: string
}

/**
 * Corrects a balance by hand, as the bank's own people may: a line of its own on the statement, and a webhook. A debit card
 * has no balance. Answers the transaction's id.
 */
export async function correctBalance(
  ctx: Ctx,
  { instrument: wanted, amount, note }: Correction,
): Promise<Outcome<{ id: string }, 'NOT_FOUND' | 'FUNDS_INSUFFICIENT'>> {
  await lockLedger(ctx)
  const [instrument] = await findInstruments(ctx, [wanted.id])
  if (!instrument || instrument.type !== wanted.type) return refuse('NOT_FOUND')
  if (isSystemAccount(instrument.id) || isDebitCard(instrument)) return refuse('NOT_FOUND')
  const { currency, type } = instrument
  const world = worldAccount(currency)
  await ensureSystemAccount(ctx, world, currency)
  const id = ctx.newId()
  const booked = await post(ctx, {
    transactionType: 'MANUAL_TRANSACTION',
    transactionId: id,
    legs: [
      { account: instrument.id, currency, actual: amount, available: amount, additionalFields: { note } },
      { account: world, currency, actual: -amount, available: -amount },
    ],
  })
  if (!booked.ok) return booked
  const adjustment = String(Math.abs(amount))
  await emit(ctx, manualTransactionsWatch, {
    transactionId: id,
    targetInstrument: { type, id: instrument.id },
    availableBalanceAdjustment: adjustment,
    actualBalanceAdjustment: adjustment,
    transactionTimestamp: String(ctx.now()),
    owner: await readOwner(ctx, instrument.identity_id),
  })
  return done({ id })
}
