import type { Keys } from '../../keys'
import { cvvOf, openCardSecret } from '../cards/card-secrets'
import { findCardsByDigits } from '../cards/find-card'
import { mmyy } from '../cards/validity'
import type { Ctx } from '../context'
import type { CardOrder } from './card-order'

/** What stands on a card, as somebody typed it. */
export type CardDetails = { cardNumber: string; cvv: string; expiryDate: string }

/** The card with that number, and whether the rest is right too; an id that no card has where there is none. */
export async function findCardByNumber(
  ctx: Ctx,
  keys: Keys,
  { cardNumber, cvv, expiryDate }: CardDetails,
): Promise<Pick<CardOrder, 'cardId' | 'told'>> {
  const number = cardNumber.replaceAll(' ', '')
  const cards = await findCardsByDigits(ctx, number.slice(0, 6), number.slice(-4))
  const card = cards.find((one) => openCardSecret(keys, one, 'number') === number)
  if (!card) return { cardId: '' }
  return {
    cardId: card.id,
    told: { cvv: cvv === cvvOf(keys, card), expiry: expiryDate === mmyy(card.valid_until) },
  }
}
