import type { Outcome } from '../context'
import type { MoneyCtx } from '../ledger/batch'
import type { Leg } from '../ledger/move-balance'
import { post } from '../ledger/post'
import { ensureSystemAccount, feesAccount, worldAccount } from '../ledger/system-accounts'
import { documentOf, type NewWireRow } from './wire-document'

/*
 * While a wire is on its way, amount and fee are held: gone from what may be spent, still in the books. They leave the
 * books when the wire is completed, and may be spent again when it is rejected.
 */

type Wire = NewWireRow

/** What holding books at most: the account that pays, the world, and the fees. */
export const HOLD_LEDGER_ENTRIES = 3

/** Sets amount and fee aside. */
export async function holdMoney(ctx: MoneyCtx, wire: Wire): Promise<Outcome<undefined, 'FUNDS_INSUFFICIENT'>> {
  const { currency } = wire
  for (const account of [worldAccount(currency), feesAccount(currency)])
    if (!ctx.batch?.instruments.has(account)) await ensureSystemAccount(ctx, account, currency)
  return post(ctx, {
    transactionType: 'WITHDRAWAL_RESERVE',
    transactionId: wire.id,
    state: 'PENDING',
    legs: held(wire, 1),
  })
}

/** Gives back what was held. */
export async function releaseMoney(ctx: MoneyCtx, wire: Wire): Promise<void> {
  await sure(post(ctx, { transactionType: 'WITHDRAWAL_RELEASE', transactionId: wire.id, legs: held(wire, -1) }))
}

/** Takes what was held out of the books: the fee first, so that the payment is the last word of its transaction. */
export async function bookMoney(ctx: MoneyCtx, wire: Wire): Promise<void> {
  const { id, source_id, currency, amount, fee } = wire
  const taken = (from: number, to: string, additionalFields: Record<string, string>): Leg[] => [
    { account: source_id, currency, actual: -from, available: 0, additionalFields },
    { account: to, currency, actual: from, available: 0 },
  ]
  if (fee > 0) {
    const about = { chargeFeeType: 'OWT', relatedTransactionId: id, relatedTransactionIdType: 'OUTGOING_WIRE_TRANSFER' }
    const legs = taken(fee, feesAccount(currency), about)
    await sure(post(ctx, { transactionType: 'CHARGE_FEE', transactionId: id, legs }))
  }
  const legs = taken(amount, worldAccount(currency), payeeFields(wire))
  await sure(post(ctx, { transactionType: 'OUTGOING_WIRE_TRANSFER', transactionId: id, legs }))
}

/** Brings the amount back; the other bank keeps nothing, and the fee was earned. */
export async function returnMoney(ctx: MoneyCtx, wire: Wire, reason: string): Promise<void> {
  const { id, source_id, currency, amount } = wire
  const additionalFields = { ...payeeFields(wire), note: reason }
  await sure(
    post(ctx, {
      transactionType: 'OUTGOING_WIRE_TRANSFER',
      transactionId: id,
      legs: [
        { account: worldAccount(currency), currency, actual: -amount, available: -amount },
        { account: source_id, currency, actual: amount, available: amount, additionalFields },
      ],
    }),
  )
}

/** Legs that change only what may be spent: +1 holds, -1 gives back. */
function held(wire: Wire, direction: 1 | -1): Leg[] {
  const { source_id, currency, amount, fee } = wire
  const leg = (account: string, available: number): Leg => ({
    account,
    currency,
    actual: 0,
    available: direction * available,
    ...(account === source_id && { additionalFields: payeeFields(wire) }),
  })
  const legs = [leg(source_id, -(amount + fee)), leg(worldAccount(currency), amount)]
  return fee > 0 ? [...legs, leg(feesAccount(currency), fee)] : legs
}

function payeeFields(wire: Wire): Record<string, string> {
  const { payee, description } = documentOf(wire)
  if (!payee) return {}
  const { account, name } = payee
  const number =
    account.kind === 'iban' ? account.iban : account.kind === 'uk' ? account.accountNumber : account.account
  const code = account.kind === 'uk' ? account.sortCode : account.bankIdentifierCode
  return {
    beneficiaryName: name,
    beneficiaryAccount: number,
    ...(code !== undefined && { beneficiaryBankCode: code }),
    ...(description !== undefined && { description }),
  }
}

/** A posting that only gives back, or takes what is held, cannot lack money. */
async function sure(posting: ReturnType<typeof post>): Promise<void> {
  if (!(await posting).ok) throw new Error('what a wire held is not there')
}
