import { type Ctx, done, type Outcome, refuse } from '../context'
import { isLostOrStolen } from './card-state'
import { expireCard, renewCard, warnNow } from './expiry'
import { findCard } from './find-card'

/** Ends a card now that would end on its last day; one that renews never gets there. */
export async function simulateExpiry(
  ctx: Ctx,
  id: string,
): Promise<Outcome<undefined, 'NOT_FOUND' | 'INSTRUMENT_DESTROYED' | 'INSTRUMENT_NOT_EXPIRABLE'>> {
  const card = await findCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  if (card.state === 'DESTROYED') return refuse('INSTRUMENT_DESTROYED')
  if (card.renewal_type === 'RENEW') return refuse('INSTRUMENT_NOT_EXPIRABLE')
  await expireCard(ctx, card)
  return done(undefined)
}

/** Warns of the end of a card now; nothing of a card that has none before it. */
export async function simulateWarning(ctx: Ctx, id: string): Promise<Outcome<undefined, 'NOT_FOUND'>> {
  const card = await findCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  await warnNow(ctx, card)
  return done(undefined)
}

/** Renews a card now that would renew near its end. */
export async function simulateRenewal(
  ctx: Ctx,
  id: string,
): Promise<
  Outcome<
    undefined,
    'NOT_FOUND' | 'INSTRUMENT_DESTROYED' | 'INSTRUMENT_MARKED_LOST_STOLEN' | 'INSTRUMENT_NOT_RENEWABLE'
  >
> {
  const card = await findCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  if (isLostOrStolen(card)) return refuse('INSTRUMENT_MARKED_LOST_STOLEN')
  if (card.state === 'DESTROYED') return refuse('INSTRUMENT_DESTROYED')
  if (card.renewal_type === 'NO_RENEW') return refuse('INSTRUMENT_NOT_RENEWABLE')
  await renewCard(ctx, card)
  return done(undefined)
}
