import { type ActorCtx, done, type Outcome, refuse } from '../context'
import type { MoneyCtx } from '../ledger/batch'
import { setState } from './card-state'
import { forgetEnd } from './expiry'
import { findOwnCard } from './find-card'
import { tellState } from './tell'

type Refusal = 'NOT_FOUND' | 'INSTRUMENT_ALREADY_REMOVED' | 'BALANCE_NOT_ZERO'

/** Destroys a card for good; a prepaid one must be empty. Mirrors `managedCardRemove`. */
export async function removeCard(ctx: ActorCtx & MoneyCtx, id: string): Promise<Outcome<undefined, Refusal>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  if (card.state === 'DESTROYED') return refuse('INSTRUMENT_ALREADY_REMOVED')
  if (card.actual_balance !== 0 || card.available_balance !== 0) return refuse('BALANCE_NOT_ZERO')
  const destroyed = await setState(ctx, card, { state: 'DESTROYED', destroyedReason: 'USER' })
  await forgetEnd(ctx, card)
  await tellState(ctx, destroyed, 'DESTROYED')
  return done(undefined)
}
