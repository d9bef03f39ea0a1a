import type { Session } from '../session/session-table'
import type { Guard } from './guard'
import { valuesAt } from './instruments-named'

/**
 * A stepped-up session is answered a card's number and security code, or what stands in for them until a secure frame shows
 * them. Whoever only looks at cards gets neither: with both one can pay. A card of one's own one may see.
 */
export const cardSecretsGuard: Guard = {
  async after({ ep, access, session }, answer) {
    if (ep.permission !== 'cards.view' || !answer.ok || access.permissions.has('cards.manage')) return answer
    if (ep.id !== 'managedCardGet' && ep.id !== 'managedCardsGet') return answer
    const given: unknown = await answer.json()
    const [cards] = valuesAt(given, 'cards')
    const bare = Array.isArray(cards)
      ? { ...Object(given), cards: cards.map((card) => without(card, session)) }
      : without(given, session)
    return Response.json(bare, { headers: answer.headers })
  },
}

function without(card: unknown, { credentials }: Session): unknown {
  if (valuesAt(card, 'userId')[0] === credentials.id) return card
  const { cardNumber: _number, cvv: _code, ...rest } = Object(card)
  return rest
}
