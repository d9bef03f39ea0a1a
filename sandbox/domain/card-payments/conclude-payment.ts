import type { PurchaseCode } from '../../../contract/simulator/card-payments'
import type { CardRow } from '../cards/find-card'
import type { Ctx } from '../context'
import { later } from '../due/later'
import { programme } from '../programme'
import { countPayment } from './limit-cost'
import type { Decline, Payment } from './payment-document'
import { authorisationEvent, refundEvent } from './payment-events'
import { holdMoney, noteDecline, takeRefund } from './payment-money'
import { addEvent, savePayment } from './payment-rows'
import { tellAuthorisation, tellPayment, tellSettlement } from './tell-payment'

const { cardPayments } = programme

/** Lets a payment through, or writes down why not. `known` is one that the platform was asked about. */
export async function concludePayment(
  ctx: Ctx,
  card: CardRow,
  payment: Payment,
  decline: Decline | undefined,
  known: boolean,
): Promise<PurchaseCode> {
  if (decline) await declinePayment(ctx, card, { ...payment, doc: { ...payment.doc, decline } }, known)
  else if (payment.type === 'REFUND') await refund(ctx, card, payment, known)
  else await authorise(ctx, card, payment, known)
  return decline ? codeOf(decline) : 'APPROVED'
}

/** What the simulator answers to a decline. */
export function codeOf({ reason, rule }: Decline): PurchaseCode {
  switch (reason) {
    case 'INSUFFICIENT_BALANCE':
      return 'DENIED_NOT_ENOUGH_FUNDS'
    case 'CVV_CHECKS_FAILED':
    case 'CVV_RETRIES_EXCEEDED':
      return 'DENIED_INCORRECT_CVV'
    case 'CARD_EXPIRY_CHECKS_FAILED':
      return 'DENIED_CARD_EXPIRY'
    case 'CARD_STATUS_NOT_ALLOWED':
    case 'PHYSICAL_NOT_ACTIVATED':
      return 'DENIED_CARD_INACTIVE'
    case 'AUTH_RULE_CHECKS_FAILED':
      return rule === 'AUTH_FORWARDING' ? 'DENIED_OTHER' : 'DENIED_SPEND_CONTROL'
    default:
      return 'DENIED_OTHER'
  }
}

async function declinePayment(ctx: Ctx, card: CardRow, payment: Payment, known: boolean): Promise<void> {
  const declined: Payment = {
    ...payment,
    status: 'DECLINED',
    decline_reason: payment.doc.decline?.reason ?? 'NO_REASON',
  }
  await noteDecline(ctx, declined)
  await savePayment(ctx, declined, known)
  await addEvent(ctx, declined, authorisationEvent(ctx, declined))
  await tellAuthorisation(ctx, declined, card, 'DECLINED')
  await tellPayment(ctx, declined, card, 'AUTHORISATION')
}

/** Holds the money; shops that know their price ask for it soon, the others before the authorisation expires. */
async function authorise(ctx: Ctx, card: CardRow, payment: Payment, known: boolean): Promise<void> {
  const { id, doc, amount } = payment
  const held = amount + doc.fee
  const approved: Payment = { ...payment, status: 'SETTLEMENT_IN_PROGRESS', held }
  await holdMoney(ctx, approved, held)
  await countPayment(ctx, card, id, amount)
  await savePayment(ctx, approved, known)
  await addEvent(ctx, approved, authorisationEvent(ctx, approved))
  await tellAuthorisation(ctx, approved, card, 'AUTHORISED')
  await tellPayment(ctx, approved, card, 'AUTHORISATION')
  await (doc.category === 'FINAL_AUTH'
    ? later(ctx, 'card-payment-settlement', id, ctx.now() + cardPayments.settledAfterMs)
    : later(ctx, 'card-payment-expiry', id, ctx.now() + cardPayments.expiresAfterMs))
}

/** Money that comes in is there at once; it belongs to the last purchase at the same shop, where there is one. */
async function refund(ctx: Ctx, card: CardRow, payment: Payment, known: boolean): Promise<void> {
  const { id, doc } = payment
  const purchase = await purchaseAt(ctx, payment)
  const refunded: Payment = {
    ...payment,
    status: 'SETTLED',
    moved: doc.billing,
    related_id: purchase?.id ?? null,
    doc: { ...doc, cleared: doc.billing },
  }
  await takeRefund(ctx, refunded, purchase?.settlementId)
  await savePayment(ctx, refunded, known)
  await addEvent(ctx, refunded, refundEvent(ctx, refunded))
  await tellAuthorisation(ctx, refunded, card, 'AUTHORISED_CREDIT')
  await tellSettlement(ctx, refunded, card, {
    id,
    settlementType: 'PURCHASE_REFUND',
    source: doc.source.amount,
    amount: doc.billing,
    forexFee: 0,
    fee: 0,
    relatedSettlementId: purchase?.settlementId,
  })
  await tellPayment(ctx, refunded, card, 'REFUND')
}

async function purchaseAt(
  ctx: Ctx,
  { card_id, merchant_id }: Payment,
): Promise<{ id: string; settlementId: string } | undefined> {
  return ctx.tx
    .selectFrom('sandbox_card_payment as p')
    .innerJoin('sandbox_card_payment_event as e', 'e.payment_id', 'p.id')
    .select(['p.id', 'e.id as settlementId'])
    .where('p.card_id', '=', card_id)
    .where('p.merchant_id', '=', merchant_id)
    .where('p.status', '=', 'SETTLED')
    .where('p.type', '<>', 'REFUND')
    .where('e.type', '=', 'SETTLEMENT')
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .orderBy('e.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
