import type { ManagedCardsSettlementEvent } from '../../../contract/events/cards'
import { findCard } from '../cards/find-card'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { later, noLonger } from '../due/later'
import { findInstruments } from '../ledger/batch'
import { lockLedger } from '../ledger/lock-ledger'
import { programme } from '../programme'
import { countPayment } from './limit-cost'
import type { Payment } from './payment-document'
import { partOf, settlementEvent } from './payment-events'
import { payShop } from './payment-money'
import { addEvent, findPayment, savePayment } from './payment-rows'
import { tellPayment, tellSettlement } from './tell-payment'

const { cardPayments } = programme

export type Clearing = {
  /** Minor units of the account's currency, above zero; what is left of the authorisation where left out. */
  amount?: number | undefined
  /** Whether the shop will ask for more: what it does not take now stays held. */
  moreToCome?: boolean | undefined
}

/**
 * Lets a shop have its money: what it had asked for, a part, or more. What was held beyond that may be spent again, unless
 * there is more to come. A shop that takes more than it had asked for finds no more than the account has.
 */
export async function settlePayment(
  ctx: Ctx,
  id: string,
  { amount: asked, moreToCome = false }: Clearing = {},
): Promise<Outcome<{ id: string }, 'NOT_FOUND' | 'STATE_INVALID' | 'AMOUNT_INVALID' | 'FUNDS_INSUFFICIENT'>> {
  await lockLedger(ctx)
  const payment = await findPayment(ctx, id)
  const card = payment && (await findCard(ctx, payment.card_id))
  if (!payment || !card) return refuse('NOT_FOUND')
  if (payment.status !== 'SETTLEMENT_IN_PROGRESS') return refuse('STATE_INVALID')
  const { doc } = payment
  const amount = asked ?? doc.billing - doc.cleared
  if (!Number.isSafeInteger(amount) || amount <= 0) return refuse('AMOUNT_INVALID')

  const forexFee = doc.rate ? partOf(doc.forexFee, amount, doc.billing) : 0
  // A cash machine is paid for once.
  const fee = doc.cleared === 0 ? doc.fee : 0
  const taken = amount + forexFee
  const cost = taken + fee
  const [account] = await findInstruments(ctx, [payment.account_id])
  if (!account || account.available_balance < cost - payment.held) return refuse('FUNDS_INSUFFICIENT')
  const held = moreToCome ? Math.max(payment.held - cost, 0) : 0
  const cleared = { id: ctx.newId(), amount, forexFee, fee, feeId: ctx.newId() }
  const paid = await payShop(ctx, payment, cleared, payment.held - held)
  if (!paid.ok) throw new Error(`payment ${id}: what was there a moment ago is not`)

  const settled = afterClearing(payment, { amount, taken, held })
  // What stays held counts against the limits as well.
  await countPayment(ctx, card, id, held - settled.moved)
  await addEvent(ctx, settled, settlementEvent(ctx, settled, cleared))
  await savePayment(ctx, settled, true)
  const source = partOf(doc.source.amount, amount, doc.billing)
  const about = { id: cleared.id, settlementType: settlementTypeOf(payment), source, amount, forexFee, fee }
  await tellSettlement(ctx, settled, card, about)
  await tellPayment(ctx, settled, card, 'SETTLEMENT')
  await noLonger(ctx, 'card-payment-settlement', id)
  if (held === 0) await noLonger(ctx, 'card-payment-expiry', id)
  else if (doc.category === 'FINAL_AUTH')
    await later(ctx, 'card-payment-expiry', id, payment.created_at + cardPayments.expiresAfterMs)
  return done({ id: cleared.id })
}

function afterClearing(payment: Payment, by: { amount: number; taken: number; held: number }): Payment {
  const doc = { ...payment.doc, cleared: payment.doc.cleared + by.amount }
  const isOver = by.held === 0
  return {
    ...payment,
    doc,
    held: by.held,
    moved: payment.moved - by.taken,
    status: isOver ? 'SETTLED' : 'SETTLEMENT_IN_PROGRESS',
    display_amount: isOver ? displayedOf(payment, doc.cleared) : payment.display_amount,
  }
}

/** What the cardholder reads once it is known what the shop has taken. */
export function displayedOf({ doc }: Payment, cleared: number): number {
  return partOf(doc.user?.amount ?? doc.billing + doc.forexFee, cleared, doc.billing)
}

function settlementTypeOf({ type, doc }: Payment): ManagedCardsSettlementEvent['settlementType'] {
  if (type === 'CASH_WITHDRAWAL') return 'CASH_WITHDRAWAL'
  if (doc.cashback) return 'SALE_WITH_CASHBACK'
  return doc.transactionType === 'MAIL_OR_TELEPHONE_ORDER' ? 'MAIL_OR_TELEPHONE_ORDER' : 'SALE_PURCHASE'
}
