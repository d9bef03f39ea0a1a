import type { ManagedCard } from '../../../contract/managed-card'
import type { Keys } from '../../keys'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { cardView } from './card-view'
import { readOwnCard } from './find-card'

/** One card of the actor's identity. Mirrors `managedCardGet`. */
export async function getCard(ctx: ActorCtx, keys: Keys, id: string): Promise<Outcome<ManagedCard, 'NOT_FOUND'>> {
  const card = await readOwnCard(ctx, id)
  return card ? done(await cardView(ctx, keys, card)) : refuse('NOT_FOUND')
}
