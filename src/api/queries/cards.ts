import { queryOptions } from '@tanstack/react-query'
import type { ManagedCard } from '#contract/managed-card'
import { managedCardsGet } from '#contract/managed-cards'
import { call } from '@/api/client'

const pageSize = 100
const mostPages = 10

async function readEvery(signal: AbortSignal): Promise<{ cards: ManagedCard[]; complete: boolean }> {
  const cards = new Map<string, ManagedCard>()
  let count = 0
  for (let page = 0; page < mostPages; page++) {
    const answer = await call(managedCardsGet, { query: { offset: page * pageSize, limit: pageSize } }, signal)
    for (const card of answer.cards ?? []) cards.set(card.id, card)
    count = answer.count ?? cards.size
    if (cards.size >= count || !answer.cards?.length) break
  }
  return { cards: [...cards.values()], complete: cards.size >= count }
}

/** Reads of cards: key and fetcher are one object. */
export const cardQueries = {
  all: () => ['managed-cards'] as const,
  /** All cards at once, for choosing among them; at most a thousand. */
  every: () => queryOptions({ queryKey: [...cardQueries.all(), 'every'], queryFn: ({ signal }) => readEvery(signal) }),
}
