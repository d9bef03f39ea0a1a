import { CardLevelSpendRules } from '../../../../contract/spend-rules'
import type { CardRow } from '../find-card'

/** The rules that a card has of its own; none is an empty object. */
export function cardRules(card: Pick<CardRow, 'spend_rules'>): CardLevelSpendRules {
  return card.spend_rules === null ? {} : CardLevelSpendRules.parse(JSON.parse(card.spend_rules))
}
