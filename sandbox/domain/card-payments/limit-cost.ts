import { cardDocument } from '../cards/card-document'
import type { CardRow } from '../cards/find-card'
import { countSpend } from '../cards/spend-rules/spent'
import type { Ctx } from '../context'
import { convert } from './rates'

/** What an amount of the card's currency counts against its limits, which may be in another one. */
export function limitCost(card: CardRow, amount: number): number {
  if (amount === 0) return 0
  const { userCurrency } = cardDocument(card)
  return userCurrency === undefined ? amount : (convert(amount, card.currency, userCurrency) ?? amount)
}

/** Counts a payment against the limits of its card; `amount` is in the card's currency. Prepaid cards have no limits. */
export async function countPayment(ctx: Ctx, card: CardRow, authorisationId: string, amount: number): Promise<void> {
  if (card.mode === 'PREPAID_MODE') return
  await countSpend(ctx, { authorisationId, spendKey: card.spend_key, amount: limitCost(card, amount) })
}
