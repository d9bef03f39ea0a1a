import type { CardLevelSpendRules, SpendLimit } from '../../../../contract/spend-rules'
import type { Ctx } from '../../context'
import type { CardRow } from '../find-card'
import { cardRules } from './card-rules'
import { limitLeft } from './limit-left'
import { dayOf, periodStart, startOfDay } from './periods'
import { spentSince } from './spent'

/** What is left of one limit: minor units of its own currency, below zero where a shop took more than it had asked for. */
export type Available = { value: { currency: string; amount: number }; interval: SpendLimit['interval'] }

/**
 * What a debit card may still spend, one figure for each of its limits and none where it has no limit: the smallest is
 * what counts, and what the parent account holds counts beside it. Prepaid cards have none.
 */
export async function availableToSpend(ctx: Ctx, card: CardRow): Promise<Available[]> {
  return (await allAvailableToSpend(ctx, [card])).get(card.id) ?? []
}

/** The same for many cards in one read; a card without limits is left out. */
export async function allAvailableToSpend(ctx: Ctx, cards: readonly CardRow[]): Promise<Map<string, Available[]>> {
  const now = ctx.now()
  const limited = cards.flatMap((card) => {
    const rules = cardRules(card)
    return rules.spendLimit?.length ? [{ card, rules, limits: rules.spendLimit }] : []
  })
  const since = Math.min(...limited.map(({ rules }) => earliest(rules, now)))
  const keys = [...new Set(limited.map(({ card }) => card.spend_key))]
  const spent = await spentSince(ctx, keys, since)
  return new Map(
    limited.map(({ card, rules, limits }) => {
      const spends = spent.get(card.spend_key) ?? []
      const rollover = rules.rolloverPolicy?.rolloverNegative ?? false
      const available = limits.map(({ value, interval, startTimestamp = 0 }): Available => {
        // Spending is known by the day, so a limit begins with one.
        const limit = { value, interval, startTimestamp: startOfDay(dayOf(startTimestamp)) }
        return { value: { ...value, amount: limitLeft(limit, spends, now, rollover) }, interval }
      })
      return [card.id, available]
    }),
  )
}

/** How far back spending matters to any of the limits. */
function earliest({ spendLimit = [], rolloverPolicy }: CardLevelSpendRules, now: number): number {
  if (rolloverPolicy?.rolloverNegative) return 0
  return Math.min(...spendLimit.map(({ interval }) => periodStart(interval, now)))
}
