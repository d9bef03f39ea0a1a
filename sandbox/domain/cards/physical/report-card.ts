import { type ActorCtx, done, type Outcome, refuse } from '../../context'
import { setState } from '../card-state'
import { forgetEnd } from '../expiry'
import { type CardRow, findOwnCard } from '../find-card'
import { tellState } from '../tell'
import { stopProduction } from './manufacturing'

type ReportRefusal =
  | 'INSTRUMENT_NOT_PHYSICAL'
  | 'INSTRUMENT_ALREADY_MARKED_LOST'
  | 'INSTRUMENT_ALREADY_MARKED_STOLEN'
  | 'INSTRUMENT_DESTROYED'

/** Blocks a lost card until it is replaced (BLOCKED, reason LOST). Mirrors `managedCardPhysicalReportLost`. */
export async function reportLost(ctx: ActorCtx, id: string): Promise<Outcome<undefined, ReportRefusal | 'NOT_FOUND'>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  const refusal = reportRefusal(card)
  if (refusal) return refuse(refusal)
  const lost = await setState(ctx, card, { state: 'BLOCKED', blockedReason: 'LOST' })
  await stopProduction(ctx, id)
  await tellState(ctx, lost, 'BLOCKED')
  return done(undefined)
}

/** Destroys a stolen card (reason STOLEN); its money waits for a replacement. Mirrors `managedCardPhysicalReportStolen`. */
export async function reportStolen(
  ctx: ActorCtx,
  id: string,
): Promise<Outcome<undefined, ReportRefusal | 'NOT_FOUND' | 'PHYSICAL_CARD_NOT_ACTIVATED'>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  const refusal = reportRefusal(card)
  if (refusal) return refuse(refusal)
  if (card.pending_activation) return refuse('PHYSICAL_CARD_NOT_ACTIVATED')
  const stolen = await setState(ctx, card, { state: 'DESTROYED', destroyedReason: 'STOLEN' })
  await forgetEnd(ctx, card)
  await tellState(ctx, stolen, 'DESTROYED')
  return done(undefined)
}

function reportRefusal({ type, state, blocked_reason, destroyed_reason }: CardRow): ReportRefusal | undefined {
  if (type === 'VIRTUAL') return 'INSTRUMENT_NOT_PHYSICAL'
  if (blocked_reason === 'LOST' || destroyed_reason === 'LOST') return 'INSTRUMENT_ALREADY_MARKED_LOST'
  if (destroyed_reason === 'STOLEN') return 'INSTRUMENT_ALREADY_MARKED_STOLEN'
  return state === 'DESTROYED' ? 'INSTRUMENT_DESTROYED' : undefined
}
