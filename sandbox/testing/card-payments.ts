import type { CardOrder } from '../domain/card-payments/card-order'
import { getCardPayment } from '../domain/card-payments/list-payments'
import { runPurchase, runRefund } from '../domain/card-payments/run-purchase'
import { runDue } from '../domain/due/run-due'
import type { Bank } from './bank'

type Order = Omit<CardOrder, 'cardId' | 'amount' | 'merchant'> & {
  amount?: number
  currency?: string
  merchant?: Partial<CardOrder['merchant']>
}

/** Buys for 10.00 at a bookshop in Ireland, or as said otherwise. */
export const orderOf = (cardId: string, { amount = 1000, currency = 'EUR', merchant, ...more }: Order = {}) => ({
  cardId,
  amount: { amount, currency },
  merchant: { name: 'Corner Books', id: 'BOOKS1', categoryCode: '5942', country: 'IE', ...merchant },
  ...more,
})

/** Has a card of the bank's company pay; nobody is asked. */
export const buy = (bank: Bank, cardId: string, order?: Order) =>
  bank.run((ctx) => runPurchase(ctx, orderOf(cardId, order)))
export const giveBack = (bank: Bank, cardId: string, order?: Order) =>
  bank.run((ctx) => runRefund(ctx, orderOf(cardId, order)))

/** A payment that is there, as the API answers it. */
export async function paymentOf(bank: Bank, id = '') {
  const found = await bank.run((ctx) => getCardPayment(ctx, id))
  if (!found.ok) throw new Error(`no payment ${id}`)
  return found.value
}

/** What the account has in the books and what of it may be spent. */
export async function moneyOn(bank: Bank, id: string): Promise<{ actual: number; available: number }> {
  return bank.store.db
    .selectFrom('sandbox_instrument')
    .select(['actual_balance as actual', 'available_balance as available'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Does everything that is due by now. */
export async function settleDue(bank: Bank): Promise<void> {
  while (await bank.run(runDue));
}
