import { type CardRow, ownCards } from '../cards/find-card'
import type { ActorCtx } from '../context'

/** Cards of the actor's identity by id, without a lock. */
export async function readCards(ctx: ActorCtx, ids: readonly string[]): Promise<Map<string, CardRow>> {
  if (ids.length === 0) return new Map()
  const rows = await ownCards(ctx)
    .where('sandbox_card.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
