import { type ActorCtx, done, type Outcome, refuse } from '../context'
import type { MoneyCtx } from '../ledger/batch'
import { isLostOrStolen, setState } from './card-state'
import { findOwnCard } from './find-card'
import { tellState } from './tell'

type Refusal = 'NOT_FOUND' | 'INSTRUMENT_DESTROYED' | 'INSTRUMENT_MARKED_LOST_STOLEN' | 'INSTRUMENT_ALREADY_BLOCKED'

/** Freezes a card on its owner's word (BLOCKED, reason USER). Mirrors `managedCardBlock`. */
export async function blockCard(ctx: ActorCtx & MoneyCtx, id: string): Promise<Outcome<undefined, Refusal>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  if (isLostOrStolen(card)) return refuse('INSTRUMENT_MARKED_LOST_STOLEN')
  if (card.state === 'DESTROYED') return refuse('INSTRUMENT_DESTROYED')
  if (card.state === 'BLOCKED') return refuse('INSTRUMENT_ALREADY_BLOCKED')
  const blocked = await setState(ctx, card, { state: 'BLOCKED', blockedReason: 'USER' })
  await tellState(ctx, blocked, 'BLOCKED')
  return done(undefined)
}
