import { runPurchase } from '../../domain/card-payments/run-purchase'
import { breathe, type Site } from '../world'
import type { Card } from './cards'
import { of, shops } from './names'
import { MINUTE, SECOND } from './weeks'

/**
 * What is bought with cards in an afternoon; shops get their money seconds later. A card that lacks it, or may not be used
 * there, is declined: that is a payment too.
 */
export async function buy(
  site: Site,
  cards: readonly Card[],
  between: (low: number, high: number) => number,
  { count, start }: { count: number; start: number },
): Promise<void> {
  let instant = start
  for (let bought = 0; bought < count && cards.length > 0; bought++) {
    const { id, currency } = of(cards, between(0, cards.length - 1))
    const amount = { currency: between(0, 6) === 0 ? 'USD' : currency, amount: between(400, 18_000) }
    const cardPresent = between(0, 1) === 0
    await runPurchase(site.at(instant), { cardId: id, amount, merchant: of(shops, between(0, 5)), cardPresent })
    await site.settle(instant + 10 * SECOND)
    await breathe()
    instant += 4 * MINUTE
  }
}
