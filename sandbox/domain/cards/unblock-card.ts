import { type ActorCtx, done, type Outcome, refuse } from '../context'
import type { MoneyCtx } from '../ledger/batch'
import { isLostOrStolen, setState } from './card-state'
import { findOwnCard } from './find-card'
import { tellState } from './tell'

type Refusal = 'NOT_FOUND' | 'INSTRUMENT_DESTROYED' | 'INSTRUMENT_MARKED_LOST_STOLEN' | 'INSTRUMENT_NOT_BLOCKED'

/** Lifts a block that the owner set; to one of the platform's own the owner's is none. Mirrors `managedCardUnblock`. */
export async function unblockCard(ctx: ActorCtx & MoneyCtx, id: string): Promise<Outcome<undefined, Refusal>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  if (isLostOrStolen(card)) return refuse('INSTRUMENT_MARKED_LOST_STOLEN')
  if (card.state === 'DESTROYED') return refuse('INSTRUMENT_DESTROYED')
  if (card.blocked_reason !== 'USER') return refuse('INSTRUMENT_NOT_BLOCKED')
  const active = await setState(ctx, card, { state: 'ACTIVE' })
  await tellState(ctx, active, 'UNBLOCKED')
  return done(undefined)
}
