import { CardPaymentEvent } from '../../../contract/card-payment'
import { locked } from '../../../storage/lock'
import type { Ctx } from '../context'
import { type Payment, PaymentDocument, withDocument } from './payment-document'
import type { PaymentEvent } from './payment-events'

/** Keeps a payment as it is now: a new one, or one that has moved on. */
export async function savePayment(ctx: Ctx, { doc, ...payment }: Payment, known: boolean): Promise<void> {
  const row = { ...payment, document: JSON.stringify(PaymentDocument.parse(doc)), updated_at: ctx.now() }
  if (!known) {
    await ctx.tx.insertInto('sandbox_card_payment').values(row).execute()
    return
  }
  const { id, ...change } = row
  await ctx.tx.updateTable('sandbox_card_payment').set(change).where('id', '=', id).execute()
}

/** A payment, locked until the transaction ends. The ledger is locked first, by whoever may move money. */
export async function findPayment(ctx: Ctx, id: string): Promise<Payment | undefined> {
  const query = ctx.tx.selectFrom('sandbox_card_payment').selectAll().where('id', '=', id)
  const row = await locked(ctx.engine, query).executeTakeFirst()
  return row && withDocument(row)
}

/** Adds a step to a payment. */
export async function addEvent(ctx: Ctx, payment: Payment, event: PaymentEvent): Promise<void> {
  await ctx.tx
    .insertInto('sandbox_card_payment_event')
    .values({
      id: event.id,
      payment_id: payment.id,
      identity_id: payment.identity_id,
      card_id: payment.card_id,
      type: event.type,
      subtype: event.subtype ?? 'purchase_refunds',
      reversal: event.reversal ? 1 : 0,
      at: event.timestamp,
      document: JSON.stringify(event),
      created_at: ctx.now(),
    })
    .execute()
}

/** All steps of payments, by payment, oldest first. */
export async function eventsOf(ctx: Ctx, paymentIds: readonly string[]): Promise<Map<string, CardPaymentEvent[]>> {
  const events = new Map<string, CardPaymentEvent[]>()
  if (paymentIds.length === 0) return events
  const rows = await ctx.tx
    .selectFrom('sandbox_card_payment_event')
    .select(['payment_id', 'document'])
    .where('payment_id', 'in', paymentIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  for (const { payment_id, document } of rows) {
    const steps = events.get(payment_id) ?? []
    steps.push(CardPaymentEvent.parse(JSON.parse(document)))
    events.set(payment_id, steps)
  }
  return events
}
