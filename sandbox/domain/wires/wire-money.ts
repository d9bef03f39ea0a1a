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

/** The accounts that holding moves money on. */
export const accountsOf = ({ source_id, currency }: Pick<Wire, 'source_id' | 'currency'>): string[] => [
  source_id,
  worldAccount(currency),
  feesAccount(currency),
]

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

/** Takes what was held out of the books: the payment, and its fee as a transaction of its own. */
export async function bookMoney(ctx: MoneyCtx, wire: Wire): Promise<void> {
  const { id, source_id: account, currency, amount, fee } = wire
  const [world, fees] = [worldAccount(currency), feesAccount(currency)]
  const legs: Leg[] = [
    { account, currency, actual: -amount, available: fee, additionalFields: payeeFields(wire) },
    { account: world, currency, actual: amount, available: 0 },
    ...(fee > 0 ? [{ account: fees, currency, actual: 0, available: -fee }] : []),
  ]
  await sure(post(ctx, { transactionType: 'OUTGOING_WIRE_TRANSFER', transactionId: id, legs }))
  if (fee === 0) return
  const about = { chargeFeeType: 'OWT', relatedTransactionId: id, relatedTransactionIdType: 'OUTGOING_WIRE_TRANSFER' }
  const charged: Leg[] = [
    { account, currency, actual: -fee, available: -fee, additionalFields: about },
    { account: fees, currency, actual: fee, available: fee },
  ]
  await sure(post(ctx, { transactionType: 'CHARGE_FEE', transactionId: ctx.newId(), legs: charged }))
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
